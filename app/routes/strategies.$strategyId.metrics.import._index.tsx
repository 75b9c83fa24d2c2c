import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ImportsPage } from '../features/imports/imports-page'
import { refusalStatus, requireActor, textsOf, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Import values · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const { imports } = context.services
  const [list, fetchable] = await Promise.all([
    imports.listImports(actor, strategyId),
    imports.listFetchable(actor, strategyId),
  ])
  return {
    imports: unwrap(list),
    fetchable: unwrap(fetchable),
    metricsPath: pathOf(strategyId),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const form = await request.formData()
  const { imports } = context.services
  const step = form.get('step') === 'fetch' ? 'fetch' : 'upload'
  const { text, ...table } = await readTable(form)
  const { metric = '' } = textsOf(form)
  const outcome =
    step === 'fetch'
      ? await imports.fetchIndicator(actor, { strategyId, metricId: metric })
      : await imports.uploadTable(actor, { strategyId, ...table })
  if (outcome.ok) return redirect(`${pathOf(strategyId)}/import/${outcome.value.importId}`, 303)
  const { refusal } = outcome
  return data({ step, refusal, text }, { status: refusalStatus(refusal) })
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
