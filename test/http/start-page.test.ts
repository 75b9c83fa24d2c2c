import { beforeAll, describe, expect, it } from 'vitest'
import { projectDemonstration } from '../build/demonstration'
import { seededDatabase } from '../build/database'
import { prepareHttpApp, startHttpApp } from '../build/http-app'

beforeAll(prepareHttpApp)

describe('the start page', () => {
  it('names what a person leads and where it is', async () => {
    const db = await seededDatabase()
    await projectDemonstration(db)
    const app = await startHttpApp(db)
    const metric = await db.prisma.metric.findFirstOrThrow({ where: { leadId: 'person-lead' } })
    const block = await db.prisma.blockRow.findFirstOrThrow({
      where: { kind: 'objective', orphaned: false },
    })
    await db.prisma.blockRow.update({
      where: { strategyId_id: { strategyId: block.strategyId, id: block.id } },
      data: { leadId: 'person-lead', targetDate: '2029-03-31' },
    })
    const text = await (
      await app.get('/', { cookie: await app.signIn('lead@demo.northing') })
    ).text()
    expect(text).toContain(`/strategies/wessex-vale-2026/metrics/${metric.id}`)
    expect(text).toContain(block.title)
    expect(text).toContain('Due 31 March 2029')
  })

  it('shows nobody the metrics of another partnership', async () => {
    const db = await seededDatabase()
    const app = await startHttpApp(db)
    await db.prisma.partnership.create({ data: { id: 'elsewhere', name: 'Elsewhere' } })
    await db.prisma.metric.updateMany({
      data: { partnershipId: 'elsewhere', leadId: 'person-viewer' },
    })
    const text = await (
      await app.get('/', { cookie: await app.signIn('viewer@demo.northing') })
    ).text()
    expect(text).toContain('Nothing waits for you at the moment.')
  })

  it('leads a stranger to signing in', async () => {
    const app = await startHttpApp(await seededDatabase())
    const answer = await app.get('/')
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/sign-in?to=%2F'])
  })
})
