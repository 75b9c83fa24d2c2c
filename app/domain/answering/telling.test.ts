import { describe, expect, it } from 'vitest'
import { buildMetric } from '../../../test/build/metrics'
import { type Supply, judgeData } from './data-due'
import type { Escalation } from './escalation'
import { remindOfEscalation, tellEscalation } from './tell-escalation'
import { tellOfData } from './tell-data'

const who = (id: string) => ({ id, name: id })
const answerers = {
  seats: [{ level: 'region', areaId: null, person: who('rita') }],
  chairs: [who('chair')],
} as const
const raised: Escalation = {
  from: 'partnership',
  level: 'region',
  state: 'raised',
  ask: 'Help',
  responseDue: '2026-12-01',
}
const escalation = (now: Partial<Escalation> = {}) => ({
  strategyId: 's',
  number: 3,
  title: 'Staff',
  about: { leads: [who('lead')], raisedBy: who('lead'), areaId: 'a' },
  now: { ...raised, ...now },
})
const names = (found: readonly { readonly personId: string }[]) =>
  found.map(({ personId }) => personId).join(' ')

describe('who hears of an escalation', () => {
  const hear = (state: Escalation['state'], byId: string) =>
    names(tellEscalation(escalation({ state }), { answerers, byId, words: 'Words' }))

  it('[AN46] is the side that acts next, and both at the end, never who did it', () => {
    expect(hear('raised', 'lead')).toBe('rita')
    expect(hear('accepted', 'rita')).toBe('lead chair')
    expect(hear('returned', 'rita')).toBe('lead chair')
    expect(hear('resolved', 'lead')).toBe('rita chair')
    const [telling] = tellEscalation(escalation(), { answerers, byId: 'lead', words: 'Ten nurses' })
    expect(telling).toMatchObject({
      kind: 'escalation',
      about: 'The region is asked for help by 1 December 2026',
      sentences: ['Staff.', 'Ten nurses.'],
      path: '/strategies/s/escalations/3',
    })
  })

  it('[AN35] [AN47] hears that an answer is overdue, from the day after, with one key for one ask', () => {
    expect(remindOfEscalation(escalation(), answerers, '2026-12-01')).toEqual([])
    const late = remindOfEscalation(escalation(), answerers, '2026-12-02')
    expect(names(late)).toBe('rita lead chair')
    expect(new Set(late.map(({ onceKey }) => onceKey)).size).toBe(1)
    const again = remindOfEscalation(
      escalation({ responseDue: '2026-11-30' }),
      answerers,
      '2026-12-02',
    )
    expect(again[0]?.onceKey).not.toBe(late[0]?.onceKey)
    expect(remindOfEscalation(escalation({ state: 'accepted' }), answerers, '2027-01-01')).toEqual(
      [],
    )
  })
})

describe('who hears of values that are due', () => {
  const metric = buildMetric({ lead: who('lead'), deputy: who('deputy') })
  const supply: Supply = {
    frequency: 'monthly',
    yearType: 'financial',
    lagDays: 30,
    since: '2026-08-01',
  }
  const tell = (today: string, parts = metric) =>
    tellOfData(parts, judgeData(supply, new Set(), today), {
      chairs: [who('chair')],
      strategyId: 's',
    })

  it('[AN13] [AN48] is the lead, then the deputy too, then the chair too', () => {
    // August is due on 30 September.
    expect(tell('2026-09-15')).toEqual([])
    expect(names(tell('2026-09-16'))).toBe('lead')
    expect(names(tell('2026-10-01'))).toBe('lead deputy')
    expect(names(tell('2026-10-31'))).toBe('lead deputy chair')
    expect(names(tell('2026-10-31', buildMetric()))).toBe('chair')
  })

  it('[AN48] has one key for a period and kind, and leads to the form', () => {
    const keys = (today: string) => tell(today).map(({ onceKey }) => onceKey)
    expect(keys('2026-09-16')).toEqual(['due_soon:metric:metric-1:2026-08-01'])
    expect(keys('2026-10-01')[0]).toBe('overdue:metric:metric-1:2026-08-01')
    expect(keys('2026-10-30')[0]).toBe('overdue:metric:metric-1:2026-08-01')
    expect(keys('2026-10-31')[0]).toBe('overdue:metric:metric-1:2026-09-01')
    const [lead, , chair] = tell('2026-10-31')
    expect(lead?.path).toBe('/my-metrics?add=metric-1')
    expect(lead?.sentences[0]).toBe('Overdue: the value for August 2026, and 1 later period.')
    expect(chair).toMatchObject({ path: '/strategies/s/metrics/metric-1' })
    expect(chair?.sentences[1]).toBe('lead leads on this metric.')
  })
})
