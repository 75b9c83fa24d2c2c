import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { parseTextChoice } from '../domain/history/text-choice'
import { HistoryPage } from '../features/history/history-page'
import { NamePage } from '../features/history/name-page'
import { useStrategyChanges } from '../features/live/use-strategy-changes'
import { refusalStatus, requireActor, unwrap } from '../responses'
import { useRefresh } from '../ui/use-refresh'

export const meta: MetaFunction = () => [{ title: 'History · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const asked = readAsked(new URL(request.url).searchParams)
  const { target, restored, ...filter } = asked
  const strategyId = params['strategyId'] ?? ''
  const view = unwrap(await context.services.history.listHistory(actor, { strategyId, ...filter }))
  // A form somebody may not send shows the history instead.
  return view.mayEdit ? { view, target, restored } : { view, target: null, restored: null }
}

function readAsked(search: URLSearchParams) {
  const target = search.get('name') ?? ''
  return {
    before: readSeq(search.get('before')),
    chapterId: search.get('chapter') || null,
    personId: search.get('person') || null,
    onlyNamed: search.get('named') === '1',
    target: parseTextChoice(target) ? target : null,
    restored: readSeq(search.get('restored')),
  }
}

function readSeq(text: string | null): number | null {
  const choice = parseTextChoice(text ?? '')
  return choice?.type === 'version' ? choice.seq : null
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const form = await request.formData()
  const fields = { name: readText(form.get('name')), note: readText(form.get('note')) }
  const target = parseTextChoice(readText(form.get('target')))
  const seq = target?.type === 'version' ? target.seq : null
  const outcome = await context.services.history.nameVersion(actor, { strategyId, seq, fields })
  if (outcome.ok) return redirect(`/strategies/${strategyId}/history`, 303)
  const { refusal } = outcome
  return data({ refusal, typed: fields }, { status: refusalStatus(refusal) })
}

export default function History() {
  const { view, target, restored } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const refresh = useRefresh()
  useStrategyChanges(view.strategy.id, (what) => {
    if (what === 'versions' || what === 'state') refresh()
  })
  return target === null ? (
    <HistoryPage {...view} restored={restored} />
  ) : (
    <NamePage target={target} refused={refused} />
  )
}

function readText(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : ''
}
