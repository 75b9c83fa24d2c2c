import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ImportsPage } from '../features/imports/imports-page'
import { refusalStatus, requireActor, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Import values · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const imports = unwrap(await context.services.imports.listImports(actor, strategyId))
  return { imports, metricsPath: pathOf(strategyId) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const form = await request.formData()
  const { name, bytes, text } = await readTable(form)
  const outcome = await context.services.imports.uploadTable(actor, { strategyId, name, bytes })
  if (outcome.ok) return redirect(`${pathOf(strategyId)}/import/${outcome.value.importId}`, 303)
  const { refusal } = outcome
  return data({ refusal, text }, { status: refusalStatus(refusal) })
}

/** A file goes before a table that was pasted. */
async function readTable(form: FormData) {
  const [file, pasted] = [form.get('file'), form.get('text')]
  const text = typeof pasted === 'string' ? pasted : ''
  if (file !== null && typeof file !== 'string' && file.size > 0)
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), text }
  const bytes = new TextEncoder().encode(text.trim() === '' ? '' : text)
  return { name: 'Pasted table', bytes, text }
}

function pathOf(strategyId: string): string {
  return `/strategies/${encodeURIComponent(strategyId)}/metrics`
}

export default function ImportsRoute() {
  const list = useLoaderData<typeof loader>()
  return <ImportsPage {...list} refused={useActionData<typeof action>() ?? null} />
}
