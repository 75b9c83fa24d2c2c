import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { indexRegisters } from '../../../app/domain/links/registers'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import {
  type Overview,
  type OverviewSources,
  buildOverview,
} from '../../../app/domain/progress/build-overview'
import type { BlockReader, MetricStore } from '../metrics/metric-store'
import type { ReadValues } from '../metrics/remember-values'
import type { RegisterReader } from '../registers/read-picker-options'

/** Values come remembered: an overview shows dozens of series that hardly ever change. */
export type OverviewReaders = OverviewAdapters & { readonly readValues: ReadValues }

export interface OverviewAdapters {
  readonly registers: RegisterReader
  readonly blocks: BlockReader
  readonly metrics: Pick<MetricStore, 'findMetrics' | 'readObservations'>
  readonly now: () => Date
}

/** The True North at a glance, from the rows last projected and the figures as they are now. */
export async function readOverview(
  readers: OverviewReaders,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<Overview>> {
  const sources = await gatherOverview(readers, actor, strategyId)
  return sources.ok ? done(buildOverview(sources.value)) : sources
}

/** All that an overview is made of. */
export async function gatherOverview(
  { registers, blocks, metrics, readValues, now }: OverviewReaders,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<OverviewSources>> {
  const partnershipId = await registers.findPartnershipOf(strategyId)
  if (partnershipId === null) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'read', { partnershipId })
  if (!allowed.ok) return allowed
  const today = dayOfInstant(now())
  const [register, read] = await Promise.all([
    registers.readRegisters(partnershipId, today),
    blocks.readBlocks(strategyId),
  ])
  const linked = new Set(read.flatMap((block) => block.metricLinks.map((link) => link.metricId)))
  const shown = await metrics.findMetrics(partnershipId, [...linked])
  const rows = await readValues(shown)
  const measured = new Map(
    shown.map((metric) => [metric.id, { metric, rows: rows.get(metric.id) ?? [] }]),
  )
  return done({ blocks: read, registers: indexRegisters(register), metrics: measured, today })
}
