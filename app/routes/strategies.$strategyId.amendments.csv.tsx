import type { LoaderFunctionArgs } from '@remix-run/node'
import { writeAmendmentsCsv } from '../domain/amendments/amendments-csv'
import { requireActor, unwrap } from '../responses'

/** The amendments paper as a file. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const listed = unwrap(await context.services.amendments.list(actor, params['strategyId'] ?? ''))
  return new Response(writeAmendmentsCsv(listed.amendments), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="amendments.csv"',
      'Cache-Control': 'no-store',
    },
  })
}
