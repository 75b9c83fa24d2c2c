import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { parseTextChoice } from '../domain/history/text-choice'
import { RestorePage } from '../features/history/restore-page'
import { refusalStatus, requireActor, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Restore · History · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const input = readInput(params['strategyId'], request)
  return unwrap(await context.services.history.previewRestore(actor, input))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const input = readInput(params['strategyId'], request)
  const outcome = await context.services.history.restoreVersion(actor, input)
  if (!outcome.ok)
    return data({ refusal: outcome.refusal }, { status: refusalStatus(outcome.refusal) })
  return redirect(
    `/strategies/${input.strategyId}/history?restored=${outcome.value.beforeSeq}`,
    303,
  )
}

export default function Restore() {
  const refused = useActionData<typeof action>()
  return <RestorePage {...useLoaderData<typeof loader>()} refusal={refused?.refusal ?? null} />
}

/** An address that names no version leads to the same answer as a version that is not there. */
function readInput(strategyId = '', { url }: Request) {
  const asked = new URL(url).searchParams
  const version = parseTextChoice(asked.get('version') ?? '')
  const [chapterId, blockId] = [asked.get('chapter'), asked.get('block')]
  return {
    strategyId,
    seq: version?.type === 'version' ? version.seq : 0,
    scope: blockId
      ? ({ type: 'block', blockId } as const)
      : chapterId
        ? ({ type: 'chapter', chapterId } as const)
        : ({ type: 'everything' } as const),
  }
}
