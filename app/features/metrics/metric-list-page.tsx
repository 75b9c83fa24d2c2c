import { Form, Link, useSearchParams } from '@remix-run/react'
import { countOf } from '../../domain/numbers/format-number'
import type { ChartSeries } from '../../domain/metrics/chart-series'
import type { Metric } from '../../domain/metrics/metric'
import type { AssuranceIcon, VariationIcon } from '../../domain/spc/icons'
import { Button, ButtonLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { StackingCell, StackingRow, StackingTable } from '../../ui/stacking-table'
import { TextField } from '../../ui/text-field'
import { Sparkline } from './charts/sparkline'
import { METRIC_VIEWS, filterMetrics, parseMetricFilter } from './filter-metrics'
import { SpcMark } from './spc-mark'
import './metric-list-page.css'

export interface MetricRow {
  readonly metric: Metric
  readonly latest: string
  readonly period: string
  readonly sentence: string
  readonly variation: VariationIcon | null
  readonly assurance: AssuranceIcon | null
  readonly notice: string
  readonly chart: ChartSeries
  readonly objectives: number
  readonly work: readonly string[]
}

interface MetricListPageProps {
  readonly metrics: readonly MetricRow[]
  readonly mayAssign: boolean
}

const VIEW_OPTIONS = Object.entries(METRIC_VIEWS).map(([value, label]) => ({ value, label }))

/** Every metric of the partnership: who answers for it, where it stands, how it moves. */
export function MetricListPage({ metrics, mayAssign }: MetricListPageProps) {
  const [search] = useSearchParams()
  const filter = parseMetricFilter(search)
  const found = filterMetrics(metrics, filter)
  const isFiltered = filter.search !== '' || filter.view !== null
  return (
    <>
      <PageHeading title="Metrics" lead={describeAll(metrics)} />
      {metrics.length === 0 ? (
        <EmptyState title="No metrics yet">
          The metrics the partnership follows will be here, each with its lead and its latest value.
        </EmptyState>
      ) : (
        <>
          <Form method="get" className="metric-list-filter" key={search.toString()}>
            <TextField
              label="Search"
              name="q"
              type="search"
              width="medium"
              defaultValue={filter.search}
            />
            <SelectField
              label="Show"
              name="show"
              options={VIEW_OPTIONS}
              emptyLabel="All metrics"
              defaultValue={filter.view ?? ''}
            />
            <Button>Show</Button>
            {isFiltered ? <ButtonLink to="?">Show all</ButtonLink> : null}
          </Form>
          {/* The count is told aloud when the filter changes it. */}
          <output className="metric-list-count">
            {isFiltered ? `${found.length} of ${countOf(metrics.length, 'metric')}` : ''}
          </output>
          {found.length === 0 ? (
            <EmptyState title="No metric fits">Try fewer words, or show all metrics.</EmptyState>
          ) : (
            <MetricTable rows={found} mayAssign={mayAssign} />
          )}
        </>
      )}
    </>
  )
}

function describeAll(metrics: readonly MetricRow[]): string {
  const unowned = metrics.filter((row) => row.metric.lead === null).length
  const all = countOf(metrics.length, 'metric')
  if (unowned === 0) return `${all}, each with a lead.`
  return `${all}; ${unowned} ${unowned === 1 ? 'has' : 'have'} no lead yet.`
}

const HEADS = [
  { words: 'Metric' },
  { words: 'Lead' },
  { words: 'Latest', isNumber: true },
  { words: 'Chart' },
  { words: 'How it is doing' },
]

interface MetricTableProps {
  readonly rows: readonly MetricRow[]
  readonly mayAssign: boolean
}

function MetricTable({ rows, mayAssign }: MetricTableProps) {
  return (
    <StackingTable caption="Metrics" heads={HEADS}>
      {rows.map((row) => (
        <MetricTableRow key={row.metric.id} row={row} mayAssign={mayAssign} />
      ))}
    </StackingTable>
  )
}

interface MetricTableRowProps {
  readonly row: MetricRow
  readonly mayAssign: boolean
}

function MetricTableRow({ row, mayAssign }: MetricTableRowProps) {
  const { metric, latest, period, variation, assurance } = row
  const noLead = <NoLead to={`${metric.id}#lead`} mayAssign={mayAssign} name={metric.plainTitle} />
  return (
    <StackingRow name={<MetricName row={row} />} nameClass="metric-table-name">
      <StackingCell label="Lead">{metric.lead?.name ?? noLead}</StackingCell>
      <StackingCell label="Latest" isNumber>
        <span className="metric-table-value">{latest || 'No value yet'}</span>
        <span className="metric-table-detail">{period}</span>
      </StackingCell>
      <StackingCell>
        <Sparkline series={row.chart} />
      </StackingCell>
      <StackingCell className="metric-table-state">
        <p>{row.sentence}</p>
        {variation ? <SpcMark icon={variation} /> : null}
        {assurance ? <SpcMark icon={assurance} /> : null}
        {row.notice ? <p className="metric-table-detail">{row.notice}</p> : null}
      </StackingCell>
    </StackingRow>
  )
}

function MetricName({ row }: { readonly row: MetricRow }) {
  const { metric, objectives } = row
  const use =
    objectives === 0 ? 'not used by an objective' : `used by ${countOf(objectives, 'objective')}`
  return (
    <>
      <Link to={metric.id} prefetch="intent">
        {metric.plainTitle}
      </Link>
      <span className="metric-table-detail">
        {metric.code} · {metric.area.name} · {use}
      </span>
    </>
  )
}

interface NoLeadProps {
  readonly to: string
  readonly mayAssign: boolean
  readonly name: string
}

function NoLead({ to, mayAssign, name }: NoLeadProps) {
  if (!mayAssign) return <>No lead yet</>
  return (
    <>
      No lead yet:{' '}
      <Link to={to}>
        choose one<span className="visually-hidden"> for {name}</span>
      </Link>
    </>
  )
}
