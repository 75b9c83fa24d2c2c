import { Form, Link, useNavigation } from '@remix-run/react'
import { formatInstant } from '../../domain/dates/format-date'
import { countOf } from '../../domain/numbers/format-number'
import type { Refusal } from '../../domain/outcome/outcome'
import type {
  DescribedMetric,
  MetadataChanges,
  OfferedChange,
} from '../../../server/services/imports/describe-metrics'
import { Button } from '../../ui/button'
import { DataTable } from '../../ui/data-table'
import { EmptyState } from '../../ui/empty-state'
import { ErrorSummary } from '../../ui/error-summary'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { VisuallyHidden } from '../../ui/visually-hidden'
import './imports.css'

interface MetadataPageProps extends Pick<MetadataChanges, 'count' | 'metrics'> {
  readonly stored: Pick<MetadataChanges['stored'], 'fileName' | 'by' | 'at'>
  readonly refused: { readonly refusal: Refusal; readonly choices: readonly string[] } | null
  /** How many fields were taken over just now. */
  readonly taken: number | null
  readonly listPath: string
  readonly metricsPath: string
}

/** What a source says of the partnership's metrics, field by field, for a person to take over. */
export function MetadataPage(props: MetadataPageProps) {
  const { stored, metrics, count, refused, taken } = props
  const differing = metrics.filter(({ changes, unclear }) => changes.length + unclear.length > 0)
  return (
    <>
      <p>
        <Link to={props.listPath}>All imports</Link>
      </p>
      <PageHeading
        kicker="Import · What the source says of its indicators"
        title={stored.fileName}
        lead={`Brought in by ${stored.by} on ${formatInstant(stored.at)}. It describes ${countOf(count, 'indicator')}; ${metrics.length} of this partnership’s metrics ${metrics.length === 1 ? 'is' : 'are'} among them.`}
      />
      {refused ? <ErrorSummary problem={refused.refusal} /> : null}
      {taken !== null && !refused ? (
        <Notice tone="success" live>
          <p>{countOf(taken, 'field')} taken over.</p>
        </Notice>
      ) : null}
      {metrics.length === 0 ? (
        <EmptyState title="None of our metrics">
          A metric is known by the number Fingertips gives its indicator. No metric here has one of
          the numbers in this file.
        </EmptyState>
      ) : (
        <Changes
          differing={differing}
          same={metrics.length - differing.length}
          chosen={refused?.choices ?? null}
          metricsPath={props.metricsPath}
        />
      )}
    </>
  )
}

interface ChangesProps {
  readonly differing: readonly DescribedMetric[]
  /** Metrics of which the source says nothing else than we do. */
  readonly same: number
  /** Of a form that was refused. */
  readonly chosen: readonly string[] | null
  readonly metricsPath: string
}

function Changes({ differing, same, chosen, metricsPath }: ChangesProps) {
  const isSending = useNavigation().state === 'submitting'
  const canTake = differing.some(({ changes }) => changes.some(({ offer }) => offer !== 'kept'))
  return (
    <Form method="post">
      <p>
        Nothing is changed until you take it over. Fields that are empty here are chosen already.
      </p>
      {differing.map((metric) => (
        <MetricChanges key={metric.id} metric={metric} chosen={chosen} metricsPath={metricsPath} />
      ))}
      {same > 0 ? (
        <p>Of {countOf(same, 'metric')} the file says nothing else than is known here.</p>
      ) : null}
      {canTake ? (
        <Button variant="primary" aria-disabled={isSending || undefined}>
          {isSending ? 'Sending…' : 'Take over what is chosen'}
        </Button>
      ) : null}
    </Form>
  )
}

interface MetricChangesProps extends Pick<ChangesProps, 'chosen' | 'metricsPath'> {
  readonly metric: DescribedMetric
}

function MetricChanges({ metric, chosen, metricsPath }: MetricChangesProps) {
  const { id, code, title, sourceId, indicator, unclear, changes } = metric
  return (
    <section aria-labelledby={`metric-${id}`}>
      <h2 id={`metric-${id}`}>
        <Link to={`${metricsPath}/${id}`}>{title}</Link>
      </h2>
      <p className="import-detail">
        Metric {code}. In the file: {sourceId} {indicator}.
      </p>
      {unclear.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {changes.length > 0 ? (
        <DataTable caption={`What the source says of ${title}`} captionHidden>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Here now</th>
              <th scope="col">In the file</th>
              <th scope="col">Take over</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <ChangeRow key={change.field} change={change} title={title} chosen={chosen} />
            ))}
          </tbody>
        </DataTable>
      ) : null}
    </section>
  )
}

interface ChangeRowProps extends Pick<ChangesProps, 'chosen'> {
  readonly change: OfferedChange
  readonly title: string
}

function ChangeRow({ change, title, chosen }: ChangeRowProps) {
  const { label, fromWords, toWords, offer, choice } = change
  const isChosen = chosen ? chosen.includes(choice) : offer === 'chosen'
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="import-words">{fromWords === '' ? '(empty)' : fromWords}</td>
      <td className="import-words">{toWords}</td>
      <td>
        {offer === 'kept' ? (
          'Stays: the metric has values that were measured so.'
        ) : (
          <label className="import-take">
            <input type="checkbox" name="take" value={choice} defaultChecked={isChosen} />
            Take over
            <VisuallyHidden>
              {' '}
              {label} of {title}
            </VisuallyHidden>
          </label>
        )}
      </td>
    </tr>
  )
}
