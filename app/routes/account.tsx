import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AccountPage } from '../features/shell/account-page'
import { requireActor } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Where you are signed in · Northing' }]

export function loader({ context, request }: LoaderFunctionArgs) {
  const { name, email } = requireActor(context, request)
  const ended = new URL(request.url).searchParams.get('ended')
  return { person: { name, email }, ended: ended && /^\d{1,3}$/.test(ended) ? Number(ended) : null }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const ended = await context.services.signIn.signOutElsewhere(actor, context.sessionCookie.token)
  return redirect(`/account?ended=${ended}`, 303)
}

export default function Account() {
  return <AccountPage {...useLoaderData<typeof loader>()} />
}
