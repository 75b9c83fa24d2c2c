import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ImportedRowPage } from '../features/imports/imported-row-page'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: `${shown ? `${shown.row.fileName}, line ${shown.row.line}` : 'Line'} · Northing` },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const row = await context.services.imports.readImportedRow(actor, {
    strategyId,
    importId: params['importId'] ?? '',
    line: Number(params['line']),
  })
  return {
    row: unwrap(row),
    metricsPath: `/strategies/${encodeURIComponent(strategyId)}/metrics`,
  }
}

export default function ImportedRowRoute() {
  return <ImportedRowPage {...useLoaderData<typeof loader>()} />
}
