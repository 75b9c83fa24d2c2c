import { Link } from '@remix-run/react'
import type { TypedObservation } from '../../domain/metrics/observation-form'
import { METRIC_ROLE_SHORT } from '../../domain/metrics/metric'
import type { Refusal } from '../../domain/outcome/outcome'
import type { MyMetric } from '../../../server/services/answering/read-answered'
import { ButtonLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Notice } from '../../ui/notice'
import { Page } from '../../ui/page'
import { PageHeading } from '../../ui/page-heading'
import { AskedList } from './asked-list'
import { DataTag } from './data-tag'
import { pathOfMetric } from './paths'
import { SummaryLines } from './summary-lines'
import { ValueForm } from './value-form'
import './answering.css'

interface MyMetricsPageProps {
  readonly metrics: readonly MyMetric[]
  /** The metric whose form is open. */
  readonly adding: string | null
  /** What was saved just now: which metric, and in words. */
  readonly saved: { readonly metricId: string; readonly words: string } | null
  readonly refused: {
    readonly metricId: string
    readonly refusal: Refusal
    readonly typed: TypedObservation
  } | null
}

/** Everything a person answers for, what is owed first; a value is given in place. */
export function MyMetricsPage({ metrics, adding, saved, refused }: MyMetricsPageProps) {
  const owed = metrics.filter(({ answered }) => answered.data === 'overdue').length
  const open = refused?.metricId ?? adding
  // Whoever comes for one metric finds it first.
  const first = open ?? saved?.metricId
  const ordered = [
    ...metrics.filter(({ metric }) => metric.id === first),
    ...metrics.filter(({ metric }) => metric.id !== first),
  ]
  return (
    <Page width="reading">
      <PageHeading title="My metrics" lead={describeOwed(metrics.length, owed)} />
      {metrics.length === 0 ? (
        <EmptyState title="You answer for no metric">
          <p>The metrics you lead or stand in for will be here.</p>
        </EmptyState>
      ) : null}
      {open && !metrics.some(({ metric }) => metric.id === open) ? (
        <Notice tone="warning">
          <p>You do not answer for that metric any more, so its value is not yours to give.</p>
        </Notice>
      ) : null}
      {ordered.map((one) => (
        <MetricCard
          key={one.metric.id}
          one={one}
          isOpen={one.metric.id === open}
          saved={saved?.metricId === one.metric.id ? saved.words : null}
          refused={refused?.metricId === one.metric.id ? refused : null}
        />
      ))}
    </Page>
  )
}

function describeOwed(all: number, owed: number): string {
  if (all === 0) return 'Nothing is asked of you here.'
  if (owed === 0) return 'No value is overdue.'
  return owed === 1 ? 'One metric has a value overdue.' : `${owed} metrics have a value overdue.`
}

interface MetricCardProps {
  readonly one: MyMetric
  readonly isOpen: boolean
  readonly saved: string | null
  readonly refused: MyMetricsPageProps['refused']
}

function MetricCard({ one, isOpen, saved, refused }: MetricCardProps) {
  const { metric, area, strategyId, isLead, answered, open } = one
  const ids = { strategyId, metricId: metric.id }
  const { asked } = answered
  return (
    <section className="answering-card" aria-labelledby={`mine-${metric.id}`}>
      <h2 id={`mine-${metric.id}`}>
        <Link to={pathOfMetric(strategyId, metric.id)}>{metric.plainTitle}</Link>
      </h2>
      <p className="answering-detail">
        {metric.code} · {area} · {METRIC_ROLE_SHORT[metric.role]} · you{' '}
        {isLead ? 'lead' : 'are the deputy'}
      </p>
      {saved ? <SavedNotice words={saved} one={one} /> : null}
      <p>
        <strong>
          {answered.latest ? `${answered.latest}, ${answered.period}.` : 'No value yet.'}
        </strong>{' '}
        {saved ? null : answered.sentence}
      </p>
      <p>
        <DataTag data={answered.data} /> {answered.dataWords}
      </p>
      {isOpen && open.length > 0 ? (
        <ValueForm
          metric={metric}
          strategyId={strategyId}
          open={open}
          next={answered.next}
          refused={refused}
        />
      ) : (
        <AddValue one={one} />
      )}
      <h3>What is asked of you</h3>
      <p>{answered.streakWords}</p>
      <AskedList {...ids} asked={asked} mayAnswer />
      <SummaryLines {...ids} summaries={answered.summaries} />
    </section>
  )
}

function AddValue({ one: { metric, open } }: { readonly one: MyMetric }) {
  if (open.length === 0) return <p>Every period that is over has a value.</p>
  return (
    <p>
      <ButtonLink to={`/my-metrics?add=${metric.id}`}>
        Add value
        <span className="visually-hidden"> for {metric.plainTitle}</span>
      </ButtonLink>
    </p>
  )
}

/** What is new with the value, in a sentence, and what comes next. */
function SavedNotice({ words, one: { answered } }: { words: string; one: MyMetric }) {
  const next = answered.asked.find(({ isAnswered }) => !isAnswered)
  return (
    <Notice tone="success" live>
      <p>{words}</p>
      <p>{answered.sentence}</p>
      <p>{next ? `Asked next: ${next.sentence}` : 'Nothing more is asked now.'}</p>
    </Notice>
  )
}
