import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { ImportPage } from '../features/imports/import-page'
import { refusalStatus, requireActor, textsOf, unwrap } from '../responses'

export const meta: MetaFunction<typeof loader> = ({ data: detail }) => [
  { title: `${detail?.stored.fileName ?? 'Import'} · Northing` },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params)
  const detail = unwrap(await context.services.imports.readImport(actor, ids))
  if (detail.isMetadata) throw redirect(`${pathOf(ids.strategyId)}/${ids.importId}/metadata`)
  return detail
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params)
  const typed = textsOf(await request.formData())
  const step = typed['step'] ?? ''
  const { imports } = context.services
  const outcome = await take()
  if (outcome.ok) return redirect(`${pathOf(ids.strategyId)}/${ids.importId}`, 303)
  const { refusal } = outcome
  return data({ step, refusal, typed }, { status: refusalStatus(refusal) })

  function take() {
    if (step === 'sheet') return imports.chooseSheet(actor, { ...ids, sheet: typed['sheet'] ?? '' })
    if (step === 'confirm') return imports.confirmImport(actor, ids)
    if (step === 'undo') return imports.undoImport(actor, { ...ids, reason: typed['reason'] ?? '' })
    return imports.lookAtImport(actor, { ...ids, typed })
  }
}

function readIds(params: LoaderFunctionArgs['params']) {
  return { strategyId: params['strategyId'] ?? '', importId: params['importId'] ?? '' }
}

function pathOf(strategyId: string): string {
  return `/strategies/${encodeURIComponent(strategyId)}/metrics/import`
}

export default function ImportRoute() {
  const detail = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const listPath = pathOf(useParams()['strategyId'] ?? '')
  return (
    <ImportPage
      // Another sheet has other columns, and a form drawn before keeps its choices.
      key={`${detail.stored.id} ${detail.stored.sheet ?? ''}`}
      {...detail}
      refused={refused}
      listPath={listPath}
    />
  )
}
