import type { LoaderFunctionArgs, MetaFunction, SerializeFrom } from '@remix-run/node'
import {
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useLocation,
  useNavigate,
  useParams,
} from '@remix-run/react'
import { useCallback, useState } from 'react'
import { has } from '../../domain/access/rights'
import { listAtoms, orderAtoms } from '../../domain/strategy/list-atoms'
import { useThreads } from '../../features/discussion/use-threads'
import { PeopleList } from '../../features/editor/live/people-list'
import { AboutText } from '../../features/editor/about-text/about-text'
import { StatusLine } from '../../features/editor/live/status-line'
import { useFollowing } from '../../features/editor/live/use-following'
import { useLiveDocument, useSaveFact } from '../../features/editor/live/use-live-document'
import { usePeopleHere } from '../../features/editor/live/use-people-here'
import { useTestHandle } from '../../features/editor/live/use-test-handle'
import { useUndoPlace } from '../../features/editor/live/use-undo-place'
import type { OpenChapter } from '../../features/editor/open-chapter'
import { useChapterText } from '../../features/editor/use-chapter-text'
import { WritePage } from '../../features/editor/write-page'
import { SuggestButton } from '../../features/suggestions/suggest-button'
import { useSuggesting } from '../../features/suggestions/use-suggesting'
import { useSuggestions } from '../../features/suggestions/use-suggestions'
import { WordHelp } from '../../features/glossary/word-help'
import { type ChapterEntry, useChapters } from '../../features/outline/use-chapters'
import { requireActor, unwrap } from '../../responses'
import { ChapterOutline } from './chapter-outline'
import { ChapterArea } from './chapter-area'
import { Discussion } from './discussion'
import { Notices } from './notices'
import { useNodeInAddress } from './use-node-in-address'
import { useDiscussion } from './use-discussion'
import { useRefresh } from '../../ui/use-refresh'

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
  await context.services.rounds.noteRead(actor, { strategyId, edition: null })
  return {
    strategy,
    person: { id: actor.personId, name: actor.name },
    rights: {
      personId: actor.personId,
      organisationId: actor.organisationId,
      mayComment: has(actor, 'comment', actor),
      mayResolve: has(actor, 'resolve_thread', actor),
      mayAssign: has(actor, 'assign_thread', actor),
    },
    suggestionRights: {
      personId: actor.personId,
      maySuggest: has(actor, 'suggest', actor),
      mayDecide: has(actor, 'decide_suggestion', actor),
    },
    chapters: draft.chapters.map(({ id, title }) => ({ id, title })),
    // Only the chapter asked for: the others come with the shared text.
    chapter: draft.chapters.find((chapter) => chapter.id === params['chapterId']) ?? null,
    atoms: orderAtoms(listAtoms(draft.chapters)),
    blocks: draft.blocks,
    glossary: unwrap(await context.services.glossary.list(actor, strategyId)),
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
  const isSamePage =
    currentUrl.pathname === nextUrl.pathname && currentUrl.search === nextUrl.search
  return isSamePage && defaultShouldRevalidate
}

export default function Write() {
  const data = useLoaderData<typeof loader>()
  const { strategy, person, rights } = data
  const chapterId = useParams()['chapterId'] ?? null
  const { hrefOf, goTo, goToThread, askedFor } = usePlaces(strategy.id)
  const { live, hasSynced, mayWrite, mayBranch, loaded, suggestions } = useConnection(data)
  const people = usePeopleHere(live, person.id)
  const chapters = useChapters(live?.doc ?? null, data.chapters)
  const [openChapter, setOpenChapter] = useState<OpenChapter | null>(null)
  const discussion = useDiscussion({
    threads: loaded.threads,
    suggestions: suggestions.suggestions,
    chapterId,
    openChapter,
    askedFor,
    goToChapter: goToThread,
  })
  const texts = useChapterText({ live, chapterId, hasSynced })
  const heading = findHeading(chapters, chapterId)
  const isFrozen = heading?.status === 'frozen'
  const suggesting = useSuggesting({ personId: person.id, strategyId: strategy.id, chapterId })
  const following = useFollowing({ live, people, chapterId, openChapter, goTo })
  useTestHandle(live, data.demo)
  useUndoPlace(live, chapterId, goTo)
  useNodeInAddress(openChapter)

  return (
    <WritePage
      outline={
        <ChapterOutline
          live={live}
          data={data}
          chapters={chapters}
          currentId={chapterId}
          hrefOf={hrefOf}
          mayWrite={mayWrite}
          hasSynced={hasSynced}
          openChapter={openChapter}
          onGoTo={goTo}
        />
      }
      heading={heading}
      status={
        <StatusLine
          live={live}
          mayEdit={strategy.mayEdit}
          isSuggestingOnly={strategy.suggesting !== null}
        />
      }
      people={
        <>
          <SuggestButton suggesting={suggesting} isOffered={mayBranch} />
          {live ? <AboutText doc={live.doc} chapterId={chapterId} /> : null}
          <PeopleList
            people={people}
            chapters={chapters}
            followed={following.followed}
            onFollow={following.follow}
          />
        </>
      }
      notices={
        <Notices
          live={live}
          trouble={texts.trouble}
          people={people}
          chapterId={chapterId}
          following={following}
          mayOpen={isFrozen ? mayWrite : null}
          suggesting={strategy.suggesting}
          maySuggest={data.suggestionRights.maySuggest}
        />
      }
      text={
        <>
          <ChapterArea
            suggesting={suggesting}
            onSuggested={() => discussion.show('suggestions')}
            live={live}
            chapterId={chapterId}
            texts={texts}
            fromServer={data}
            title={heading?.title ?? ''}
            personName={person.name}
            mayWrite={mayWrite && !isFrozen}
            mayComment={rights.mayComment}
            registers={data.registers}
            anchors={discussion.anchors}
            onSelect={discussion.setSelection}
            onOpenThread={discussion.openThread}
            onCommentOnBlock={discussion.commentOnBlock}
            maySuggest={mayBranch}
            onSuggestForBlock={discussion.suggestForBlock}
            onTrouble={texts.report}
            onOpen={setOpenChapter}
          />
          <WordHelp
            chapter={openChapter}
            terms={data.glossary}
            glossaryHref={`/strategies/${strategy.id}/glossary`}
          />
        </>
      }
      openThreads={countOpen(loaded.threads) + countOpen(suggestions.suggestions)}
      isPanelOpen={discussion.isOpen}
      onTogglePanel={discussion.setOpen}
      panel={
        <Discussion
          live={live}
          loaded={loaded}
          suggestions={suggestions}
          suggestionRights={data.suggestionRights}
          discussion={discussion}
          strategyId={strategy.id}
          rights={rights}
          chapters={chapters}
          chapterId={chapterId}
        />
      }
    />
  )
}

/** The shared text and its threads; what the server says has changed is fetched again. */
function useConnection({ strategy, person, suggestionRights }: SerializeFrom<typeof loader>) {
  const refresh = useRefresh()
  const loaded = useThreads(strategy.id)
  const { reload } = loaded
  const suggestions = useSuggestions(strategy.id)
  const { reload: reloadSuggestions } = suggestions
  const live = useLiveDocument({
    strategyId: strategy.id,
    documentId: strategy.documentId,
    personId: person.id,
    onChanged: (what) => {
      if (what === 'threads') reload()
      else if (what === 'suggestions') reloadSuggestions()
      else refresh()
    },
  })
  // Not the whole state: it changes with every key, and this page is large.
  const hasSynced = useSaveFact(live, (state) => state.hasSynced)
  const isClosed = useSaveFact(live, (state) => state.closedWith !== null)
  const mayWrite = strategy.mayEdit && hasSynced && !isClosed
  // Who may write does; in suggesting only, and while nobody is asked to sign, everybody else suggests.
  const mayBranch =
    suggestionRights.maySuggest &&
    strategy.state === 'drafting' &&
    hasSynced &&
    !isClosed &&
    !mayWrite
  return { live, hasSynced, mayWrite, mayBranch, loaded, suggestions }
}

/** Addresses of chapters and threads, and the thread the present address asks for. */
function usePlaces(strategyId: string) {
  const navigate = useNavigate()
  const { hash, search } = useLocation()
  // Whoever looks at one place goes on looking at it in the next chapter.
  const place = new URLSearchParams(search).get('place')
  const lens = place ? `?place=${encodeURIComponent(place)}` : ''
  const hrefOf = useCallback(
    (id: string) => `/strategies/${strategyId}/write/${encodeURIComponent(id)}${lens}`,
    [strategyId, lens],
  )
  const goTo = useCallback((id: string) => navigate(hrefOf(id)), [navigate, hrefOf])
  const goToThread = useCallback(
    (id: string, mark: string) => navigate(`${hrefOf(id)}#${mark}`),
    [navigate, hrefOf],
  )
  return {
    hrefOf,
    goTo,
    goToThread,
    askedFor: /^#(?:thread|suggestion)-(.+)$/.exec(hash)?.[1] ?? null,
  }
}

function countOpen(threads: readonly { readonly state: string }[]): number {
  return threads.filter(({ state }) => state === 'open' || state === 'proposed').length
}

function findHeading(chapters: readonly ChapterEntry[], chapterId: string | null) {
  const index = chapters.findIndex(({ id }) => id === chapterId)
  const chapter = chapters[index]
  return chapter ? { number: index + 1, title: chapter.title, status: chapter.status } : null
}
