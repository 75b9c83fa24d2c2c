import { describe, expect, it } from 'vitest'
import type { Metric } from '../../../app/domain/metrics/metric'
import { buildMetric, buildObservations } from '../../../test/build/metrics'
import { rememberValues } from './remember-values'

/** A store that says whose observations it was asked for; the metric named `none` has none. */
function open(most?: number) {
  const asked: string[] = []
  const values = new Map<string, number[]>()
  const remembered = rememberValues(
    {
      async readObservations(metrics) {
        asked.push(...metrics.map(({ id }) => id))
        const known = metrics.filter(({ id }) => id !== 'none')
        return new Map(known.map(({ id }) => [id, buildObservations(values.get(id) ?? [10])]))
      },
    },
    most,
  )
  const read = async (...metrics: Metric[]) => {
    asked.length = 0
    const rows = await remembered(metrics)
    return metrics.map(({ id }) => rows.get(id)?.map(({ value }) => value))
  }
  return { asked, values, read }
}

const one = buildMetric({ id: 'one' })
const two = buildMetric({ id: 'two' })
const none = buildMetric({ id: 'none' })

describe('values that were read', () => {
  it('are read once while they stay as they are, and so is that there are none', async () => {
    const { asked, read } = open()
    expect(await read(one, none)).toEqual([[10], []])
    expect(await read(none, two, one)).toEqual([[], [10], [10]])
    expect(asked).toEqual(['two'])
    await read(one, two, none)
    expect(asked).toEqual([])
  })

  it('are read anew for the metric that changed, and only that', async () => {
    const { asked, values, read } = open()
    await read(one, two)
    values.set('one', [10, 12])
    expect(await read({ ...one, version: 1 }, two)).toEqual([[10, 12], [10]])
    expect(asked).toEqual(['one'])
    const { area } = one
    await read({ ...one, version: 1, area: { ...area, id: 'elsewhere' } })
    expect(asked).toEqual(['one'])
  })

  it('are forgotten when they were asked for longest ago', async () => {
    const { asked, read } = open(2)
    await read(one, two)
    await read(one)
    await read(none)
    await read(one)
    expect(asked).toEqual([])
    await read(two)
    expect(asked).toEqual(['two'])
  })
})
