import { Form, Link, useSearchParams } from '@remix-run/react'
import { countOf } from '../../domain/numbers/format-number'
import type { Spark } from '../../domain/metrics/draw-spark'
import { METRIC_VIEWS, type MetricFilter } from '../../domain/metrics/filter-metrics'
import { METRIC_ROLE_SHORT, METRIC_SCOPE_LABELS, type Metric } from '../../domain/metrics/metric'
import type { AssuranceIcon, VariationIcon } from '../../domain/spc/icons'
import { Button, ButtonLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { StackingCell, StackingRow, StackingTable } from '../../ui/stacking-table'
import { TextField } from '../../ui/text-field'
import { Sparkline } from './charts/sparkline'
import { SpcMark } from './spc-mark'
import './metric-list-page.css'

export interface MetricRow {
  readonly metric: Pick<Metric, 'id' | 'code' | 'title' | 'plainTitle' | 'area' | 'lead'>
  readonly latest: string
  readonly period: string
  readonly sentence: string
  readonly variation: VariationIcon | null
  readonly assurance: AssuranceIcon | null
  readonly notice: string
  readonly spark: Spark | null
  readonly objectives: number
  readonly work: readonly string[]
}

interface MetricListPageProps {
  /** Of this page. */
  readonly metrics: readonly MetricRow[]
  readonly found: number
  readonly total: number
  readonly unowned: number
  readonly page: number
  readonly pages: number
  readonly tags: readonly string[]
  readonly filter: MetricFilter
  readonly mayAssign: boolean
  readonly mayManage: boolean
}

const VIEW_OPTIONS = toOptions(METRIC_VIEWS)

function toOptions(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}

/** The metrics of the partnership: who answers for each, where it stands, how it moves. */
export function MetricListPage(props: MetricListPageProps) {
  const { metrics, found, total, filter, mayAssign } = props
  const isFiltered = isFiltering(filter)
  return (
    <>
      <PageHeading title="Metrics" lead={describeAll(props)} />
      <Ways mayManage={props.mayManage} />
      {total === 0 && !isFiltered ? (
        <EmptyState title="No metrics yet">
          The metrics the partnership follows will be here, each with its lead and its latest value.
        </EmptyState>
      ) : (
        <>
          <FilterForm {...props} />
          {/* The count is told aloud when the filter changes it. */}
          <output className="metric-list-count">
            {isFiltered ? `${found} of ${countOf(total, 'metric')}` : ''}
          </output>
          {found === 0 ? (
            <EmptyState title="No metric fits">Try fewer words, or show all metrics.</EmptyState>
          ) : (
            <MetricTable rows={metrics} mayAssign={mayAssign} />
          )}
          <Pages {...props} />
        </>
      )}
    </>
  )
}

function Ways({ mayManage }: Pick<MetricListPageProps, 'mayManage'>) {
  return (
    <p className="metric-list-ways">
      {mayManage ? (
        <>
          <ButtonLink to="new">Add a metric</ButtonLink>
          <Link to="import">Import values from a file</Link>
        </>
      ) : null}
      <Link to="../metric-sets" relative="path">
        Agreed sets of metrics
      </Link>
      <Link to="../integration" relative="path">
        Integration index
      </Link>
    </p>
  )
}

function isFiltering({ search, view, scope, role, tag }: MetricFilter): boolean {
  return search !== '' || tag !== '' || view !== null || scope !== null || role !== null
}

function FilterForm({ filter, tags }: MetricListPageProps) {
  return (
    <Form method="get" className="metric-list-filter" key={JSON.stringify(filter)}>
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
      <SelectField
        label="Kind"
        name="scope"
        options={toOptions(METRIC_SCOPE_LABELS)}
        emptyLabel="All kinds"
        defaultValue={filter.scope ?? ''}
      />
      <SelectField
        label="Role"
        name="role"
        options={toOptions(METRIC_ROLE_SHORT)}
        emptyLabel="All roles"
        defaultValue={filter.role ?? ''}
      />
      {tags.length > 0 ? (
        <SelectField
          label="Tag"
          name="tag"
          options={tags.map((tag) => ({ value: tag, label: tag }))}
          emptyLabel="All tags"
          defaultValue={filter.tag}
        />
      ) : null}
      <Button>Show</Button>
      {isFiltering(filter) ? <ButtonLink to="?">Show all</ButtonLink> : null}
    </Form>
  )
}

function Pages({ page, pages }: MetricListPageProps) {
  const [search] = useSearchParams()
  if (pages < 2) return null
  const to = (number: number) =>
    `?${new URLSearchParams([...others(search), ['page', String(number)]])}`
  return (
    <nav className="metric-list-pages" aria-label="Pages of metrics">
      {page > 1 ? <ButtonLink to={to(page - 1)}>Previous</ButtonLink> : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? <ButtonLink to={to(page + 1)}>Next</ButtonLink> : null}
    </nav>
  )
}

function others(search: URLSearchParams): [string, string][] {
  return [...search].filter(([name]) => name !== 'page')
}

function describeAll({ total, unowned }: Pick<MetricListPageProps, 'total' | 'unowned'>): string {
  const all = countOf(total, 'metric')
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
        <Sparkline spark={row.spark} />
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
