import { describe, expect, it } from 'vitest'
import { buildMetric, buildObservation, buildTyped } from '../../../test/build/metrics'
import type { Metric } from './metric'
import type { Observation } from './observation'
import type { TypedObservation } from './observation-form'
import { parseObservation } from './parse-observation'

const existing = buildObservation({ id: 'april', start: '2026-04-01', value: 14 })

function parse(
  typed: Partial<TypedObservation>,
  metric: Partial<Metric> = {},
  current: readonly Observation[] = [existing],
) {
  return parseObservation(buildTyped(typed), buildMetric(metric), { current, today: '2026-11-22' })
}

function errorsOf(typed: Partial<TypedObservation>, metric: Partial<Metric> = {}) {
  const outcome = parse(typed, metric)
  return outcome.ok ? {} : (outcome.refusal.fields ?? {})
}

describe('recording an observation', () => {
  it('[ME17] reads a plausible observation', () => {
    const outcome = parse({
      value: '12.5%',
      lower95: '11',
      upper95: '14',
      numerator: '25',
      denominator: '200',
      note: ' Final ',
    })
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        period: { label: 'May 2026' },
        value: 12.5,
        lower95: 11,
        upper95: 14,
        numerator: 25,
        denominator: 200,
        note: 'Final',
        supersedesId: null,
      },
    })
  })

  it('[ME17] wants a period of the metric that is over', () => {
    expect(errorsOf({ period: '' }).period).toBe('Choose the period this value is for.')
    expect(errorsOf({ period: '2026-05-02' }).period).toContain('no period that starts')
    expect(errorsOf({ period: '2026-05-01' }, { frequency: 'quarterly' }).period).toContain(
      'no period',
    )
    expect(errorsOf({ period: '2026-11-01' }).period).toBe(
      'November 2026 is not over yet. Choose an earlier period.',
    )
  })

  it('[ME17] wants a number in the metric’s unit', () => {
    expect(errorsOf({ value: '' }).value).toBe('Enter the value, or tick that it is suppressed.')
    expect(errorsOf({ value: 'about ten' }).value).toContain('not a number')
    expect(errorsOf({ value: '12 years' }).value).toContain('per cent')
    expect(errorsOf({ denominator: 'many' }).denominator).toContain('not a number')
  })

  it('[ME18] keeps a suppressed value without numbers', () => {
    expect(parse({ value: '', suppressed: true, denominator: '200' })).toMatchObject({
      ok: true,
      value: { value: null, suppressed: true, denominator: 200 },
    })
    expect(
      Object.keys(errorsOf({ value: '3', suppressed: true, lower95: '1', numerator: '3' })).sort(),
    ).toEqual(['lower95', 'numerator', 'value'])
  })

  it.each([
    ['101', {}, '0 and 100'],
    ['-1', {}, '0 and 100'],
    ['-1', { unit: 'per 100,000', valueType: 'crude_rate' }, 'below zero'],
    ['1.5', { unit: 'people', valueType: 'count' }, 'whole number'],
    ['130', { unit: 'years', valueType: 'life_expectancy' }, '0 and 120'],
  ] as const)('[ME19] refuses %s where it cannot be', (value, metric, sentence) => {
    expect(errorsOf({ value }, metric).value).toContain(sentence)
  })

  it('[ME19] takes the ends of the range', () => {
    expect(errorsOf({ value: '0' })).toEqual({})
    expect(errorsOf({ value: '100' })).toEqual({})
  })

  it('[ME20] takes a negative slope index', () => {
    expect(errorsOf({ value: '-2.5' }, { unit: 'years', valueType: 'slope_index' })).toEqual({})
  })

  it('[ME21] wants both ends of an interval around the value', () => {
    expect(errorsOf({ lower95: '11' }).upper95).toContain('both ends')
    expect(errorsOf({ upper95: '14' }).lower95).toContain('both ends')
    expect(errorsOf({ lower95: '13', upper95: '14' }).lower95).toContain('not be above the value')
    expect(errorsOf({ lower95: '11', upper95: '12' }).upper95).toContain('not be below the value')
    expect(errorsOf({ lower95: '12.5', upper95: '12.5' })).toEqual({})
  })

  it('[ME22] checks numerator and denominator', () => {
    expect(errorsOf({ denominator: '0' }).denominator).toContain('above zero')
    expect(errorsOf({ numerator: '-1' }).numerator).toContain('below zero')
    expect(errorsOf({ numerator: '201', denominator: '200' }).numerator).toContain(
      'above the denominator',
    )
    const rate = { unit: 'per 1,000', valueType: 'crude_rate' } as const
    expect(errorsOf({ numerator: '201', denominator: '200' }, rate)).toEqual({})
  })

  it('[ME23] offers a second value as a correction', () => {
    const outcome = parse({ period: '2026-04-01' })
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'conflict' } })
    expect(outcome.ok ? '' : outcome.refusal.message).toContain(
      'April 2026 already has a value: 14.0%',
    )
    expect(errorsOf({ period: '2026-04-01', corrects: 'april', reason: ' ' }).reason).toContain(
      'Say why',
    )
    expect(
      parse({ period: '2026-04-01', corrects: 'april', reason: 'Late returns' }),
    ).toMatchObject({
      ok: true,
      value: { supersedesId: 'april', reason: 'Late returns' },
    })
  })

  it('[ME24] refuses a correction of what is no longer current', () => {
    const stale = { corrects: 'march', reason: 'Late returns' }
    expect(parse({ period: '2026-04-01', ...stale })).toMatchObject({
      ok: false,
      refusal: { code: 'conflict' },
    })
    expect(parse({ period: '2026-05-01', ...stale })).toMatchObject({
      ok: false,
      refusal: { code: 'conflict' },
    })
  })

  it('[ME25] keeps no reason without a correction and no long text', () => {
    expect(parse({ reason: 'Just so' })).toMatchObject({ ok: true, value: { reason: '' } })
    expect(errorsOf({ note: 'x'.repeat(1001) }).note).toContain('1,000 characters')
    expect(errorsOf({ note: 'x'.repeat(1000) })).toEqual({})
    expect(errorsOf({ reason: 'a\u0000b' }).reason).toContain('control characters')
  })

  it('[ME26] names every field at once', () => {
    const outcome = parse({ period: '', value: 'x', lower95: 'y', denominator: '0' })
    expect(
      Object.keys(errorsOf({ period: '', value: 'x', lower95: 'y', denominator: '0' })).sort(),
    ).toEqual(['denominator', 'lower95', 'period', 'value'])
    expect(outcome.ok ? '' : outcome.refusal.message).toContain('what you typed is still here')
  })
})
