import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor, unwrap } from '../responses'

/** The decision log as a file. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { decisions } = context.services
  const text = unwrap(await decisions.exportLog(actor, params['strategyId'] ?? ''))
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="decisions.csv"',
      'Cache-Control': 'no-store',
    },
  })
}
