import type { Actor } from '../../../app/domain/access/actor'
import { assessMetric } from '../../../app/domain/metrics/assess-metric'
import { targetOf } from '../../../app/domain/metrics/target'
import { type ChartSeries, buildChartSeries } from '../../../app/domain/metrics/chart-series'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import {
  type Overview,
  type OverviewSources,
  buildOverview,
} from '../../../app/domain/progress/build-overview'
import { type OverviewReaders, gatherOverview } from './read-overview'

/** What a board reads: the overview, and the chart of every metric an objective is measured by. */
export interface BoardPack {
  readonly overview: Overview
  /** By the link's id: the same metric may have another target in another objective. */
  readonly charts: Readonly<Record<string, ChartSeries>>
  /** YYYY-MM-DD in the UK. */
  readonly today: string
}

export async function readPack(
  adapters: OverviewReaders,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<BoardPack>> {
  const sources = await gatherOverview(adapters, actor, strategyId)
  if (!sources.ok) return sources
  const overview = buildOverview(sources.value)
  return done({ overview, charts: drawAll(sources.value), today: sources.value.today })
}

function drawAll({ blocks, metrics }: OverviewSources): Record<string, ChartSeries> {
  const links = blocks.flatMap((block) => (block.orphaned ? [] : block.metricLinks))
  return Object.fromEntries(
    links.flatMap((link) => {
      const measured = metrics.get(link.metricId)
      if (!measured) return []
      const assessment = assessMetric(measured.metric, measured.rows, targetOf(link))
      return [[link.id, buildChartSeries(measured.metric, measured.rows, assessment)] as const]
    }),
  )
}
