import { Suspense } from 'react'
import { nameOfField } from '../../domain/discussion/field-names'
import type { DiscussionPanelProps } from '../../features/discussion/discussion-panel'
import { usePlacedThreads } from '../../features/discussion/use-placed-threads'
import type { LoadedThreads } from '../../features/discussion/use-threads'
import { useOutline } from '../../features/blocks/use-outline'
import type { LiveDocument } from '../../features/editor/live/live-document'
import type { SuggestionRights } from '../../features/suggestions/suggestion-rights'
import type { LoadedSuggestions } from '../../features/suggestions/use-suggestions'
import { late } from '../../ui/late'
import { usePreload } from '../../ui/use-preload'
import { ViewSwitch } from '../../ui/view-switch'
import type { useDiscussion } from './use-discussion'

const loadComments = () => import('../../features/discussion/discussion-panel')
const DiscussionPanel = late(async () => (await loadComments()).DiscussionPanel)
const loadSuggestions = () => import('../../features/suggestions/suggestions-panel')
const SuggestionsPanel = late(async () => (await loadSuggestions()).SuggestionsPanel)

interface DiscussionProps extends Pick<
  DiscussionPanelProps,
  'strategyId' | 'rights' | 'chapters' | 'chapterId'
> {
  readonly live: LiveDocument | null
  readonly loaded: LoadedThreads
  readonly suggestions: LoadedSuggestions
  readonly suggestionRights: SuggestionRights
  readonly discussion: ReturnType<typeof useDiscussion>
}

/** The discussion panel over the live text: threads stand where their words are now. */
export function Discussion({ live, ...rest }: DiscussionProps) {
  return live ? <LiveDiscussion live={live} {...rest} /> : null
}

interface LiveDiscussionProps extends DiscussionProps {
  readonly live: LiveDocument
}

function LiveDiscussion(props: LiveDiscussionProps) {
  usePreload(loadComments)
  usePreload(loadSuggestions)
  const { discussion, loaded, suggestions } = props
  const openThreads = loaded.threads.filter(({ state }) => state === 'open').length
  const openSuggestions = suggestions.suggestions.filter(({ state }) => state === 'proposed').length
  return (
    <>
      <ViewSwitch
        label="What to show"
        views={[
          { id: 'comments', label: 'Comments', count: openThreads },
          { id: 'suggestions', label: 'Suggestions', count: openSuggestions },
        ]}
        current={discussion.view}
        onChange={discussion.setView}
      />
      {discussion.view === 'comments' ? (
        <LiveComments {...props} />
      ) : (
        <LiveSuggestions {...props} />
      )}
    </>
  )
}

function LiveSuggestions({ live, loaded, suggestions, discussion, ...rest }: LiveDiscussionProps) {
  const { numbers } = useOutline(live.doc)
  const { blockId } = discussion
  return (
    <Suspense>
      <SuggestionsPanel
        strategyId={rest.strategyId}
        loaded={suggestions}
        rights={rest.suggestionRights}
        chapterId={rest.chapterId}
        selection={discussion.selection}
        block={
          blockId === null
            ? null
            : { id: blockId, name: numbers.get(blockId)?.label ?? 'This block' }
        }
        onBlockDone={() => discussion.setBlockId(null)}
        doc={live.doc}
        people={loaded.people.assignees}
        currentId={discussion.currentId}
        onGoTo={discussion.goToSuggestion}
      />
    </Suspense>
  )
}

function LiveComments({ live, loaded, discussion, ...rest }: LiveDiscussionProps) {
  const placed = usePlacedThreads(live.doc, loaded.threads)
  const { numbers, placed: blocks } = useOutline(live.doc)
  const nameBlock = (blockId: string) => numbers.get(blockId)?.label ?? null
  const kindOf = (blockId: string) => blocks.find(({ id }) => id === blockId)?.kind ?? null
  const { blockId } = discussion
  return (
    <Suspense>
      <DiscussionPanel
        strategyId={rest.strategyId}
        rights={rest.rights}
        chapters={rest.chapters}
        chapterId={rest.chapterId}
        loaded={loaded}
        placed={placed}
        selection={discussion.selection}
        block={
          blockId === null
            ? null
            : { id: blockId, name: nameBlock(blockId) ?? 'This block', kind: kindOf(blockId) }
        }
        onBlockDone={() => discussion.setBlockId(null)}
        nameBlock={nameBlock}
        nameField={(id, field) => {
          const kind = kindOf(id)
          return kind === null ? null : nameOfField(kind, field)
        }}
        currentThreadId={discussion.currentId}
        onGoTo={discussion.goTo}
      />
    </Suspense>
  )
}
