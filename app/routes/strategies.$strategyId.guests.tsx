import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { GuestsPage } from '../features/guests/guests-page'
import { ReviewNav } from '../features/shell/review-nav'
import { refusalStatus, requireActor, unwrap, textsOf } from '../responses'

export const meta: MetaFunction = () => [{ title: 'People without accounts · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { links, bodies } = unwrap(
    await context.services.guests.list(actor, params['strategyId'] ?? ''),
  )
  return {
    strategyId: params['strategyId'] ?? '',
    links,
    bodies: bodies.map(({ id, name }) => ({ id, name })),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const form = await request.formData()
  const typed = textsOf(form)
  const { guests } = context.services
  if (typed['intent'] === 'revoke') {
    unwrap(await guests.revoke(actor, { strategyId, linkId: typed['linkId'] ?? '' }))
    return null
  }
  const invited = await guests.invite(actor, { strategyId, fields: typed })
  if (invited.ok) return { link: invited.value.link, name: typed['name'] ?? '' }
  return data({ refusal: invited.refusal, typed }, { status: refusalStatus(invited.refusal) })
}

export default function Guests() {
  const { strategyId, links, bodies } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>() ?? null
  return (
    <>
      <ReviewNav strategyId={strategyId} />
      <GuestsPage links={links} bodies={bodies} answered={answered} />
    </>
  )
}
