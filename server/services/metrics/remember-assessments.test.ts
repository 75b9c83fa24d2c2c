import { describe, expect, it } from 'vitest'
import type { Metric } from '../../../app/domain/metrics/metric'
import { buildMetric, buildObservations } from '../../../test/build/metrics'
import { rememberAssessments } from './remember-assessments'

/** A store that says whose observations it was asked for. */
function open(most?: number) {
  const asked: string[] = []
  const values = new Map<string, number[]>()
  const assess = rememberAssessments(
    {
      async readObservations(metrics) {
        asked.push(...metrics.map(({ id }) => id))
        return new Map(metrics.map(({ id }) => [id, buildObservations(values.get(id) ?? [10])]))
      },
    },
    most,
  )
  const read = async (metrics: readonly Metric[], target = 5) => {
    asked.length = 0
    const assessed = await assess(
      metrics.map((metric) => ({ metric, target: { value: target, due: null } })),
    )
    return assessed.map(({ assessment }) => assessment.latest?.value)
  }
  return { asked, values, read }
}

const one = buildMetric({ id: 'one' })
const two = buildMetric({ id: 'two' })

describe('what was worked out from values', () => {
  it('is worked out once while they stay as they are', async () => {
    const { asked, read } = open()
    expect(await read([one, two])).toEqual([10, 10])
    expect(asked).toEqual(['one', 'two'])
    expect(await read([two, one])).toEqual([10, 10])
    expect(asked).toEqual([])
  })

  it('is worked out anew for the metric that changed, and only that', async () => {
    const { asked, values, read } = open()
    await read([one, two])
    values.set('one', [10, 12])
    expect(await read([{ ...one, version: 1 }, two])).toEqual([12, 10])
    expect(asked).toEqual(['one'])
  })

  it('depends on the target and on what is written of the metric', async () => {
    const { asked, read } = open()
    await read([one])
    await read([one], 20)
    expect(asked).toEqual(['one'])
    await read([{ ...one, polarity: 'high_good' }])
    expect(asked).toEqual(['one'])
  })

  it('forgets what was asked for longest ago', async () => {
    const { asked, read } = open(2)
    const three = buildMetric({ id: 'three' })
    await read([one, two])
    await read([one])
    await read([three])
    await read([one])
    expect(asked).toEqual([])
    await read([two])
    expect(asked).toEqual(['two'])
  })
})
