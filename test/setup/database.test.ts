import { describe, expect, it, vi } from 'vitest'
import { freshDatabase, seededDatabase } from '../build/database'
import { expectConsoleError } from './console'

describe('test databases', () => {
  it('are migrated, empty and not shared', async () => {
    const [a, b] = await Promise.all([freshDatabase(), freshDatabase()])
    await a.prisma.partnership.create({ data: { id: 'p', name: 'P' } })
    expect(await a.prisma.partnership.count()).toBe(1)
    expect(await b.prisma.partnership.count()).toBe(0)
  })

  it('hold the demonstration when asked', async () => {
    const [a, b] = await Promise.all([seededDatabase(), seededDatabase()])
    expect(await a.prisma.person.count({ where: { email: 'chair@demo.northing' } })).toBe(1)
    expect(await b.prisma.strategy.findMany({ select: { id: true } })).toEqual([{ id: 'wessex-vale-2026' }])
  })

  it('let a test expect a complaint', () => {
    expectConsoleError(/^as planned$/)
    console.error('as %s', 'planned')
    expect(vi.mocked(console.error)).toHaveBeenCalledOnce()
  })
})
