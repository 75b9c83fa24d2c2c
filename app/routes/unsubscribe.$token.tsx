import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { UnsubscribePage } from '../features/notices/unsubscribe-page'
import { unwrap } from '../responses'

export const handle = { bare: true }

export const meta: MetaFunction = () => [
  { title: 'Stop mail · Northing' },
  { name: 'robots', content: 'noindex, nofollow' },
]

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const link = { token: params['token'] ?? '', address: context.clientAddress }
  return unwrap(await context.services.notices.openUnsubscribe(link))
}

/** The page's button, and the one POST of a mail program (RFC 8058), which carries no intent of ours. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const intent = (await request.formData()).get('intent')
  const { notices } = context.services
  const link = { token: params['token'] ?? '', address: context.clientAddress }
  const outcome = intent === 'resume' ? notices.resubscribe(link) : notices.unsubscribe(link)
  return unwrap(await outcome)
}

export default function Unsubscribe() {
  return <UnsubscribePage {...useLoaderData<typeof loader>()} />
}
