import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { StartPage } from '../features/shell/start-page'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'What waits for you · Northing' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { strategies: service } = context.services
  const [strategies, waiting] = await Promise.all([
    service.listStrategies(actor),
    service.listWaiting(actor),
  ])
  return {
    name: actor.name,
    partnershipName: actor.partnershipName,
    strategies: unwrap(strategies),
    waiting: unwrap(waiting),
  }
}

export default function Start() {
  return <StartPage {...useLoaderData<typeof loader>()} />
}
