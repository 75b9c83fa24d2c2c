import type { ReactNode } from 'react'
import { Link } from '@remix-run/react'
import { formatDate } from '../../domain/dates/format-date'
import type { MetricAssessment } from '../../domain/metrics/assess-metric'
import type { ChartSeries } from '../../domain/metrics/chart-series'
import {
  FREQUENCY_LABELS,
  type Metric,
  POLARITY_LABELS,
  YEAR_TYPE_LABELS,
} from '../../domain/metrics/metric'
import type { Observation } from '../../domain/metrics/observation'
import type { TypedObservation } from '../../domain/metrics/observation-form'
import type { Period } from '../../domain/metrics/period'
import type { Refusal } from '../../domain/outcome/outcome'
import { formatValue } from '../../domain/numbers/format-number'
import { ButtonLink } from '../../ui/button'
import { DefinitionList } from '../../ui/definition-list'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { LeadForm, type LeadChoice, type TypedAnswering, type UnownedMetric } from './lead-form'
import { MetricFigure } from './metric-figure'
import { MetricUses, type MetricUseRow } from './metric-uses'
import { ObservationForm } from './observation-form'
import { type ImportedFiles, ObservationTable, type ObservationRow } from './observation-table'
import { SpcMark } from './spc-mark'
import './metric-page.css'

interface MetricPageProps {
  readonly metric: Metric
  readonly assessment: Omit<MetricAssessment, 'points'>
  readonly chart: ChartSeries
  readonly history: readonly ObservationRow[]
  readonly uses: readonly MetricUseRow[]
  readonly periods: readonly Period[]
  readonly mayRecord: boolean
  readonly mayAssign: boolean
  readonly mayManage: boolean
  readonly members: readonly LeadChoice[]
  readonly unowned: UnownedMetric | null
  readonly before: string
  /** Where the strategy's pages begin, without a slash at the end. */
  readonly strategyPath: string
  /** The start of the period to correct, from the address. */
  readonly correcting: string | null
  /** What was saved just now. */
  readonly saved: SavedChange | null
  /** What the last form answered, when it was refused. */
  readonly answer: FormAnswer | null
  readonly fileNames: ImportedFiles['names']
  /** Sections of other features: its target, who is asked for what, comparisons. */
  readonly children?: ReactNode
}

export type SavedChange =
  { readonly kind: 'observation'; readonly current: Observation | null } | { readonly kind: 'lead' }

export type FormAnswer =
  | { readonly form: 'observation'; readonly refusal: Refusal; readonly typed: TypedObservation }
  | { readonly form: 'lead'; readonly refusal: Refusal; readonly typed: TypedAnswering }

/** One metric: how it stands, its chart, who answers for it, its values, and where to add one. */
export function MetricPage(props: MetricPageProps) {
  const { metric, assessment, chart, history, mayRecord, answer } = props
  // Whoever lost the right while typing still sees the words.
  const refused = answer?.form === 'observation' ? answer : null
  return (
    <div className="metric-page">
      <p className="metric-page-back">
        <Link to={`${props.strategyPath}/metrics`}>All metrics</Link>
      </p>
      <PageHeading
        kicker={`Metric ${metric.code} · ${metric.area.name}`}
        title={metric.plainTitle}
        lead={assessment.sentence}
        action={
          mayRecord ? (
            <ButtonLink to="#record" variant="primary">
              Add a value
            </ButtonLink>
          ) : null
        }
      />
      {props.saved ? <SavedNotice saved={props.saved} metric={metric} /> : null}
      <GivenUpNotice on={metric.retiredOn} />
      <MetricMarks assessment={assessment} />
      <MetricFigure metric={metric} chart={chart} assessment={assessment} before={props.before} />
      <p>
        <Link to="areas">Compare across areas</Link> ·{' '}
        <Link to="groups">Compare between groups</Link>
      </p>
      <ChartLink {...props} />
      <div className="metric-page-columns">
        <section aria-labelledby="about">
          <h2 id="about">What it measures</h2>
          <DefinitionList items={describeMetric(metric)} />
          <ChangeLink {...props} />
        </section>
        <div>
          <section aria-labelledby="lead">
            <h2 id="lead">Who answers for it</h2>
            <LeadForm
              metric={metric}
              members={props.mayAssign ? props.members : null}
              unowned={props.unowned}
              refused={answer?.form === 'lead' ? answer : null}
            />
          </section>
          <section aria-labelledby="uses">
            <h2 id="uses">Where it is used</h2>
            <MetricUses uses={props.uses} metric={metric} strategyPath={props.strategyPath} />
          </section>
        </div>
      </div>
      {props.children}
      {mayRecord || refused ? (
        <ObservationForm
          key={nameForm(props)}
          metric={metric}
          periods={props.periods}
          current={history.map((row) => row.current)}
          correcting={props.correcting}
          answer={refused}
        />
      ) : (
        <p className="metric-page-rights">
          This metric’s lead and deputy, the chair and editors may add and correct values.
        </p>
      )}
      <section aria-labelledby="observations">
        <h2 id="observations">Values</h2>
        <ObservationTable
          metric={metric}
          history={history}
          mayCorrect={mayRecord}
          files={{ names: props.fileNames, path: `${props.strategyPath}/metrics/import` }}
        />
      </section>
    </div>
  )
}

function ChartLink({ mayManage, chart }: MetricPageProps) {
  if (!mayManage || chart.kind !== 'control_chart') return null
  return (
    <p>
      <Link to="chart">Choose how the chart is drawn</Link>
    </p>
  )
}

function ChangeLink({ mayManage }: MetricPageProps) {
  if (!mayManage) return null
  return <Link to="edit">Change what it measures</Link>
}

/** An own save or the choice to correct empties the form; a refusal does not, nor does somebody else's value. */
function nameForm({ correcting, saved, answer }: MetricPageProps): string {
  if (answer) return 'refused'
  const after = saved?.kind === 'observation' ? (saved.current?.period.start ?? '') : ''
  return `${correcting ?? ''} ${after}`
}

function SavedNotice({ saved, metric }: { readonly saved: SavedChange; readonly metric: Metric }) {
  if (saved.kind === 'lead') {
    const { lead, deputy } = metric
    return (
      <Notice tone="success" live>
        <p>
          {lead?.name} is now the lead{deputy ? `, ${deputy.name} the deputy` : ''}.
        </p>
      </Notice>
    )
  }
  if (!saved.current) return null
  const { period, supersedesId } = saved.current
  const verb = supersedesId ? 'was corrected to' : 'was saved:'
  return (
    <Notice tone="success" live>
      <p>
        {period.label} {verb} {formatValue(saved.current, metric)}.
      </p>
    </Notice>
  )
}

function GivenUpNotice({ on }: { readonly on: string | null }) {
  if (on === null) return null
  return (
    <Notice title={`Given up on ${formatDate(on)}`}>
      <p>Nobody is asked for its values any more. Those it has stay.</p>
    </Notice>
  )
}

function MetricMarks({ assessment }: Pick<MetricPageProps, 'assessment'>) {
  const { variation, assurance, target } = assessment
  if (!variation && !target) return null
  return (
    <ul className="metric-page-marks">
      {variation ? (
        <li>
          <SpcMark icon={variation} />
        </li>
      ) : null}
      {assurance ? (
        <li>
          <SpcMark icon={assurance} />
        </li>
      ) : null}
      {target?.due ? <li>Target due {formatDate(target.due)}</li> : null}
    </ul>
  )
}

function describeMetric(metric: Metric) {
  return [
    { term: 'Full title', value: metric.title },
    { term: 'Definition', value: metric.definition },
    { term: 'Numerator', value: metric.numerator },
    { term: 'Denominator', value: metric.denominator },
    { term: 'Unit', value: metric.unit === '%' ? 'Per cent' : metric.unit },
    { term: 'Better', value: POLARITY_LABELS[metric.polarity] },
    { term: 'Updated', value: describeCalendar(metric) },
    { term: 'Area', value: metric.area.name },
    { term: 'About', value: [metric.sex, metric.age].filter(Boolean).join(', ') },
    { term: 'Source', value: [metric.source, metric.sourceId].filter(Boolean).join(', ') },
    { term: 'Licence', value: metric.licence },
    { term: 'Caveats', value: metric.caveats },
    { term: 'Why it is measured', value: metric.rationale },
    { term: 'How it is worked out', value: metric.methodology },
    { term: 'When values are withheld', value: metric.disclosure },
    { term: 'Tags', value: metric.tags.join(', ') },
  ].filter((item) => item.value !== '')
}

function describeCalendar({ frequency, yearType }: Metric): string {
  if (frequency === 'monthly') return FREQUENCY_LABELS.monthly
  return `${FREQUENCY_LABELS[frequency]} (${YEAR_TYPE_LABELS[yearType].toLowerCase()})`
}
