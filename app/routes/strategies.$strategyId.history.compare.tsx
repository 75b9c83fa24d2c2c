import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { COMPARE_VIEWS, ComparePage } from '../features/history/compare-page'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Compare · History · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const asked = new URL(request.url).searchParams
  const compared = unwrap(
    await context.services.history.compareVersions(actor, {
      strategyId: params['strategyId'] ?? '',
      from: asked.get('from') ?? '',
      to: asked.get('to') ?? '',
    }),
  )
  const view = COMPARE_VIEWS.find((name) => name === asked.get('view')) ?? 'inline'
  return { ...compared, view, chapterId: asked.get('chapter') ?? '' }
}

export default function Compare() {
  return <ComparePage {...useLoaderData<typeof loader>()} />
}
