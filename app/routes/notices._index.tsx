import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NoticesPage } from '../features/notices/notices-page'
import { requireActor } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Notices · Northing' }]

export function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const asked = new URL(request.url).searchParams.get('page') ?? ''
  return context.services.notices.list(actor, /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1)
}

export async function action({ context, request }: ActionFunctionArgs) {
  await context.services.notices.markAllRead(requireActor(context, request))
  return redirect('/notices', 303)
}

export default function Notices() {
  return <NoticesPage {...useLoaderData<typeof loader>()} />
}
