import { array, assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildAreas } from '../../../test/build/area-readings'
import { INDEX_METHOD, type IndexMetric, scoreIntegration } from './integration-index'

type Values = Readonly<Record<string, number | 'c' | null>>

function buildIndexMetric(id: string, chasm: string, values: Values): IndexMetric {
  return {
    id,
    title: id,
    chasm,
    polarity: 'high_good',
    valueType: 'proportion',
    readings: buildAreas(values),
  }
}

const areas = buildAreas({ A: 0, B: 0, C: 0, D: 0 }).map(({ area }) => area)
// Mean 5, deviations ±1 twice and ±3 twice: √((1 + 1 + 9 + 9) ÷ 4) = √5.
const spread: Values = { A: 2, B: 4, C: 6, D: 8 }
const whole = [
  buildIndexMetric('mind', 'physical_mental', spread),
  buildIndexMetric('home', 'community_hospital', spread),
  buildIndexMetric('care', 'health_social', spread),
]

function score(metrics: readonly IndexMetric[], compared = areas) {
  const outcome = scoreIntegration(compared, metrics)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

describe('integration index', () => {
  it('[CM28] scores in standard deviations from the average', () => {
    const found = score(whole).areas.map(({ index }) => Number(index?.toFixed(6)))
    expect(found).toEqual([-1.341641, -0.447214, 0.447214, 1.341641])
  })

  it('[CM28] turns a metric where low is good', () => {
    const turned = whole.map((metric) => ({ ...metric, polarity: 'low_good' as const }))
    expect(score(turned).areas[0]?.index).toBeCloseTo(1.341641, 6)
  })

  it('[CM28] counts more than three deviations as three', () => {
    const names = Array.from({ length: 20 }, (_, at) => `area ${at}`)
    const values = Object.fromEntries(names.map((name, at) => [name, at === 0 ? 100 : 0]))
    // One of 20: its score would be √19 = 4.36.
    const metrics = whole.map(({ id, chasm }) => buildIndexMetric(id, chasm, values))
    const compared = buildAreas(values).map(({ area }) => area)
    expect(score(metrics, compared).areas[0]?.index).toBe(3)
  })

  it('[CM29] names the metrics that cannot score', () => {
    const odd = [
      { ...buildIndexMetric('neutral', 'health_social', spread), polarity: 'neutral' as const },
      buildIndexMetric('elsewhere', 'another', spread),
      buildIndexMetric('few', 'health_social', { A: 1, B: 2, C: 3, D: 'c' }),
      buildIndexMetric('same', 'health_social', { A: 0.1, B: 0.1, C: 0.1, D: 0.1 }),
      buildIndexMetric('nothing', 'health_social', { A: 0, B: 0, C: 0, D: 0 }),
    ]
    const found = score([...whole, ...odd])
    expect(found.leftOut.map(({ metricId }) => metricId)).toEqual(odd.map(({ id }) => id))
    expect(found.areas).toEqual(score(whole).areas)
  })

  it('[CM30] averages the metrics an area has, with weights that show it', () => {
    const second = buildIndexMetric('second', 'health_social', { ...spread, A: 'c', E: 5 })
    const found = score([...whole, second])
    const weights = found.areas.map(({ chasms }) => chasms[2]?.metrics.map(({ weight }) => weight))
    expect(weights[0]).toEqual([1 / 3, 0])
    expect(weights[1]).toEqual([1 / 6, 1 / 6])
    expect(found.areas[0]?.chasms[2]?.metrics[1]?.score).toBeNull()
  })

  it('[CM31] has no index for an area without a chasm', () => {
    const gone = buildIndexMetric('care', 'health_social', { B: 4, C: 6, D: 8, E: 2 })
    const found = score([...whole.slice(0, 2), gone])
    expect(found.areas[0]).toMatchObject({ index: null, rank: null, quarter: null })
    expect(found.areas[3]?.index).not.toBeNull()
    // Three areas with an index are too few for quarters.
    expect(found.areas[3]).toMatchObject({ rank: 1, quarter: null })
  })

  it('[CM31] has no index for anybody without a metric in a chasm', () => {
    const outcome = scoreIntegration(areas, whole.slice(0, 2))
    expect(outcome.ok ? '' : outcome.refusal.message).toContain('Health and social care')
    expect(scoreIntegration(areas, []).ok).toBe(false)
  })

  it('[CM32] ranks the best first and shares ranks', () => {
    expect(score(whole).areas.map(({ rank, quarter }) => [rank, quarter])).toEqual([
      [4, 4],
      [3, 3],
      [2, 2],
      [1, 1],
    ])
    // Of five the fourth is the 75th percentile itself.
    const five = { A: 1, B: 2, C: 3, D: 4, E: 5 }
    const fifths = whole.map(({ id, chasm }) => buildIndexMetric(id, chasm, five))
    const compared = buildAreas(five).map(({ area }) => area)
    expect(score(fifths, compared).areas.map(({ quarter }) => quarter)).toEqual([4, 3, 2, 1, 1])
    const tied = { A: 2, B: 8, C: 8, D: 2 }
    const metrics = whole.map(({ id, chasm }) => buildIndexMetric(id, chasm, tied))
    expect(score(metrics).areas.map(({ rank }) => rank)).toEqual([3, 1, 1, 3])
  })

  it('[CM33] declares its method as ours', () => {
    expect(INDEX_METHOD).toContain('Northing’s own index')
    expect(INDEX_METHOD).toContain('does not publish its weights')
  })

  it('[CM28] [CM30] averages to zero over areas that have everything, with weights of 1', () => {
    const values = array(integer({ min: 0, max: 20 }), { minLength: 4, maxLength: 4 })
    assert(
      property(values, values, values, (...lists) => {
        const metrics = lists.map((list, at) => {
          const [A = 0, B = 0, C = 0] = list
          return { ...whole[at]!, readings: buildAreas({ A, B, C, D: A + B + C + 1 }) }
        })
        // Scores of four areas stay below √3, so none is capped.
        const found = score(metrics).areas
        const sum = found.reduce((total, { index }) => total + (index ?? Number.NaN), 0)
        expect(sum).toBeCloseTo(0, 6)
        for (const { chasms } of found) {
          const weights = chasms.flatMap((chasm) => chasm.metrics.map(({ weight }) => weight))
          expect(weights.reduce((total, weight) => total + weight, 0)).toBeCloseTo(1, 9)
        }
      }),
    )
  })
})
