import { z } from 'zod'
import type { MetricTarget } from '../../app/domain/metrics/target'
import { toMetricTarget } from '../../app/domain/targets/own-target'

const dated = z.object({ value: z.number(), on: z.string() })
const dates = { due: z.string(), baseline: dated.nullable(), steps: z.array(dated) }
const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('absolute_by_date'), value: z.number(), ...dates }),
  z.object({ kind: z.literal('relative_change_by_date'), change: z.number(), ...dates }),
  z.object({
    kind: z.literal('gap_to_comparator'),
    gap: z.number(),
    comparator: z.string(),
    ...dates,
  }),
  z.object({
    kind: z.literal('gap_between_groups'),
    gap: z.number(),
    first: z.string(),
    second: z.string(),
    ...dates,
  }),
  z.object({ kind: z.literal('benchmark_percentile'), top: z.number(), ...dates }),
  z.object({ kind: z.literal('direction_only') }),
])
export const content = z.object({
  target,
  comparatorId: z.string().nullable(),
  groupKeys: z.tuple([z.string(), z.string()]).nullable(),
  benchmarkLevel: z.string().nullable(),
})
/** Null: taken away. */
export const stored = z.union([
  content,
  z.object({ removed: z.literal(true) }).transform(() => null),
])

/** The newest target of a metric as a value of it; nothing when it never had one. */
export function readOwnTarget(row: unknown): MetricTarget | null {
  if (row === undefined || row === null) return null
  const set = stored.parse(row)
  return set && toMetricTarget(set.target)
}
