import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  AMENDMENT_WHATS,
  type AmendmentWhat,
  NewAmendmentPage,
  type Subject,
} from '../features/amendments/new-amendment-page'
import { ReviewNav } from '../features/shell/review-nav'
import { refusalStatus, requireActor, unwrap, textsOf } from '../responses'
import type { AmendablePlace } from '../../server/services/amendments/list-places'

export const meta: MetaFunction = () => [{ title: 'Propose an amendment · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const { amendments } = context.services
  const [listed, listedPlaces] = await Promise.all([
    amendments.list(actor, strategyId),
    amendments.listPlaces(actor, strategyId),
  ])
  const { bodies, ownBodyIds, mayEnter } = unwrap(listed)
  const own = bodies.filter(({ id }) => ownBodyIds.includes(id))
  const places = unwrap(listedPlaces)
  const asked = new URL(request.url).searchParams
  const chosen = readChoice(asked, places)
  return {
    strategyId,
    chosen,
    what: AMENDMENT_WHATS.find((one) => one === asked.get('what')) ?? ('words' as const),
    // The text is sent only for the chapter that was chosen.
    places: places.map((place) => ({ ...place, paragraphs: [], blocks: [] })),
    bodies: mayEnter ? [...own, ...bodies.filter((body) => !own.includes(body))] : own,
    isEnteredForOthers: mayEnter,
    requestKey: crypto.randomUUID(),
  }
}

function readChoice(asked: URLSearchParams, places: readonly AmendablePlace[]) {
  const what = AMENDMENT_WHATS.find((one) => one === asked.get('what'))
  const chapter = places.find(({ chapterId }) => chapterId === asked.get('chapter'))
  return what && chapter ? { what, chapter, subject: readSubject(asked, what, chapter) } : null
}

function readSubject(
  asked: URLSearchParams,
  what: AmendmentWhat,
  { paragraphs, blocks }: AmendablePlace,
): Subject | null {
  const block = blocks.find(({ id }) => id === asked.get('block'))
  if (what === 'title' || what === 'statement' || what === 'remove_block') {
    if (!block) return null
    const current = what === 'statement' ? block.statement : block.title
    return { line: 0, blockId: block.id, current, name: block.name }
  }
  const line = Number(asked.get('line') ?? Number.NaN)
  const current = paragraphs[line]
  return current === undefined ? null : { line, blockId: '', current, name: '' }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const form = await request.formData()
  const typed = textsOf(form)
  const of = (name: string) => typed[name] ?? ''
  const proposed = await context.services.amendments.propose(actor, {
    strategyId,
    change: {
      what: AMENDMENT_WHATS.find((what) => what === typed['what']) ?? 'words',
      chapterId: of('chapterId'),
      line: Number(of('line')),
      current: of('current'),
      proposed: of('proposed'),
      blockId: of('blockId'),
    },
    bodyId: of('bodyId'),
    rationale: of('rationale'),
    minuteReference: of('minuteReference'),
    key: of('key'),
  })
  if (proposed.ok)
    return redirect(`/strategies/${strategyId}/amendments/${proposed.value.number}`, 303)
  return data({ refusal: proposed.refusal, typed }, { status: refusalStatus(proposed.refusal) })
}

export default function NewAmendment() {
  const { strategyId, ...loaded } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  return (
    <>
      <ReviewNav strategyId={strategyId} />
      <NewAmendmentPage
        {...loaded}
        root={`/strategies/${strategyId}/amendments`}
        refused={refused}
      />
    </>
  )
}
