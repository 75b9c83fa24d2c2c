import { toDate } from '../../app/domain/dates/parse-date'
import type { Observation } from '../../app/domain/metrics/observation'
import type { Prisma } from './generated/client'

export const WITH_RECORDER = {
  recordedBy: { select: { id: true, name: true } },
} satisfies Prisma.ObservationInclude

type ObservationRow = Prisma.ObservationGetPayload<{ include: typeof WITH_RECORDER }>

/** An observation as the rules know it; of whom it is, the reader has asked for. */
export function toObservation(row: ObservationRow): Observation {
  const { periodStart, periodEnd, periodLabel, recordedById: _by, ...others } = row
  const { importId, importLine, breakdown: _of, breakdownKey: _key, ...columns } = others
  return {
    ...columns,
    period: { start: toDate(periodStart), end: toDate(periodEnd), label: periodLabel },
    recordedAt: row.recordedAt.toISOString(),
    imported: importId === null ? null : { importId, line: importLine ?? 0 },
  }
}
