import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useLocation,
  useNavigate,
  useParams,
  useRevalidator,
} from '@remix-run/react'
import { useCallback, useState } from 'react'
import { has } from '../../domain/access/rights'
import { useThreads } from '../../features/discussion/use-threads'
import { ChapterNotice } from '../../features/editor/chapter-notice'
import { ClosedNotice } from '../../features/editor/live/closed-notice'
import { PeopleList } from '../../features/editor/live/people-list'
import { StatusLine } from '../../features/editor/live/status-line'
import { useLiveDocument, useSaveState } from '../../features/editor/live/use-live-document'
import { usePeopleHere } from '../../features/editor/live/use-people-here'
import { useTestHandle } from '../../features/editor/live/use-test-handle'
import { useUndoPlace } from '../../features/editor/live/use-undo-place'
import type { OpenChapter } from '../../features/editor/open-chapter'
import { useChapterText } from '../../features/editor/use-chapter-text'
import { WritePage } from '../../features/editor/write-page'
import { Outline } from '../../features/outline/outline'
import { useChapters } from '../../features/outline/use-chapters'
import { requireActor, unwrap } from '../../responses'
import { Discussion } from './discussion'
import { LiveChapter } from './live-chapter'
import { ReadOnlyChapter } from './read-only-chapter'
import { useDiscussion } from './use-discussion'

export const handle = { fullWidth: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.chapter ? `${data.chapter.title} · Write · Northing` : 'Write · Northing' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const { strategies, registers } = context.services
  const strategy = unwrap(await strategies.openStrategy(actor, strategyId))
  const draft = unwrap(await strategies.readDraft(actor, strategyId))
  return {
    strategy,
    person: { id: actor.personId, name: actor.name },
    rights: {
      mayComment: has(actor, 'comment', actor),
      mayResolve: has(actor, 'resolve_thread', actor),
    },
    chapters: draft.chapters.map(({ id, title }) => ({ id, title })),
    // Only the chapter asked for: the others come with the shared text.
    chapter: draft.chapters.find((chapter) => chapter.id === params['chapterId']) ?? null,
    blocks: draft.blocks,
    registers: unwrap(await registers.readPickerOptions(actor, strategyId)),
    demo: context.site.demo,
  }
}

/** Going to another chapter asks the server for nothing: the text is here already. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  return currentUrl.pathname === nextUrl.pathname && defaultShouldRevalidate
}

export default function Write() {
  const { strategy, person, rights, chapter, blocks, registers, demo, ...data } =
    useLoaderData<typeof loader>()
  const chapterId = useParams()['chapterId'] ?? null
  const navigate = useNavigate()
  const { hash } = useLocation()
  const { revalidate } = useRevalidator()
  const loaded = useThreads(strategy.id)
  const { reload } = loaded
  const live = useLiveDocument({
    strategyId: strategy.id,
    documentId: strategy.documentId,
    personId: person.id,
    onChanged: (what) => (what === 'threads' ? reload() : void revalidate()),
  })
  const state = useSaveState(live)
  const people = usePeopleHere(live, person.id)
  const chapters = useChapters(live?.doc ?? null, data.chapters)
  const [openChapter, setOpenChapter] = useState<OpenChapter | null>(null)
  const hrefOf = useCallback(
    (id: string) => `/strategies/${strategy.id}/write/${encodeURIComponent(id)}`,
    [strategy.id],
  )
  const goTo = useCallback((id: string) => void navigate(hrefOf(id)), [navigate, hrefOf])
  const goToThread = useCallback(
    (id: string, threadId: string) => void navigate(`${hrefOf(id)}#thread-${threadId}`),
    [navigate, hrefOf],
  )
  useTestHandle(live, demo)
  useUndoPlace(live, chapterId, goTo)
  const discussion = useDiscussion({
    threads: loaded.threads,
    chapterId,
    openChapter,
    askedFor: hash.startsWith('#thread-') ? hash.slice('#thread-'.length) : null,
    goToChapter: goToThread,
  })
  const mayWrite = strategy.mayEdit && state.hasSynced && state.closedWith === null
  const index = chapters.findIndex(({ id }) => id === chapterId)
  const heading = chapters[index] ?? null
  const openThreads = loaded.threads.filter((thread) => thread.state === 'open').length
  const texts = useChapterText({ live, chapterId, hasSynced: state.hasSynced })

  return (
    <WritePage
      outline={
        <Outline
          chapters={chapters}
          currentId={chapterId}
          hrefOf={hrefOf}
          doc={mayWrite && live ? live.doc : null}
          onGoTo={goTo}
        />
      }
      heading={heading && { number: index + 1, title: heading.title }}
      status={<StatusLine state={state} mayEdit={strategy.mayEdit} />}
      people={
        <PeopleList
          people={people}
          chapterTitles={new Map(chapters.map(({ id, title }) => [id, title]))}
        />
      }
      notices={
        <>
          {live ? <ClosedNotice live={live} state={state} /> : null}
          <ChapterNotice trouble={texts.trouble} />
        </>
      }
      text={
        live && chapterId && texts.isLive ? (
          <LiveChapter
            live={live}
            chapterId={chapterId}
            title={heading?.title ?? ''}
            personName={person.name}
            mayWrite={mayWrite}
            mayComment={rights.mayComment}
            registers={registers}
            anchors={discussion.anchors}
            onSelect={discussion.setSelection}
            onOpenThread={discussion.openThread}
            onCommentOnBlock={discussion.commentOnBlock}
            onTrouble={texts.report}
            onOpen={setOpenChapter}
          />
        ) : (
          <ReadOnlyChapter
            content={texts.liveContent ?? { chapter, blocks }}
            chapterId={chapterId}
            registers={registers}
          />
        )
      }
      panelLabel={openThreads === 0 ? 'Discussion' : `Discussion ${openThreads}`}
      isPanelOpen={discussion.isOpen}
      onTogglePanel={discussion.setOpen}
      panel={
        live ? (
          <Discussion
            live={live}
            loaded={loaded}
            discussion={discussion}
            strategyId={strategy.id}
            rights={rights}
            chapters={chapters}
            chapterId={chapterId}
          />
        ) : null
      }
    />
  )
}
