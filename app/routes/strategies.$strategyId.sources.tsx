import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { refusalResponse, requireActor } from '../responses'

/** The library, for the picker beside the text. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const listed = await context.services.sources.list(actor, params['strategyId'] ?? '')
  return listed.ok ? Response.json({ sources: listed.value }) : refusalResponse(listed.refusal)
}

/** Adds a source; answers it. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const form = await request.formData()
  const read = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const outcome = await context.services.sources.add(actor, {
    strategyId: params['strategyId'] ?? '',
    form: {
      title: read('title'),
      authors: read('authors'),
      publisher: read('publisher'),
      year: read('year'),
      url: read('url'),
      kind: read('kind'),
      accessedAt: read('accessedAt'),
    },
  })
  return outcome.ok ? Response.json(outcome.value) : refusalResponse(outcome.refusal)
}
