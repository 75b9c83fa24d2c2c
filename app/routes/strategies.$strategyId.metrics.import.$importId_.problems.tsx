import type { LoaderFunctionArgs } from '@remix-run/node'
import { problemsCsv } from '../domain/imports/list-problems'
import { requireActor, unwrap } from '../responses'

/** What was wrong with which line of a file, as a file. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = { strategyId: params['strategyId'] ?? '', importId: params['importId'] ?? '' }
  const { stored } = unwrap(await context.services.imports.readImport(actor, ids))
  return new Response(problemsCsv(stored.report?.problems ?? []), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="problems.csv"',
      'Cache-Control': 'no-store',
    },
  })
}
