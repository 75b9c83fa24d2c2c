import { Link, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Spark } from '../../domain/metrics/draw-spark'
import { countOf } from '../../domain/numbers/format-number'
import type {
  Overview,
  OverviewObjective,
  OverviewPriority,
} from '../../domain/progress/build-overview'
import { pathToBlock } from '../../domain/progress/dashboard-block'
import {
  type ProgressFilter,
  isFiltering,
  matchesFilter,
  parseFilter,
} from '../../domain/progress/filter-objectives'
import { VERDICT_WORDS } from '../../domain/targets/roll-up-targets'
import { ButtonLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeading } from '../../ui/page-heading'
import { Goals } from './goals'
import { HowLink, HowWorkedOut } from './how-worked-out'
import { ObjectiveTable } from './objective-table'
import { OverviewFilter } from './overview-filter'
import { WorkList } from './work-list'
import './overview-page.css'

interface OverviewPageProps {
  readonly overview: Overview
  /** Where the strategy's pages begin, without a slash at the end. */
  readonly strategyPath: string
  /** Draws a metric's course; given by the route, because charts belong to the metrics feature. */
  readonly renderChart: (spark: Spark) => ReactNode
  /** Beside the heading: what can be done with the whole strategy. */
  readonly action?: ReactNode
}

/** The True North at a glance: vision, priorities, objectives, and what each still needs. */
export function OverviewPage({ overview, strategyPath, renderChart, action }: OverviewPageProps) {
  const [search] = useSearchParams()
  const filter = parseFilter(search)
  const isEmpty = overview.priorities.length === 0 && overview.unplaced.length === 0
  const shared = { filter, strategyPath, renderChart }
  return (
    <>
      <PageHeading title="True North at a glance" lead={overview.sentence} action={action} />
      <Visions overview={overview} strategyPath={strategyPath} />
      <Goals goals={overview.goals} strategyPath={strategyPath} />
      {isEmpty ? (
        <EmptyState
          title="No priorities yet"
          action={
            <ButtonLink to={`${strategyPath}/write`} variant="primary">
              Start writing
            </ButtonLink>
          }
        >
          Priorities and objectives that are written in the text appear here by themselves, with
          their metrics and leads.
        </EmptyState>
      ) : (
        <>
          <WorkList work={overview.work} />
          <OverviewFilter filter={filter} leads={overview.leads} search={search.toString()} />
          <FilterCount overview={overview} filter={filter} />
          {overview.priorities.map((priority) => (
            <Priority key={priority.id} priority={priority} {...shared} />
          ))}
          <Unplaced objectives={overview.unplaced} {...shared} />
        </>
      )}
      {isEmpty && overview.goals.length === 0 ? null : <HowWorkedOut />}
    </>
  )
}

type Shared = Pick<OverviewPageProps, 'strategyPath' | 'renderChart'> & {
  readonly filter: ProgressFilter
}

function Visions({ overview, strategyPath }: Pick<OverviewPageProps, 'overview' | 'strategyPath'>) {
  const { visions } = overview
  if (visions.length === 0)
    return (
      <p className="overview-vision-missing">
        No vision yet: <Link to={`${strategyPath}/write`}>write it in the text</Link>.
      </p>
    )
  return visions.map((vision) => (
    <section key={vision.id} className="overview-vision" aria-label={vision.label}>
      <p className="overview-kind">
        <Link to={`${strategyPath}/${pathToBlock(vision)}`}>{vision.label}</Link>
      </p>
      <p className="overview-vision-statement">
        {vision.statement || 'The vision has no statement yet.'}
      </p>
    </section>
  ))
}

function FilterCount({
  overview,
  filter,
}: {
  readonly overview: Overview
  readonly filter: ProgressFilter
}) {
  const all = [
    ...overview.priorities.flatMap((priority) => priority.objectives),
    ...overview.unplaced,
  ]
  const shown = all.filter((objective) => matchesFilter(objective, filter)).length
  return (
    <output className="overview-count">
      {isFiltering(filter) ? `${shown} of ${countOf(all.length, 'objective')}` : ''}
    </output>
  )
}

function Priority({ priority, filter, ...rest }: Shared & { readonly priority: OverviewPriority }) {
  const shown = priority.objectives.filter((objective) => matchesFilter(objective, filter))
  if (shown.length === 0 && isFiltering(filter)) return null
  return (
    <section className="overview-priority" aria-labelledby={`priority-${priority.id}`}>
      <h2 id={`priority-${priority.id}`}>
        <span className="overview-kind">{priority.label}</span>
        <Link to={`${rest.strategyPath}/${pathToBlock(priority)}`}>
          {priority.title || 'Without a title yet'}
        </Link>
      </h2>
      {priority.statement ? <p className="overview-statement">{priority.statement}</p> : null}
      <p className="overview-sentence">
        {priority.objectives.length > 0 ? <b>{VERDICT_WORDS[priority.verdict]}. </b> : null}
        {priority.sentence} <HowLink />
      </p>
      {shown.length > 0 ? (
        <ObjectiveTable caption={`Objectives of ${priority.label}`} objectives={shown} {...rest} />
      ) : (
        <p>
          Write its objectives{' '}
          <Link to={`${rest.strategyPath}/${pathToBlock(priority)}`}>in the text</Link>.
        </p>
      )}
    </section>
  )
}

function Unplaced({
  objectives,
  filter,
  ...rest
}: Shared & { readonly objectives: readonly OverviewObjective[] }) {
  const shown = objectives.filter((objective) => matchesFilter(objective, filter))
  if (shown.length === 0) return null
  return (
    <section className="overview-priority" aria-labelledby="unplaced">
      <h2 id="unplaced">Objectives under no priority</h2>
      <p className="overview-sentence">
        Choose the priority each belongs to on its card in the text.
      </p>
      <ObjectiveTable caption="Objectives under no priority" objectives={shown} {...rest} />
    </section>
  )
}
