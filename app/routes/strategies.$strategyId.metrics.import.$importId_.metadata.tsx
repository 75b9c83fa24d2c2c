import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { MetadataPage } from '../features/imports/metadata-page'
import { refusalStatus, requireActor, unwrap } from '../responses'

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: `${shown?.stored.fileName ?? 'Import'} · Northing` },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params)
  const changes = unwrap(await context.services.imports.readMetadataChanges(actor, ids))
  return { ...changes, metricsPath: pathOf(ids.strategyId) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params)
  const choices = (await request.formData()).getAll('take').filter(isText)
  const outcome = await context.services.imports.takeMetadata(actor, { ...ids, choices })
  if (outcome.ok) {
    const path = `${pathOf(ids.strategyId)}/import/${encodeURIComponent(ids.importId)}/metadata`
    return redirect(`${path}?taken=${outcome.value.taken}`, 303)
  }
  const { refusal } = outcome
  return data({ refusal, choices }, { status: refusalStatus(refusal) })
}

function isText(value: FormDataEntryValue): value is string {
  return typeof value === 'string'
}

function readIds(params: LoaderFunctionArgs['params']) {
  return { strategyId: params['strategyId'] ?? '', importId: params['importId'] ?? '' }
}

function pathOf(strategyId: string): string {
  return `/strategies/${encodeURIComponent(strategyId)}/metrics`
}

export default function MetadataRoute() {
  const changes = useLoaderData<typeof loader>()
  const taken = Number(useSearchParams()[0].get('taken'))
  return (
    <MetadataPage
      // What was chosen is gone once it is taken over.
      key={taken}
      {...changes}
      refused={useActionData<typeof action>() ?? null}
      taken={Number.isInteger(taken) && taken > 0 ? taken : null}
      listPath={`${changes.metricsPath}/import`}
    />
  )
}
