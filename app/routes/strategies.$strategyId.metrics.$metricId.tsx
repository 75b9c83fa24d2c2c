import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams, useSearchParams } from '@remix-run/react'
import type { Actor } from '../domain/access/actor'
import { AnsweringSection } from '../features/answering/answering-section'
import { useStrategyChanges } from '../features/live/use-strategy-changes'
import { type FormAnswer, MetricPage, type SavedChange } from '../features/metrics/metric-page'
import { readTypedObservation } from '../features/metrics/read-typed-observation'
import { TargetSection } from '../features/targets/target-section'
import { refusalStatus, requireActor, textsOf, unwrap } from '../responses'
import { useRefresh } from '../ui/use-refresh'

export const meta: MetaFunction<typeof loader> = ({ data: detail }) => [
  { title: `${detail?.metric.plainTitle ?? 'Metric'} · Northing` },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params)
  const { metrics, targets, imports, answering } = context.services
  const [detail, target, asked] = await Promise.all([
    metrics.readMetric(actor, ids),
    targets.readTarget(actor, ids),
    answering.read(actor, ids),
  ])
  const shown = unwrap(detail)
  const importIds = shown.history.flatMap(({ current }) => current.imported?.importId ?? [])
  const fileNames = await imports.readFileNames(actor, { strategyId: ids.strategyId, importIds })
  return {
    ...shown,
    fileNames: unwrap(fileNames),
    target: unwrap(target),
    answering: unwrap(asked),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const form = await request.formData()
  const change = { context, params, actor, form }
  return form.get('intent') === 'assign_lead' ? assignLead(change) : recordObservation(change)
}

interface Change extends Pick<ActionFunctionArgs, 'context' | 'params'> {
  readonly actor: Actor
  readonly form: FormData
}

async function recordObservation({ context, params, actor, form }: Change) {
  const typed = readTypedObservation(form)
  const ids = readIds(params)
  const outcome = await context.services.metrics.recordObservation(actor, { ...ids, typed })
  if (outcome.ok) return redirect(`${pathOf(ids)}?saved=${outcome.value.period.start}`)
  return answerRefusal({ form: 'observation', refusal: outcome.refusal, typed })
}

async function assignLead({ context, params, actor, form }: Change) {
  const { leadId = '', deputyId = '' } = textsOf(form)
  const ids = readIds(params)
  const input = { ...ids, leadId: leadId || null, deputyId: deputyId || null }
  const outcome = await context.services.metrics.assignLead(actor, input)
  if (outcome.ok) return redirect(`${pathOf(ids)}?saved=lead`)
  return answerRefusal({ form: 'lead', refusal: outcome.refusal, typed: { leadId, deputyId } })
}

function answerRefusal(answer: FormAnswer) {
  return data(answer, { status: refusalStatus(answer.refusal) })
}

function readIds(params: LoaderFunctionArgs['params']) {
  return { strategyId: params['strategyId'] ?? '', metricId: params['metricId'] ?? '' }
}

function pathOf({ strategyId, metricId }: ReturnType<typeof readIds>): string {
  return `/strategies/${encodeURIComponent(strategyId)}/metrics/${encodeURIComponent(metricId)}`
}

export default function MetricRoute() {
  const detail = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const strategyId = useParams()['strategyId'] ?? ''
  const refresh = useRefresh()
  useStrategyChanges(strategyId, (what) => {
    if (what === 'metrics' || what === 'blocks') refresh()
  })
  return (
    <MetricPage
      {...detail}
      strategyPath={`/strategies/${strategyId}`}
      correcting={search.get('correct')}
      saved={readSaved(search.get('saved'), detail.history)}
      answer={answer ?? null}
    >
      <AnsweringSection {...detail.answering} strategyId={strategyId} />
      <TargetSection {...detail.target} metric={detail.metric} />
    </MetricPage>
  )
}

/** The address only says which period was saved; what is shown is what is stored. */
function readSaved(
  saved: string | null,
  history: Awaited<ReturnType<typeof loader>>['history'],
): SavedChange | null {
  if (saved === null) return null
  if (saved === 'lead') return { kind: 'lead' }
  const row = history.find(({ current }) => current.period.start === saved)
  return { kind: 'observation', current: row?.current ?? null }
}
