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
import type { RegisterReader } from '../registers/read-picker-options'

export interface OverviewAdapters {
  readonly registers: RegisterReader
  readonly blocks: BlockReader
  readonly metrics: Pick<MetricStore, 'findMetrics' | 'readObservations'>
  readonly now: () => Date
}

/** The True North at a glance, from the rows last projected and the figures as they are now. */
export async function readOverview(
  { registers, blocks, metrics, now }: OverviewAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<Overview>> {
  const sources = await gatherOverview({ registers, blocks, metrics, now }, actor, strategyId)
  return sources.ok ? done(buildOverview(sources.value)) : sources
}

/** All that an overview is made of. */
export async function gatherOverview(
  { registers, blocks, metrics, now }: OverviewAdapters,
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
  const rows = await metrics.readObservations(shown)
  const measured = new Map(
    shown.map((metric) => [metric.id, { metric, rows: rows.get(metric.id) ?? [] }]),
  )
  return done({ blocks: read, registers: indexRegisters(register), metrics: measured, today })
}
