import { describe, expect, it } from 'vitest'
import { buildMetric } from '../../../test/build/metrics'
import type { PlanQuestion } from '../../services/imports/tables'
import { planTable } from './plan-table'
import { rememberPlan } from './remember-plan'

const metric = buildMetric({ frequency: 'annual' })
const QUESTION: PlanQuestion = {
  bytes: new TextEncoder().encode('Area,Year,Value\nGateshead,2024/25,12.5'),
  chosen: {},
  metrics: [{ metric, codes: ['M1'], name: 'Waits', everybody: { sex: '', age: '' } }],
  areas: [{ area: metric.area, codes: [], name: 'Gateshead' }],
  onlyMetricId: metric.id,
  today: '2026-11-22',
}

function open() {
  let planned = 0
  const plan = rememberPlan((question) => {
    planned += 1
    return planTable(question)
  })
  return { plan, count: () => planned }
}

describe('planning a table again', () => {
  it('[TB10] answers the same question once more without reading again, and then forgets', async () => {
    const { plan, count } = open()
    const first = await plan(QUESTION)
    expect(first).toMatchObject({ ok: true, value: { counts: { new: 1 } } })
    expect(await plan({ ...QUESTION })).toEqual(first)
    expect(count()).toBe(1)
    await plan(QUESTION)
    expect(count()).toBe(2)
  })

  it('[TB10] reads again when the file, the columns, the metrics or the day are others', async () => {
    const { plan, count } = open()
    const others: Partial<PlanQuestion>[] = [
      {},
      { bytes: new TextEncoder().encode('Area,Year,Value\nGateshead,2024/25,13.5') },
      { chosen: { value: 2 } },
      { metrics: [{ ...QUESTION.metrics[0]!, everybody: { sex: 'Female', age: '' } }] },
      { today: '2026-11-23' },
      { onlyMetricId: null },
    ]
    for (const other of others) await plan({ ...QUESTION, ...other })
    expect(count()).toBe(others.length)
  })
})
