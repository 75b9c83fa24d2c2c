import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicChallenges } from '../features/challenges/public-page'
import { unwrap } from '../responses'
import { Page } from '../ui/page'

export const handle = { bare: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Questions and answers · ${data.strategyTitle}` : 'Northing' },
]

/** What is published may be taken off at any time. */
export function headers() {
  return { 'Cache-Control': 'no-cache' }
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const slug = params['slug'] ?? ''
  return { slug, ...unwrap(await context.services.challenges.readPublic(slug)) }
}

export default function PublishedChallenges() {
  return (
    <Page>
      <PublicChallenges {...useLoaderData<typeof loader>()} />
    </Page>
  )
}
