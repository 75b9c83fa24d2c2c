import { describe, expect, it } from 'vitest'
import { buildMetric } from '../../../test/build/metrics'
import { FIXED_BY_VALUES, definitionOf } from './definition'
import { fitUnit } from './fit-unit'
import { giveUp, takeBack } from './give-up'
import { type DefinitionSituation, parseDefinition } from './parse-definition'

const TYPED = {
  code: 'WV17',
  title: 'People waiting over a year',
  plainTitle: '',
  definition: 'People on the waiting list for more than 52 weeks at the end of the month.',
  valueType: 'count',
  unit: 'people',
  polarity: 'low_good',
  frequency: 'monthly',
  yearType: 'financial',
  areaId: 'area-1',
  source: 'Referral to treatment returns',
  scope: 'local',
}
const NEW: DefinitionSituation = { areaIds: ['area-1', 'area-2'], before: null, values: 0 }

function parse(change: Record<string, string> = {}, situation: DefinitionSituation = NEW) {
  return parseDefinition({ ...TYPED, ...change }, situation)
}

function errorsOf(change: Record<string, string>, situation: DefinitionSituation = NEW) {
  const outcome = parse(change, situation)
  return outcome.ok ? {} : outcome.refusal.fields
}

describe('a metric’s definition', () => {
  it('[ME42] needs its usual fields, and names all that are wrong at once', () => {
    expect(parse()).toMatchObject({
      ok: true,
      value: {
        plainTitle: TYPED.title,
        decimals: 1,
        lagDays: null,
        wantedSince: null,
        chasm: null,
        tags: [],
        numerator: '',
      },
    })
    const outcome = parseDefinition({}, NEW)
    expect(outcome.ok ? [] : Object.keys(outcome.refusal.fields ?? {}).sort()).toEqual(
      [
        'areaId',
        'code',
        'definition',
        'frequency',
        'polarity',
        'scope',
        'source',
        'title',
        'unit',
        'valueType',
        'yearType',
      ].sort(),
    )
    expect(errorsOf({ areaId: 'area-elsewhere', decimals: '5', lagDays: 'soon' })).toMatchObject({
      areaId: 'Choose the area it is measured for.',
      decimals: 'Write a whole number from 0 to 4.',
      lagDays: 'Write a whole number from 0 to 1,100.',
    })
    expect(Object.keys(errorsOf({ code: 'WV 17' }) ?? {})).toEqual(['code'])
  })

  it.each([
    ['proportion', 'per cent', '%'],
    ['proportion', 'people', null],
    ['count', 'admissions', 'admissions'],
    ['count', '%', null],
    ['count', 'per 1,000', null],
    ['crude_rate', 'per 100000', 'per 100,000'],
    ['directly_standardised_rate', 'Per 1,000 children', 'per 1,000 children'],
    ['crude_rate', '%', null],
    ['crude_rate', 'per 250', null],
    ['life_expectancy', 'Years', 'years'],
    ['life_expectancy', 'months', null],
    ['ratio', 'ratio', 'ratio'],
    ['indirectly_standardised_ratio', '%', null],
    ['slope_index', 'years', 'years'],
    ['mean', 'days', 'days'],
    ['score', 'points', 'points'],
  ] as const)('[ME43] a %s in “%s” is kept as %s', (valueType, typed, kept) => {
    const unit = fitUnit(typed, valueType)
    expect(unit.ok ? unit.value : null).toBe(kept)
  })

  it('[ME43] explains at the field which unit would fit', () => {
    expect(errorsOf({ valueType: 'crude_rate', unit: '%' })).toEqual({
      unit: 'A rate is so many per a round number of people: write “per 1,000” or “per 100,000”.',
    })
  })

  it('[ME45] keeps what its values are read by, and says what to do instead', () => {
    const before = definitionOf(buildMetric())
    const situation = { areaIds: ['area-1', 'area-2'], before, values: 1234 }
    const same = Object.fromEntries(FIXED_BY_VALUES.map((field) => [field, before[field]]))
    expect(parse(same, situation).ok).toBe(true)
    const changed = {
      ...same,
      valueType: 'count',
      unit: 'people',
      frequency: 'annual',
      yearType: 'calendar',
      areaId: 'area-2',
    }
    expect(Object.keys(errorsOf(changed, situation) ?? {}).sort()).toEqual(
      [...FIXED_BY_VALUES].sort(),
    )
    expect(errorsOf({ ...same, unit: 'people' }, situation)?.['unit']).toBe(
      'Unit cannot change: this metric has 1,234 values, which would come to mean something else. Give this metric up and add a new one.',
    )
    expect(parse(changed, { ...situation, values: 0 }).ok).toBe(true)
    // A form that does not send them changes nothing.
    const { valueType: _t, unit: _u, frequency: _f, yearType: _y, areaId: _a, ...rest } = TYPED
    expect(parseDefinition(rest, situation)).toMatchObject({ ok: true, value: { unit: '%' } })
  })

  it('[ME46] wants values from the first day of a period', () => {
    const day = { 'wantedSince-day': '1', 'wantedSince-month': '7', 'wantedSince-year': '2026' }
    expect(parse({ ...day, frequency: 'quarterly' })).toMatchObject({
      ok: true,
      value: { wantedSince: '2026-07-01' },
    })
    expect(Object.keys(errorsOf({ ...day, frequency: 'annual' }) ?? {})).toEqual(['wantedSince'])
    expect(Object.keys(errorsOf({ ...day, 'wantedSince-day': '31' }) ?? {})).toEqual([
      'wantedSince',
    ])
    expect(Object.keys(errorsOf({ ...day, 'wantedSince-month': '13' }) ?? {})).toEqual([
      'wantedSince',
    ])
  })

  it('[ME47] parts tags by commas and keeps each once', () => {
    expect(parse({ tags: ' Winter,winter , hospital  flow,, ' })).toMatchObject({
      ok: true,
      value: { tags: ['Winter', 'hospital flow'] },
    })
    const many = Array.from({ length: 13 }, (_, at) => `t${at}`).join(',')
    expect(errorsOf({ tags: many })).toEqual({ tags: 'Use 12 tags at most.' })
    expect(Object.keys(errorsOf({ tags: 'a'.repeat(41) }) ?? {})).toEqual(['tags'])
  })

  it('[ME48] refuses texts too long or impossible to keep', () => {
    expect(errorsOf({ definition: 'a'.repeat(4001) })).toEqual({
      definition: 'Use 4,000 characters or fewer; this has 4,001.',
    })
    expect(Object.keys(errorsOf({ source: 'a\u0000b' }) ?? {})).toEqual(['source'])
    expect(parse({ definition: 'a'.repeat(4000) }).ok).toBe(true)
  })

  it('[ME49] needs a chasm for the index only', () => {
    expect(Object.keys(errorsOf({ scope: 'index' }) ?? {})).toEqual(['chasm'])
    expect(parse({ scope: 'index', chasm: 'health_social' }).ok).toBe(true)
    expect(parse({ scope: 'national' }).ok).toBe(true)
    expect(Object.keys(errorsOf({ chasm: 'north' }) ?? {})).toEqual(['chasm'])
  })
})

describe('giving a metric up', () => {
  it('[ME50] happens once, with a reason', () => {
    expect(giveUp({ retiredOn: null }, ' No longer published. ')).toEqual({
      ok: true,
      value: 'No longer published.',
    })
    for (const reason of ['  ', 'a'.repeat(1001), 'a\u0000'])
      expect(giveUp({ retiredOn: null }, reason)).toMatchObject({
        ok: false,
        refusal: { code: 'invalid', fields: { reason: expect.any(String) } },
      })
    expect(giveUp({ retiredOn: '2026-01-01' }, 'Again')).toMatchObject({
      refusal: { code: 'conflict' },
    })
  })

  it('[ME51] can be taken back', () => {
    expect(takeBack({ retiredOn: '2026-01-01' })).toEqual({ ok: true, value: null })
    expect(takeBack({ retiredOn: null })).toMatchObject({ refusal: { code: 'conflict' } })
  })
})
