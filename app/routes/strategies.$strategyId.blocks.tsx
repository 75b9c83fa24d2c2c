import type { LoaderFunctionArgs, MetaFunction, SerializeFrom } from '@remix-run/node'
import { type ShouldRevalidateFunctionArgs, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { createDocument } from '../document/create'
import { createId } from '../document/create-id'
import type { Block, StrategyContent } from '../domain/strategy/strategy'
import { BlocksProvider } from '../features/blocks/blocks-context'
import { BoardPage } from '../features/blocks/board-page'
import { AlarmNotice } from '../features/editor/live/alarm-notice'
import { ClosedNotice } from '../features/editor/live/closed-notice'
import { StatusLine } from '../features/editor/live/status-line'
import { useLiveDocument, useSaveFact } from '../features/editor/live/use-live-document'
import { useTestHandle } from '../features/editor/live/use-test-handle'
import { requireActor, unwrap } from '../responses'
import { useRefresh } from '../ui/use-refresh'

export const meta: MetaFunction = () => [{ title: 'Blocks · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const { strategies, registers } = context.services
  const draft = unwrap(await strategies.readDraft(actor, strategyId))
  return {
    strategy: unwrap(await strategies.openStrategy(actor, strategyId)),
    person: { id: actor.personId },
    chapterIds: draft.chapters.map(({ id }) => id),
    blocks: draft.blocks.filter(({ chapterId }) => chapterId !== null),
    registers: unwrap(await registers.readPickerOptions(actor, strategyId)),
    demo: context.site.demo,
  }
}

/** Another filter asks the server for nothing: the blocks are here already. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const isOtherFilter =
    currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search
  return isOtherFilter ? false : defaultShouldRevalidate
}

export default function Blocks() {
  const data = useLoaderData<typeof loader>()
  const { strategy, person, registers } = data
  const refresh = useRefresh()
  const live = useLiveDocument({
    strategyId: strategy.id,
    documentId: strategy.documentId,
    personId: person.id,
    onChanged: (what) => (what === 'threads' ? undefined : refresh()),
  })
  const hasSynced = useSaveFact(live, (state) => state.hasSynced)
  const isClosed = useSaveFact(live, (state) => state.closedWith !== null)
  useTestHandle(live, data.demo)
  const fromServer = useMemo(() => createDocument(readContent(data)), [data])
  const liveDoc = live && hasSynced ? live.doc : null
  return (
    <BlocksProvider
      doc={liveDoc ?? fromServer}
      registers={registers}
      mayEdit={liveDoc !== null && strategy.mayEdit && !isClosed}
      undo={live?.undoManager ?? null}
      newId={createId}
    >
      <BoardPage
        strategyPath={`/strategies/${strategy.id}`}
        status={
          <StatusLine
            live={live}
            mayEdit={strategy.mayEdit}
            isSuggestingOnly={strategy.suggesting !== null}
          />
        }
        notices={
          <>
            <ClosedNotice live={live} />
            <AlarmNotice live={live} />
          </>
        }
      />
    </BlocksProvider>
  )
}

/** As much of the text as says where the blocks stand: what the page shows before the shared text is here. */
function readContent({ chapterIds, blocks }: SerializeFrom<typeof loader>): StrategyContent {
  const all: readonly Block[] = blocks
  return {
    schemaVersion: 1,
    blocks: all,
    chapters: chapterIds.map((id) => ({
      id,
      title: '',
      nodes: all
        .filter(({ chapterId }) => chapterId === id)
        .map(({ id: blockId }) => ({ type: 'block' as const, blockId })),
    })),
  }
}
