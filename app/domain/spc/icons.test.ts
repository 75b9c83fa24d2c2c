import { describe, expect, it } from 'vitest'
import { buildSeries } from '../../../test/build/series'
import { analyseSeries } from './analyse-series'
import { hasControlChart, judgeApplicability } from './applicability'
import { explainCause } from './explain'
import { chooseAssuranceIcon, chooseVariationIcon } from './icons'
import { DEFAULT_SPC_SETTINGS, type Direction } from './settings'
import type { SpecialCause } from './special-cause'

const CALM = [4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6]

function analyse(values: readonly number[], direction: Direction = 'increase') {
  return analyseSeries(buildSeries(values), { ...DEFAULT_SPC_SETTINGS, direction })
}

describe('icons', () => {
  it('[SC13] takes the variation of the last point', () => {
    expect(chooseVariationIcon([])).toBeNull()
    expect(chooseVariationIcon(analyse(CALM))).toMatchObject({ kind: 'common_cause', letter: '~' })
    const high = [...CALM, 30]
    expect(chooseVariationIcon(analyse(high))).toMatchObject({ kind: 'improvement', letter: 'H' })
    expect(chooseVariationIcon(analyse(high, 'decrease'))).toMatchObject({
      kind: 'concern',
      letter: 'H',
    })
    expect(chooseVariationIcon(analyse([...CALM, -30], 'neutral'))).toMatchObject({
      kind: 'neutral',
      letter: 'L',
    })
    expect(chooseVariationIcon(analyse([...high, 5]))?.kind).toBe('common_cause')
  })

  it.each([
    ['increase', 20, 'F'],
    ['increase', -20, 'P'],
    ['increase', 5, '?'],
    ['decrease', 20, 'P'],
    ['decrease', -20, 'F'],
  ] as const)('[SC14] compares target and limits: %s, %d gives %s', (direction, target, letter) => {
    expect(chooseAssuranceIcon(analyse(CALM), { direction, target })?.letter).toBe(letter)
  })

  it('[SC14] treats a target on a limit as hit and miss', () => {
    const points = analyse(CALM)
    const target = points[0]?.limits?.upper ?? null
    expect(chooseAssuranceIcon(points, { direction: 'increase', target })?.letter).toBe('?')
  })

  it('[SC15] says nothing without target, limits or direction', () => {
    expect(chooseAssuranceIcon(analyse(CALM), { direction: 'increase', target: null })).toBeNull()
    expect(chooseAssuranceIcon(analyse([5, 5, 5]), { direction: 'increase', target: 4 })).toBeNull()
    expect(chooseAssuranceIcon(analyse(CALM), { direction: 'neutral', target: 4 })).toBeNull()
  })
})

describe('sentences', () => {
  it('[SC12] explains every cause differently and with the run length', () => {
    const all: SpecialCause[] = [
      'common_cause',
      'above_upper_limit',
      'below_lower_limit',
      'rising_trend',
      'falling_trend',
      'two_of_three_high',
      'two_of_three_low',
      'shift_above',
      'shift_below',
    ]
    const sentences = all.map((cause) => explainCause(cause, { trendLength: 6, shiftLength: 8 }))
    expect(new Set(sentences).size).toBe(all.length)
    expect(sentences[3]).toContain('6 points')
    expect(sentences[7]).toContain('8 or more')
  })
})

describe('when the chart may not speak', () => {
  it('[SC16] refuses pooled years', () => {
    expect(judgeApplicability({ spacing: 'pooled', points: 40 }).kind).toBe('pooled')
  })

  it('[SC17] refuses annual values', () => {
    const annual = judgeApplicability({ spacing: 'annual', points: 40 })
    expect(annual.kind).toBe('annual')
    expect(hasControlChart(annual)).toBe(false)
  })

  it('[SC18] wants 7 points', () => {
    expect(judgeApplicability({ spacing: 'within_year', points: 6 }).kind).toBe('too_few_points')
  })

  it('[SC19] calls limits trial limits below 12 points', () => {
    const kinds = [7, 11, 12].map(
      (points) => judgeApplicability({ spacing: 'within_year', points }).kind,
    )
    expect(kinds).toEqual(['trial_limits', 'trial_limits', 'control_chart'])
    expect(judgeApplicability({ spacing: 'within_year', points: 9 }).sentence).toContain('9 points')
  })
})
