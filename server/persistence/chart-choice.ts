import { z } from 'zod'
import { type ChartChoice, DEFAULT_CHART_CHOICE } from '../../app/domain/metrics/chart-choice'

const content = z.object({
  rebases: z.array(z.object({ start: z.string(), label: z.string(), reason: z.string() })),
  fixAfter: z.number().int().nullable(),
  screenOutliers: z.boolean(),
  runLength: z.number().int(),
})

/** What was chosen last; the usual when nothing was. */
export function readChartChoice(stored: unknown): ChartChoice {
  return stored === undefined ? DEFAULT_CHART_CHOICE : content.parse(stored)
}
