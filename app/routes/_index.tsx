import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { StartPage } from '../features/shell/start-page'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'What waits for you · Northing' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { strategies, agreement, discussion, decisions, rounds, challenges, notices } =
    context.services
  const [listed, led, signOffs, assigned, threads, votes, reading, asked, told] = await Promise.all(
    [
      strategies.listStrategies(actor),
      strategies.listLed(actor),
      agreement.listWaiting(actor),
      discussion.listAssignedThreads(actor),
      discussion.listWaitingThreads(actor),
      decisions.listWaiting(actor),
      rounds.listWaiting(actor),
      challenges.listWaiting(actor),
      notices.listNewest(actor),
    ],
  )
  return {
    name: actor.name,
    partnershipName: actor.partnershipName,
    strategies: unwrap(listed),
    told: {
      unread: told.unread,
      notices: told.notices.map(({ id, about, createdAt }) => ({ id, about, createdAt })),
    },
    waiting: {
      ...unwrap(led),
      signOffs: unwrap(signOffs),
      decisions: unwrap(votes),
      rounds: unwrap(reading),
      challenges: unwrap(asked).map(({ strategyId, id, question, dueOn }) => ({
        strategyId,
        id,
        question,
        dueOn,
      })),
      assigned: unwrap(assigned),
      threads: unwrap(threads),
    },
  }
}

export default function Start() {
  return <StartPage {...useLoaderData<typeof loader>()} />
}
