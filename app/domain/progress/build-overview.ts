import type { RegisterIndex } from '../links/registers'
import {
  type ResolvedLink,
  type ResolvedMetricLink,
  describeTarget,
  resolveObjective,
} from '../links/resolve-links'
import { assessMetric } from '../metrics/assess-metric'
import { targetOf } from '../metrics/target'
import { buildChartSeries } from '../metrics/chart-series'
import { type Spark, drawSpark } from '../metrics/draw-spark'
import type { Metric } from '../metrics/metric'
import type { Observation } from '../metrics/observation'
import { formatValue } from '../numbers/format-number'
import { type BlockNumber, numberBlocks } from '../strategy/number-blocks'
import type { Level } from '../strategy/strategy'
import { type MetricFacts, type ObjectiveProgress, assessProgress } from './assess-progress'
import { type DashboardBlock, asObjective } from './dashboard-block'
import type { LinkState } from './judge-link'
import { type Verdict, rollUpPriority, sumUpPriorities } from '../targets/roll-up-targets'
import { type Work, listWork } from './list-work'

export interface MeasuredMetric {
  readonly metric: Metric
  /** Superseded ones may be among them. */
  readonly rows: readonly Observation[]
}

export interface OverviewBlock {
  readonly id: string
  /** `Objective 2.1`. */
  readonly label: string
  readonly title: string
  readonly statement: string
  readonly chapterId: string | null
}

export interface OverviewMetric {
  readonly linkId: string
  readonly metricId: string
  readonly title: string
  /** False: the register no longer has it. */
  readonly known: boolean
  /** `10.2%`, `c`, or empty without an observation. */
  readonly latest: string
  readonly period: string
  /** `9.0% by 31 March 2029`, or `No target yet`. */
  readonly target: string
  readonly state: LinkState
  readonly sentence: string
  readonly spark: Spark | null
}

export interface OverviewObjective extends OverviewBlock {
  readonly level: Level | null
  readonly leadId: string | null
  readonly lead: ResolvedLink | null
  /** YYYY-MM-DD */
  readonly targetDate: string | null
  readonly hwbPriorities: readonly ResolvedLink[]
  readonly metrics: readonly OverviewMetric[]
  readonly progress: ObjectiveProgress
}

export interface OverviewPriority extends OverviewBlock {
  readonly goalId: string | null
  readonly verdict: Verdict
  readonly sentence: string
  readonly objectives: readonly OverviewObjective[]
}

/** A goal is judged by its own long-term metric alone, on its card; here its priorities stand beside it. */
export interface OverviewGoal extends OverviewBlock {
  readonly sentence: string
  readonly priorities: readonly (Pick<OverviewBlock, 'id' | 'label' | 'title'> & {
    readonly verdict: Verdict
  })[]
}

/** The True North at a glance (rules PR21–PR26). */
export interface Overview {
  readonly visions: readonly OverviewBlock[]
  readonly goals: readonly OverviewGoal[]
  readonly priorities: readonly OverviewPriority[]
  /** Objectives under no priority of the text. */
  readonly unplaced: readonly OverviewObjective[]
  readonly sentence: string
  readonly work: readonly Work[]
  readonly leads: readonly { readonly id: string; readonly name: string }[]
}

export interface OverviewSources {
  /** In reading order. */
  readonly blocks: readonly DashboardBlock[]
  readonly registers: RegisterIndex
  readonly metrics: ReadonlyMap<string, MeasuredMetric>
  /** YYYY-MM-DD in the UK. */
  readonly today: string
}

export function buildOverview(sources: OverviewSources): Overview {
  const numbers = numberBlocks(sources.blocks)
  const placed = sources.blocks.filter((block) => !block.orphaned && block.chapterId !== null)
  const toBlock = (block: DashboardBlock) => toOverviewBlock(block, numbers)
  const toRow = createObjectiveReader(sources)
  const objectives = placed
    .filter((block) => block.kind === 'objective')
    .map((block) => ({ parentId: block.parentId, row: { ...toRow(block), ...toBlock(block) } }))
  const ids = new Set(placed.filter(isPriority).map(({ id }) => id))
  const priorities = placed.filter(isPriority).map((block) => {
    const own = objectives.filter(({ parentId }) => parentId === block.id).map(({ row }) => row)
    const { verdict, sentence } = rollUp(own)
    return { ...toBlock(block), goalId: block.parentId, verdict, sentence, objectives: own }
  })
  const all = objectives.map(({ row }) => row)
  return {
    visions: placed.filter((block) => block.kind === 'vision').map(toBlock),
    goals: placed
      .filter((block) => block.kind === 'goal')
      .map((block) => ({ ...toBlock(block), ...standBeside(block.id, priorities) })),
    priorities,
    unplaced: objectives.filter(({ parentId }) => !ids.has(parentId ?? '')).map(({ row }) => row),
    sentence: rollUp(all).sentence,
    work: listWork(all.map((objective) => objective.progress)),
    leads: listLeads(all),
  }
}

function isPriority({ kind }: DashboardBlock): boolean {
  return kind === 'priority'
}

function rollUp(objectives: readonly OverviewObjective[]) {
  return rollUpPriority(objectives.map(({ progress }) => progress.state))
}

function standBeside(
  goal: string,
  all: readonly OverviewPriority[],
): Pick<OverviewGoal, 'sentence' | 'priorities'> {
  const priorities = all
    .filter(({ goalId }) => goalId === goal)
    .map(({ id, label, title, verdict }) => ({ id, label, title, verdict }))
  return { sentence: sumUpPriorities(priorities.map(({ verdict }) => verdict)), priorities }
}

function toOverviewBlock(
  block: DashboardBlock,
  numbers: ReadonlyMap<string, BlockNumber>,
): OverviewBlock {
  const { id, title, statement, chapterId } = block
  return { id, title, statement, chapterId, label: numbers.get(id)?.label ?? '' }
}

/** Reads objectives one by one, with what all of them need worked out once. */
function createObjectiveReader({ registers, metrics, today }: OverviewSources) {
  const people = new Set(registers.people.keys())
  const facts = new Map([...metrics].map(([id, measured]) => [id, toFacts(measured, people)]))
  return (block: DashboardBlock): Omit<OverviewObjective, keyof OverviewBlock> => {
    const objective = asObjective(block)
    const { lead, hwbPriorities, metricLinks } = resolveObjective(objective, registers)
    const progress = assessProgress(objective, { metrics: facts, people, today })
    const states = new Map(progress.links.map((link) => [link.linkId, link.state]))
    const { level, leadId, targetDate } = block
    return {
      level,
      leadId,
      targetDate,
      lead,
      hwbPriorities,
      progress,
      metrics: metricLinks.map((resolved) => ({
        ...toOverviewMetric(resolved, metrics.get(resolved.link.metricId)),
        state: states.get(resolved.link.id) ?? 'no_value',
      })),
    }
  }
}

function toFacts({ metric, rows }: MeasuredMetric, people: ReadonlySet<string>): MetricFacts {
  return {
    polarity: metric.polarity,
    rows,
    // Somebody who has left answers for nothing any more.
    hasLead: metric.lead !== null && people.has(metric.lead.id),
  }
}

/** The metric as this objective sees it: its chart and sentence speak of this link's own target. */
function toOverviewMetric(
  resolved: ResolvedMetricLink,
  measured: MeasuredMetric | undefined,
): Omit<OverviewMetric, 'state'> {
  const { link, title } = resolved
  const named = {
    linkId: link.id,
    metricId: link.metricId,
    title,
    target: describeTarget(resolved),
  }
  if (!measured)
    return { ...named, known: false, latest: '', period: '', sentence: '', spark: null }
  const { metric, rows } = measured
  const assessment = assessMetric(metric, rows, targetOf(link))
  const { latest, sentence } = assessment
  return {
    ...named,
    known: true,
    latest: latest ? formatValue(latest, metric) : '',
    period: latest?.period.label ?? '',
    sentence,
    spark: drawSpark(buildChartSeries(metric, rows, assessment)),
  }
}

function listLeads(objectives: readonly OverviewObjective[]) {
  const leads = new Map<string, { id: string; name: string }>()
  for (const { lead } of objectives) {
    if (lead) leads.set(lead.id, { id: lead.id, name: lead.label })
  }
  return [...leads.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}
