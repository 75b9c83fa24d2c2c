import { array, assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listPeriods } from '../metrics/period'
import {
  type Chairs,
  type Term,
  checkAnswering,
  chooseDefaultLead,
  isCoterminous,
  listUnowned,
} from './answer-for'
import { DEFAULT_LAG_DAYS, type Supply, describeData, judgeData, whomToTell } from './data-due'
import { type ScorecardMetric, changeRole } from './driver-watch'

const today = '2026-11-23'

function buildPerson(id: string) {
  return { id, name: id.toUpperCase() }
}

function buildTerm(id: string, parts: Partial<Term> = {}): Term {
  return { person: buildPerson(id), from: '2025-01-01', to: null, ...parts }
}

const terms = [buildTerm('ann'), buildTerm('bea'), buildTerm('gone', { to: '2026-11-22' })]

function fieldsOf(leadId: string | null, deputyId: string | null = null) {
  const outcome = checkAnswering({ leadId, deputyId }, terms, today)
  return outcome.ok ? 'fine' : Object.keys(outcome.refusal.fields ?? {}).join()
}

describe('who answers', () => {
  it('[AN1] [AN2] is one lead, and a deputy who is somebody else', () => {
    expect([fieldsOf('ann'), fieldsOf('ann', 'bea')]).toEqual(['fine', 'fine'])
    expect([fieldsOf(null, 'bea'), fieldsOf('ann', 'ann')]).toEqual(['leadId', 'deputyId'])
  })

  it('[AN3] are members, on the first and the last day too', () => {
    expect([fieldsOf('gone'), fieldsOf('ann', 'gone'), fieldsOf('nobody')]).toEqual([
      'leadId',
      'deputyId',
      'leadId',
    ])
    const edges = [
      buildTerm('first', { from: today }),
      buildTerm('last', { to: today }),
      buildTerm('soon', { from: '2026-11-24' }),
    ]
    const check = (leadId: string) => checkAnswering({ leadId, deputyId: null }, edges, today).ok
    expect(['first', 'last', 'soon'].map(check)).toEqual([true, true, false])
  })

  const several: Chairs = {
    councils: [
      { areaId: 'c1', coverage: 'whole' },
      { areaId: 'c2', coverage: 'whole' },
    ],
    partnership: buildPerson('chair'),
    places: new Map([['vale', buildPerson('vera')]]),
  }
  const one: Chairs = { ...several, councils: [{ areaId: 'c1', coverage: 'whole' }] }
  const vale = { id: 'vale', name: 'Vale', level: 'place', placeId: null }
  const system = { id: 'all', name: 'Wessex', level: 'system', placeId: null }

  it('[AN4] is the partnership’s chair where one council has the same borders', () => {
    expect(chooseDefaultLead(vale, one)).toMatchObject({
      by: 'partnership_chair',
      lead: { id: 'chair' },
    })
    expect(chooseDefaultLead(system, one)).toMatchObject({ by: 'partnership_chair' })
    expect(isCoterminous([{ areaId: 'c1', coverage: 'part' }])).toBe(false)
    expect([isCoterminous([]), isCoterminous(several.councils)]).toEqual([false, false])
  })

  it('[AN5] is the chair of the place elsewhere, of a neighbourhood’s place too', () => {
    expect(chooseDefaultLead(vale, several)).toMatchObject({ lead: { id: 'vera' } })
    const street = { id: 'n1', name: 'Mill End', level: 'neighbourhood', placeId: 'vale' }
    expect(chooseDefaultLead(street, several)).toMatchObject({
      by: 'place_chair',
      lead: { id: 'vera' },
    })
  })

  it('[AN6] is nobody by rule where there is no such chair', () => {
    const why = (area: typeof vale | typeof system, chairs: Chairs) => {
      const found = chooseDefaultLead({ ...area }, chairs)
      return found.by === 'nobody' ? found.why : found.by
    }
    expect(why({ ...vale, id: 'hill', name: 'Hill' }, several)).toContain('Hill has no chair')
    expect(why(system, several)).toContain('more than one place')
    expect(why({ ...vale, level: 'neighbourhood' }, several)).toContain('more than one place')
    expect(why(system, { ...one, partnership: null })).toContain('The partnership has no chair')
  })

  it('[AN7] [AN8] lists the metrics nobody answers for', () => {
    const metric = (id: string, leadId: string | null, deputyId: string | null = null) => ({
      id,
      title: id,
      leadId,
      deputyId,
    })
    const metrics = [
      metric('fine', 'ann'),
      metric('bare', null, 'bea'),
      metric('left', 'gone', 'bea'),
      metric('lost', 'gone', 'gone'),
    ]
    expect(listUnowned(metrics, terms, today).map(({ sentence }) => sentence)).toEqual([
      '“bare” has no lead.',
      'The lead of “left” is no longer a member. Its deputy stands in until one is chosen.',
      'The lead of “lost” is no longer a member.',
    ])
  })
})

describe('data', () => {
  // Quarters that end in June, September and December, and are there 60 days later.
  const supply: Supply = {
    frequency: 'quarterly',
    yearType: 'financial',
    lagDays: 60,
    since: '2026-04-01',
  }
  const judge = (starts: string[], day: string) => judgeData(supply, new Set(starts), day)

  it('[AN9] are in time on the day itself and overdue the day after', () => {
    // 30 June and 60 days: 29 August.
    expect(judge([], '2026-08-29')).toMatchObject({ kind: 'due_soon', next: { due: '2026-08-29' } })
    expect(judge([], '2026-08-30')).toMatchObject({
      kind: 'overdue',
      late: [{ due: '2026-08-29', period: { label: '2026/27 Q1' } }],
    })
  })

  it('[AN10] are overdue for every gap since they were wanted', () => {
    const found = judge(['2026-07-01'], '2027-03-02')
    expect(found.kind === 'overdue' && found.late.map(({ period }) => period.label)).toEqual([
      '2026/27 Q1',
      '2026/27 Q3',
    ])
    expect(describeData(found)).toBe('Overdue: the value for 2026/27 Q1, and 1 later period.')
  })

  it('[AN11] are due soon from 14 days before', () => {
    expect(judge([], '2026-08-14').kind).toBe('up_to_date')
    expect(judge([], '2026-08-15').kind).toBe('due_soon')
    expect(describeData(judge([], '2026-08-15'))).toBe('Due soon: the value for 2026/27 Q1.')
    expect(describeData(judge(['2026-04-01'], '2026-08-15'))).toBe(
      'Up to date. Next: the value for 2026/27 Q2.',
    )
  })

  it('[AN11] are up to date when they are wanted only later', () => {
    const later = { ...supply, since: '2035-04-01' }
    expect(judgeData(later, new Set(), today)).toMatchObject({
      kind: 'up_to_date',
      next: { due: '2035-08-29' },
    })
  })

  it('[AN12] of pooled years are due once a year', () => {
    const pooled: Supply = {
      frequency: 'rolling_3y',
      yearType: 'calendar',
      lagDays: DEFAULT_LAG_DAYS.rolling_3y,
      since: '2021-01-01',
    }
    const found = judgeData(pooled, new Set(['2021-01-01']), '2026-01-02')
    expect(found).toMatchObject({ kind: 'overdue', late: [{ period: { label: '2022–24' } }] })
    expect(found.kind === 'overdue' && found.late).toHaveLength(1)
  })

  it('[AN13] are told of to more people the longer they are owed', () => {
    expect(whomToTell(judge(['2026-04-01'], '2026-08-15'))).toEqual([])
    expect(whomToTell(judge([], '2026-08-29'))).toEqual(['lead'])
    expect(whomToTell(judge([], '2026-08-30'))).toEqual(['lead', 'deputy'])
    expect(whomToTell(judge([], '2026-12-30'))).toEqual(['lead', 'deputy', 'chair'])
  })

  it('[AN10] are never owed for a period that is there, and never twice', () => {
    const range = { from: '2020-04-01', today: '2026-11-23' }
    const all = listPeriods(supply, range).map(({ start }) => start)
    assert(
      property(array(constantFrom(...all)), integer({ min: 0, max: 400 }), (starts, lagDays) => {
        const wanted = { ...supply, since: '2020-04-01', lagDays }
        const found = judgeData(wanted, new Set(starts), '2026-11-23')
        const late = found.kind === 'overdue' ? found.late.map(({ period }) => period.start) : []
        expect(late.filter((start) => starts.includes(start))).toEqual([])
        expect(new Set(late).size).toBe(late.length)
      }),
    )
  })
})

function buildScorecard(drivers: number, scorecard: string): ScorecardMetric[] {
  return Array.from({ length: drivers }, (_, at) => ({
    id: `${scorecard}${at}`,
    title: `${scorecard} ${at}`,
    scorecard,
    role: 'driver',
    isLinked: true,
  }))
}

describe('drivers and watch metrics', () => {
  const watch: ScorecardMetric = {
    id: 'w',
    title: 'Waits',
    scorecard: 'a',
    role: 'watch',
    isLinked: true,
  }
  const promote = (metrics: readonly ScorecardMetric[], swapOutId?: string) =>
    changeRole([...metrics, watch], {
      metricId: 'w',
      to: 'driver',
      ...(swapOutId && { swapOutId }),
    })
  const problemOf = (outcome: ReturnType<typeof changeRole>) =>
    outcome.ok ? '' : outcome.refusal.message

  it('[AN14] [AN15] has five drivers on a scorecard and ten in a strategy', () => {
    expect(promote(buildScorecard(4, 'a')).ok).toBe(true)
    expect(problemOf(promote(buildScorecard(5, 'a')))).toContain('This scorecard has 5 drivers')
    const nine = [...buildScorecard(5, 'b'), ...buildScorecard(4, 'c')]
    expect(promote(nine).ok).toBe(true)
    const ten = [...buildScorecard(5, 'b'), ...buildScorecard(5, 'c')]
    expect(problemOf(promote(ten))).toContain('The strategy has 10 drivers already')
  })

  it('[AN14] follows other caps', () => {
    const caps = { perScorecard: 1, perStrategy: 1 }
    const change = { metricId: 'w', to: 'driver' } as const
    expect(changeRole([watch], change, caps).ok).toBe(true)
    expect(problemOf(changeRole([...buildScorecard(1, 'a'), watch], change, caps))).toContain(
      'has 1 driver already',
    )
  })

  it('[AN15] swaps one out in the same step', () => {
    const outcome = promote(buildScorecard(5, 'a'), 'a2')
    const roles = outcome.ok ? outcome.value.map(({ id, role }) => `${id} ${role}`) : []
    expect(roles).toContain('a2 watch')
    expect(roles).toContain('w driver')
    const elsewhere = [...buildScorecard(5, 'a'), ...buildScorecard(1, 'b')]
    expect(promote(elsewhere, 'b0').ok).toBe(false)
  })

  it('[AN16] parks exactly what measures no objective', () => {
    const loose = { ...watch, isLinked: false, role: 'parked' as const }
    expect(problemOf(changeRole([loose], { metricId: 'w', to: 'watch' }))).toContain('Link it')
    expect(changeRole([loose], { metricId: 'w', to: 'parked' }).ok).toBe(true)
    expect(problemOf(changeRole([watch], { metricId: 'w', to: 'parked' }))).toContain('Remove that')
  })

  it('[AN17] lets a driver go even above a lowered cap', () => {
    const caps = { perScorecard: 1, perStrategy: 1 }
    const outcome = changeRole(buildScorecard(4, 'a'), { metricId: 'a0', to: 'watch' }, caps)
    expect(outcome.ok && outcome.value[0]?.role).toBe('watch')
  })

  it('[AN18] refuses a metric that is gone', () => {
    expect(changeRole([], { metricId: 'w', to: 'driver' })).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })
})
