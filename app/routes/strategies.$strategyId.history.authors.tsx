import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AuthorsPage } from '../features/history/authors-page'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Who wrote what · History · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  return unwrap(
    await context.services.history.readAuthors(actor, {
      strategyId: params['strategyId'] ?? '',
      chapterId: new URL(request.url).searchParams.get('chapter') ?? '',
    }),
  )
}

export default function Authors() {
  return <AuthorsPage {...useLoaderData<typeof loader>()} />
}
