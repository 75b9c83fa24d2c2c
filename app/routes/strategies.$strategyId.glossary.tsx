import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { has } from '../domain/access/rights'
import { GlossaryPage } from '../features/glossary/glossary-page'
import { refusalStatus, requireActor, unwrap, textsOf } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Glossary · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const terms = unwrap(await context.services.glossary.list(actor, params['strategyId'] ?? ''))
  const editedId = new URL(request.url).searchParams.get('edit')
  return {
    terms,
    edited: terms.find(({ id }) => id === editedId) ?? null,
    mayEdit: has(actor, 'edit', actor),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const form = await request.formData()
  const fields = textsOf(form)
  const termId = fields['termId'] || null
  const { glossary } = context.services
  const outcome =
    fields['intent'] === 'remove'
      ? await glossary.remove(actor, { strategyId, termId: termId ?? '' })
      : await glossary.save(actor, { strategyId, termId, fields })
  if (outcome.ok) return redirect(`/strategies/${strategyId}/glossary`, 303)
  return data(
    { refusal: outcome.refusal, typed: fields },
    { status: refusalStatus(outcome.refusal) },
  )
}

export default function Glossary() {
  const { terms, edited, mayEdit } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  return <GlossaryPage terms={terms} edited={edited} mayEdit={mayEdit} refused={refused} />
}
