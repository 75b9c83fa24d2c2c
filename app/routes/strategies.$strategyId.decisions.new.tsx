import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOfInstant } from '../domain/dates/format-date'
import { METHODS, VOTERS } from '../domain/decisions/decision'
import { ChooseMethodPage } from '../features/decisions/choose-method-page'
import { OpenDecisionPage } from '../features/decisions/open-decision-page'
import { AgreementNav } from '../features/shell/agreement-nav'
import { refusalStatus, requireActor, unwrap, textsOf } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Open a decision · Northing' }]

const WEEK_MS = 7 * 86_400_000

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const asked = new URL(request.url).searchParams
  const { electorate, supersedes } = unwrap(
    await context.services.decisions.readElectorate(actor, {
      strategyId,
      supersedes: asked.get('supersedes'),
    }),
  )
  return {
    strategyId,
    electorate,
    supersedes: supersedes && {
      id: supersedes.id,
      question: supersedes.question,
      context: supersedes.context,
    },
    method: METHODS.find((method) => method === asked.get('method')) ?? null,
    voters: VOTERS.find((voters) => voters === asked.get('voters')) ?? ('roles' as const),
    requestKey: crypto.randomUUID(),
    usualClose: dayOfInstant(new Date(Date.now() + WEEK_MS)),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const form = await request.formData()
  const typed = textsOf(form)
  const opened = await context.services.decisions.open(actor, { strategyId, fields: typed })
  if (opened.ok)
    return redirect(`/strategies/${strategyId}/decisions/${opened.value.decisionId}`, 303)
  return data({ refusal: opened.refusal, typed }, { status: refusalStatus(opened.refusal) })
}

export default function NewDecision() {
  const { strategyId, method, ...rest } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  return (
    <>
      <AgreementNav strategyId={strategyId} />
      {method ? (
        <OpenDecisionPage {...rest} method={method} refused={refused} />
      ) : (
        <ChooseMethodPage supersedes={rest.supersedes} />
      )}
    </>
  )
}
