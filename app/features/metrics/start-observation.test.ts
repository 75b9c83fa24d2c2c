import { describe, expect, it } from 'vitest'
import { buildMetric, buildObservations } from '../../../test/build/metrics'
import { listPeriods } from '../../domain/metrics/period'
import { startObservation } from './start-observation'

const metric = buildMetric()
const periods = listPeriods(metric, { from: '2024-01-01', today: '2024-10-02' })
// April to August 2024; July is missing.
const current = buildObservations([10, 11, 12, 13, 14]).filter((row) => row.id !== 'o3')
const start = (correcting: string | null = null, rows = current) =>
  startObservation({ metric, periods, current: rows, correcting })

describe('what stands in the form at first', () => {
  it('is the newest period without a value', () => {
    expect(start()).toMatchObject({ period: '2024-09-01', value: '', corrects: '' })
  })

  it('is a gap when all later periods have values, never before the series', () => {
    const whole = [...current, ...buildObservations([1, 1, 1, 1, 1, 15]).slice(5)]
    expect(start(null, whole).period).toBe('2024-07-01')
    const full = buildObservations([1, 2, 3, 4, 5, 6])
    expect(start(null, full).period).toBe('2024-09-01')
  })

  it('is the newest period of a metric without values', () => {
    expect(start(null, []).period).toBe('2024-09-01')
    expect(startObservation({ metric, periods: [], current: [], correcting: null }).period).toBe('')
  })

  it('is the value to correct', () => {
    expect(start('2024-05-01')).toMatchObject({
      period: '2024-05-01',
      value: '11.0',
      corrects: 'o1',
    })
    expect(start('1999-01-01').corrects).toBe('')
  })
})
