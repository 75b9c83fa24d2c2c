import { describe, expect, it } from 'vitest'
import { buildMetric, buildObservations } from '../../../test/build/metrics'
import { periodStarting } from '../metrics/period'
import { resolveAim } from '../targets/aim'
import { DEFAULT_ANSWERING, parseAnsweringRules } from './answering-rules'
import { markAnswered } from './answered'
import { type AskedOfLead, DEFAULT_RULES } from './business-rules'
import { describeStreak, judgeMetricData, measureStreak, startsOf } from './judge-answered'
import { checkRevision, parseCountermeasure } from './parse-countermeasure'
import { parseUpdate } from './update'

const monthly = { frequency: 'monthly', yearType: 'financial' } as const
const periods = ['2026-09-01', '2026-10-01'].flatMap(
  (start) => periodStarting(start, monthly) ?? [],
)

describe('what is owed', () => {
  // Values from April 2024 to June 2024; a month is due 45 days after its end.
  const starts = startsOf(buildObservations([1, 2, 3]))

  it('[AN36] counts from the first value, or from the day it was wanted', () => {
    const since = (wantedSince: string | null) => {
      const found = judgeMetricData(buildMetric({ wantedSince }), starts, '2024-09-30')
      return found?.kind === 'overdue' && found.late.map(({ period }) => period.label)
    }
    expect(since(null)).toEqual(['July 2024'])
    expect(since('2024-03-01')).toEqual(['March 2024', 'July 2024'])
  })

  it('[AN36] is nothing without a value and a day, and of what was given up', () => {
    expect(judgeMetricData(buildMetric(), new Set(), '2024-09-30')).toBeNull()
    const retired = buildMetric({ retiredOn: '2024-08-01' })
    expect(judgeMetricData(retired, starts, '2024-09-30')).toBeNull()
  })
})

describe('a streak', () => {
  it('[AN20] is of known periods after the baseline; suppressed ones are told of', () => {
    const rows = buildObservations([1, 9, 9, null, 9])
    const aim = resolveAim(
      {
        kind: 'absolute_by_date',
        value: 2,
        due: '2030-01-01',
        baseline: { value: 5, on: '2024-04-30' },
        steps: [],
      },
      { polarity: 'low_good', own: rows },
    )
    const streak = measureStreak(aim.ok ? aim.value : null, rows)
    expect(streak).toEqual({ isOn: false, periods: 3, unknown: 1 })
    expect(describeStreak(streak, 'month')).toBe('Off target for 3 months.')
    expect(describeStreak(measureStreak(null, rows), 'month')).toContain('no target')
  })
})

describe('an update', () => {
  const fieldsOf = (texts: Record<string, string>) => {
    const outcome = parseUpdate(texts, periods)
    return outcome.ok ? outcome.value.text : Object.keys(outcome.refusal.fields ?? {})
  }

  it('[AN37] answers all questions of its kind about a period that is over', () => {
    const period = '2026-10-01'
    expect(fieldsOf({ kind: 'comment', period, happened: ' Staff left. ' })).toEqual({
      happened: 'Staff left.',
    })
    expect(fieldsOf({ kind: 'structured_update', period, happened: 'a', why: ' ' })).toEqual([
      'why',
      'next',
    ])
    expect(fieldsOf({ kind: 'comment', period: '2026-11-01', happened: 'a' })).toEqual(['period'])
    expect(fieldsOf({ kind: 'comment', period, happened: 'a'.repeat(2001) })).toEqual(['happened'])
  })
})

describe('a countermeasure summary', () => {
  it('[AN38] can be saved with every part blank, and keeps what is there', () => {
    const blank = parseCountermeasure({})
    expect(blank).toMatchObject({ ok: true, value: { problem: '', contributors: [], due: '' } })
    const some = parseCountermeasure({
      contributors: 'Ward A: 12\n\n Ward B: 9 ',
      'due-day': '1',
      'due-month': '2',
      'due-year': '2027',
    })
    expect(some).toMatchObject({
      value: { contributors: ['Ward A: 12', 'Ward B: 9'], due: '2027-02-01' },
    })
    const wrong = parseCountermeasure({ 'due-day': '31', 'due-month': '2', 'due-year': '2027' })
    expect(!wrong.ok && Object.keys(wrong.refusal.fields ?? {})).toEqual(['due'])
  })

  it('[AN39] is not saved over a revision that was not seen', () => {
    expect(checkRevision('2', 2).ok).toBe(true)
    expect(checkRevision('1', 2)).toMatchObject({ refusal: { code: 'conflict' } })
    expect(checkRevision('', 1).ok).toBe(false)
  })
})

describe('rules of a partnership', () => {
  it('[AN40] are read from their form as the defaults are written', () => {
    const texts: Record<string, string> = { perScorecard: '5', perStrategy: '10' }
    for (const [at, { role, when, action }] of DEFAULT_RULES.entries()) {
      Object.assign(texts, {
        [`role-${at}`]: role,
        [`when-${at}`]: when.kind,
        [`action-${at}`]: action,
        [`from-${at}`]: 'from' in when ? String(when.from) : '',
        [`to-${at}`]: 'to' in when ? String(when.to ?? '') : '',
      })
    }
    expect(parseAnsweringRules(texts)).toEqual({ ok: true, value: DEFAULT_ANSWERING })
    expect(parseAnsweringRules({ ...texts, 'from-0': '0' }).ok).toBe(false)
    expect(parseAnsweringRules({ ...texts, 'to-0': '2' }).ok).toBe(false)
    expect(parseAnsweringRules({ ...texts, perScorecard: 'five' }).ok).toBe(false)
  })
})

describe('what is asked', () => {
  const asked = (
    ['comment', 'structured_update', 'countermeasure_summary', 'escalate'] as const
  ).map((action): AskedOfLead => ({ action, sentence: action }))
  const nothing = { latest: '2026-10-01', updates: [], summaries: [], isEscalated: false }
  const answered = (given: Partial<Parameters<typeof markAnswered>[1]>) =>
    markAnswered(asked, { ...nothing, ...given })
      .filter(({ isAnswered }) => isAnswered)
      .map(({ action }) => action)
  const update = (kind: 'comment' | 'structured_update', start: string) => ({
    kind,
    period: { start, label: start },
  })

  it('[AN41] is answered by what fits it, of the latest period', () => {
    expect(answered({})).toEqual([])
    expect(answered({ updates: [update('structured_update', '2026-09-01')] })).toEqual([])
    expect(answered({ updates: [update('comment', '2026-10-01')] })).toEqual(['comment'])
    expect(answered({ updates: [update('structured_update', '2026-10-01')] })).toEqual([
      'comment',
      'structured_update',
    ])
    expect(answered({ summaries: ['in_writing', 'closed'] })).toEqual([])
    expect(answered({ summaries: ['under_way'], isEscalated: true })).toEqual([
      'countermeasure_summary',
      'escalate',
    ])
  })
})
