import { Link } from '@remix-run/react'
import { formatInstant } from '../../domain/dates/format-date'
import type { Metric } from '../../domain/metrics/metric'
import type { Observation } from '../../domain/metrics/observation'
import { formatNumber, formatValue } from '../../domain/numbers/format-number'
import { DataTable } from '../../ui/data-table'
import { EmptyState } from '../../ui/empty-state'
import { describeInterval } from './chart-table'
import './observation-table.css'

export interface ObservationRow {
  readonly current: Observation
  readonly replaced: readonly Observation[]
}

interface ObservationTableProps {
  readonly metric: Metric
  /** Newest period first. */
  readonly history: readonly ObservationRow[]
  readonly mayCorrect: boolean
  readonly files: ImportedFiles
}

/** The files values came from, by their import, and where imports are shown. */
export interface ImportedFiles {
  readonly names: Readonly<Record<string, string>>
  readonly path: string
}

const SHOWN = 12

/** Every period's value with who gave it, when, and what it replaced; the older ones behind a heading. */
export function ObservationTable({ history, ...rest }: ObservationTableProps) {
  if (history.length === 0)
    return (
      <EmptyState title="No values yet">
        Each period’s value will be here, with who gave it and when.
      </EmptyState>
    )
  const older = history.slice(SHOWN)
  return (
    <>
      <Rows caption="Values, newest first" history={history.slice(0, SHOWN)} {...rest} />
      {older.length > 0 ? (
        <details className="observation-table-older">
          <summary>Older values ({older.length})</summary>
          <Rows caption="Older values, newest first" history={older} {...rest} />
        </details>
      ) : null}
    </>
  )
}

function Rows({
  caption,
  metric,
  history,
  mayCorrect,
  files,
}: ObservationTableProps & { readonly caption: string }) {
  const hasIntervals = history.some(({ current }) => current.lower95 !== null)
  return (
    <DataTable caption={caption} captionHidden>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col" className="number">
            Value ({metric.unit})
          </th>
          {hasIntervals ? (
            <th scope="col" className="number">
              95% interval
            </th>
          ) : null}
          <th scope="col">Given by</th>
          <th scope="col">Notes and corrections</th>
          {mayCorrect ? <th scope="col">Change</th> : null}
        </tr>
      </thead>
      <tbody>
        {history.map((row) => (
          <ObservationTableRow
            key={row.current.id}
            {...{ row, metric, mayCorrect, hasIntervals, files }}
          />
        ))}
      </tbody>
    </DataTable>
  )
}

interface RowProps {
  readonly row: ObservationRow
  readonly metric: Metric
  readonly mayCorrect: boolean
  readonly hasIntervals: boolean
  readonly files: ImportedFiles
}

function ObservationTableRow({ row, metric, mayCorrect, hasIntervals, files }: RowProps) {
  const { current } = row
  const { period } = current
  return (
    <tr>
      <th scope="row" className="observation-table-period">
        {period.label}
      </th>
      <td className="number">{showAlone(current, metric)}</td>
      {hasIntervals ? <td className="number">{describeInterval(current, metric)}</td> : null}
      <td>
        {current.recordedBy?.name ?? describeOrigin(current.origin)}
        <span className="observation-table-when">{formatInstant(current.recordedAt)}</span>
        <FileLine imported={current.imported} files={files} />
      </td>
      <td className="observation-table-notes">
        <Notes row={row} metric={metric} />
      </td>
      {mayCorrect ? (
        <td>
          <Link to={`?correct=${period.start}#record`}>
            Correct<span className="visually-hidden"> {period.label}</span>
          </Link>
        </td>
      ) : null}
    </tr>
  )
}

function FileLine({ imported, files }: Pick<Observation, 'imported'> & Pick<RowProps, 'files'>) {
  if (!imported) return null
  const { importId, line } = imported
  return (
    <Link to={`${files.path}/${importId}/lines/${line}`} className="observation-table-file">
      from {files.names[importId] ?? 'a file'}, line {line}
    </Link>
  )
}

/** The unit stands in the column's head. */
function showAlone({ value, suppressed }: Observation, { decimals }: Metric): string {
  return suppressed || value === null ? 'c (suppressed)' : formatNumber(value, decimals)
}

function Notes({ row, metric }: Pick<RowProps, 'row' | 'metric'>) {
  const { current, replaced } = row
  const fraction = describeFraction(current)
  // Each row's reason says why it replaced the next older one.
  const steps = replaced.map((old, index) => ({ old, by: replaced[index - 1] ?? current }))
  return (
    <>
      {current.note ? <p>{current.note}</p> : null}
      {fraction ? <p>{fraction}</p> : null}
      {steps.map(({ old, by }) => (
        <p key={old.id}>
          Corrected from {old.suppressed ? 'c (suppressed)' : formatValue(old, metric)}, given{' '}
          {old.recordedBy ? `by ${old.recordedBy.name} ` : ''}on {formatInstant(old.recordedAt)}.
          {by.reason ? ` Reason: ${by.reason}` : ''}
        </p>
      ))}
    </>
  )
}

function describeFraction({ numerator, denominator }: Observation): string {
  if (numerator !== null && denominator !== null)
    return `${formatPlain(numerator)} out of ${formatPlain(denominator)}`
  if (denominator !== null) return `Denominator ${formatPlain(denominator)}`
  return numerator === null ? '' : `Numerator ${formatPlain(numerator)}`
}

function formatPlain(value: number): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : 2)
}

function describeOrigin(origin: string): string {
  return origin === 'demonstration' ? 'Demonstration' : 'Imported'
}
