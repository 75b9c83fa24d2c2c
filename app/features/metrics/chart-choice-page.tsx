import { Form, Link } from '@remix-run/react'
import { FIX_AFTER, RUN_LENGTHS, describeMethod } from '../../domain/metrics/chart-choice'
import type { Metric } from '../../domain/metrics/metric'
import type { Observation } from '../../domain/metrics/observation'
import type { Refusal } from '../../domain/outcome/outcome'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ErrorSummary } from '../../ui/error-summary'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { TextArea } from '../../ui/text-field'
import './chart-choice-page.css'

interface ChartChoicePageProps {
  readonly metric: Metric
  /** Current ones, newest period first. */
  readonly observations: readonly Observation[]
  readonly metricPath: string
  readonly refused: {
    readonly refusal: Refusal
    readonly typed: Readonly<Record<string, string>>
  } | null
}

/** Where a control chart's limits begin anew, and what they are made of. */
export function ChartChoicePage({
  metric,
  observations,
  metricPath,
  refused,
}: ChartChoicePageProps) {
  return (
    <div className="chart-choice">
      <p>
        <Link to={metricPath}>{metric.plainTitle}</Link>
      </p>
      <PageHeading title="How the chart is drawn" lead={describeMethod(metric.chart)} />
      {refused ? <ErrorSummary problem={refused.refusal} /> : null}
      <section aria-labelledby="rebases">
        <h2 id="rebases">Where the limits begin anew</h2>
        <RebaseList metric={metric} />
        <RebaseForm metric={metric} observations={observations} refused={refused} />
      </section>
      <section aria-labelledby="method">
        <h2 id="method">What the limits are made of</h2>
        <MethodForm metric={metric} />
      </section>
    </div>
  )
}

function RebaseList({ metric }: Pick<ChartChoicePageProps, 'metric'>) {
  const { rebases } = metric.chart
  if (rebases.length === 0)
    return (
      <EmptyState title="Nowhere yet">
        Let the limits begin anew only when a lasting change is understood, such as a new service or
        another way of counting. Until then the old limits show that something changed.
      </EmptyState>
    )
  return (
    <ul className="chart-choice-rebases">
      {rebases.map(({ start, label, reason }) => (
        <li key={start}>
          <p>
            <b>{label}</b>: {reason}
          </p>
          <Form method="post">
            <input type="hidden" name="intent" value="keep_limits" />
            <input type="hidden" name="start" value={start} />
            <Button small aria-label={`Take back ${label}`}>
              Take back
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  )
}

function RebaseForm({ metric, observations, refused }: Omit<ChartChoicePageProps, 'metricPath'>) {
  const typed = refused?.typed ?? {}
  const errors = refused?.refusal.fields ?? {}
  const taken = new Set(metric.chart.rebases.map(({ start }) => start))
  const offered = observations
    .slice(0, -1)
    .filter(({ period, value }) => value !== null && !taken.has(period.start))
  return (
    <Form method="post" noValidate key={metric.chart.rebases.length}>
      <input type="hidden" name="intent" value="rebase" />
      <SelectField
        label="Begin anew from"
        name="start"
        emptyLabel="Choose a period"
        error={errors['start']}
        defaultValue={typed['start'] ?? ''}
        options={offered.map(({ period }) => ({ value: period.start, label: period.label }))}
      />
      <TextArea
        label="What changed then"
        name="reason"
        rows={2}
        error={errors['reason']}
        defaultValue={typed['reason'] ?? ''}
      />
      <Button variant="primary">Begin anew</Button>
    </Form>
  )
}

function MethodForm({ metric: { chart } }: Pick<ChartChoicePageProps, 'metric'>) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="method" />
      <SelectField
        label="Points that set the limits"
        hint="Of each stretch between two new beginnings."
        name="fixAfter"
        emptyLabel="All of them"
        defaultValue={chart.fixAfter === null ? '' : String(chart.fixAfter)}
        options={FIX_AFTER.map((points) => ({
          value: String(points),
          label: `The first ${points}`,
        }))}
      />
      <SelectField
        label="Points in a row that make a shift or a trend"
        name="runLength"
        defaultValue={String(chart.runLength)}
        options={RUN_LENGTHS.map((length) => ({ value: String(length), label: String(length) }))}
      />
      <p className="chart-choice-check">
        <input
          type="checkbox"
          id="screenOutliers"
          name="screenOutliers"
          defaultChecked={chart.screenOutliers}
        />
        <label htmlFor="screenOutliers">
          Leave very large jumps out when the limits are made (outlier screening)
        </label>
      </p>
      <Button>Save how it is drawn</Button>
    </Form>
  )
}
