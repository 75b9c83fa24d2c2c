import { beforeAll, describe, expect, it } from 'vitest'
import { seededDatabase } from '../../test/build/database'
import type { Database } from './database'
import { createRegistersStore } from './registers'

let db: Database

beforeAll(async () => {
  db = await seededDatabase()
})

const read = (onDay = '2026-11-01') => createRegistersStore(db).readRegisters('wessex-vale', onDay)

describe('registers of the demonstration partnership', () => {
  it('know the partnership of a strategy, and nothing of an unknown one', async () => {
    const store = createRegistersStore(db)
    expect(await store.findPartnershipOf('wessex-vale-2026')).toBe('wessex-vale')
    expect(await store.findPartnershipOf('nowhere')).toBeNull()
  })

  it('list people by name with their organisation, while their membership lasts', async () => {
    const { people } = await read()
    const names = people.map((person) => person.name)
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)))
    expect(people.find(({ id }) => id === 'person-lead')).toMatchObject({ name: 'Dr Aisha Rahman' })
    expect(people.every(({ organisationName }) => organisationName !== '')).toBe(true)
    await db.prisma.membership.updateMany({
      where: { personId: 'person-lead' },
      data: { validTo: new Date('2026-10-31') },
    })
    const ids = async (day: string) => (await read(day)).people.map(({ id }) => id)
    expect(await ids('2026-10-31')).toContain('person-lead')
    expect(await ids('2026-11-01')).not.toContain('person-lead')
  })

  it('list HWB priorities strategy by strategy, in their order', async () => {
    const { hwbPriorities } = await read()
    expect(hwbPriorities).toHaveLength(15)
    const ashmere = hwbPriorities.filter(({ hwbStrategyId }) => hwbStrategyId === 'hwbs-ashmere')
    expect(ashmere.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(ashmere[0]?.hwbStrategyTitle).toBe('Ashmere Health and Wellbeing Strategy')
  })

  it('list organisations by name, and areas from the system down', async () => {
    const { organisations = [], places = [] } = await read()
    expect(organisations).toHaveLength(15)
    const names = organisations.map(({ name }) => name)
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)))
    expect(places.map(({ id, level }) => [id, level])).toEqual([
      ['area-system', 'system'],
      ['place-ashmere', 'place'],
      ['place-caldbourne', 'place'],
      ['place-thornley', 'place'],
    ])
  })

  it('list needs with their assessment', async () => {
    const { needs } = await read()
    expect(needs).toHaveLength(12)
    expect(new Set(needs.map(({ jsnaId }) => jsnaId))).toEqual(
      new Set(['jsna-county', 'jsna-thornley']),
    )
  })

  it('show a metric’s last period, and a correction in place of what it supersedes', async () => {
    const metric = (await read()).metrics.find(({ id }) => id === 'metric-smoking')
    const last = await db.prisma.observation.findFirstOrThrow({
      where: { metricId: 'metric-smoking', supersededBy: null },
      orderBy: { periodEnd: 'desc' },
    })
    expect(metric).toMatchObject({
      unit: '%',
      decimals: 1,
      latest: { value: last.value, periodLabel: last.periodLabel },
    })
    const open = createRegistersStore(db)
    const readOpen = async () => {
      const { metrics } = await open.readRegisters('wessex-vale', '2026-11-01')
      return metrics.find(({ id }) => id === 'metric-smoking')?.latest?.value
    }
    expect(await readOpen()).toBe(last.value)
    await db.prisma.observation.create({
      data: {
        ...last,
        breakdown: undefined,
        id: 'corrected',
        value: 1.5,
        supersedesId: last.id,
        recordedAt: new Date(),
      },
    })
    const corrected = (await read()).metrics.find(({ id }) => id === 'metric-smoking')
    expect(corrected?.latest).toEqual({
      value: 1.5,
      suppressed: false,
      periodLabel: last.periodLabel,
    })
    // What was read before is kept until the metric's version says that there is something new.
    expect(await readOpen()).toBe(last.value)
    await db.prisma.metric.update({
      where: { id: 'metric-smoking' },
      data: { version: { increment: 1 } },
    })
    expect(await readOpen()).toBe(1.5)
  })

  it('give another partnership nothing', async () => {
    const empty = {
      people: [],
      hwbPriorities: [],
      needs: [],
      metrics: [],
      organisations: [],
      places: [],
      sources: [],
    }
    expect(await createRegistersStore(db).readRegisters('elsewhere', '2026-11-01')).toEqual(empty)
  })
})
