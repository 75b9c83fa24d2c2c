import { useEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import type { TextAnchor } from '../../domain/discussion/thread'
import type { Suggestion } from '../../domain/suggestions/suggestion'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { NewSuggestion } from './new-suggestion'
import { SuggestionCard } from './suggestion-card'
import type { SuggestionRights } from './suggestion-rights'
import type { LoadedSuggestions } from './use-suggestions'
import './suggestions-panel.css'

export interface SuggestionsPanelProps {
  readonly strategyId: string
  readonly loaded: LoadedSuggestions
  readonly rights: SuggestionRights
  /** The chapter that stands open; its suggestions come first. */
  readonly chapterId: string | null
  /** The words selected in that chapter. */
  readonly selection: TextAnchor | null
  /** A block somebody chose *Suggest a change* on. */
  readonly block: { readonly id: string; readonly name: string } | null
  readonly onBlockDone: () => void
  /** The live text, where blocks are read. */
  readonly doc: Y.Doc
  /** Who may lead. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly currentId: string | null
  readonly onGoTo: (suggestion: Suggestion) => void
}

/** The suggestions beside the text: make one for the selection, accept, reject, find the place. */
export function SuggestionsPanel(props: SuggestionsPanelProps) {
  const { loaded, rights, chapterId, currentId } = props
  const root = useRef<HTMLElement>(null)
  const [sentId, setSentId] = useState<string | null>(null)
  const isListed = loaded.suggestions.some(({ id }) => id === sentId)
  useEffect(() => {
    // Whoever has gone on meanwhile is not called back.
    if (isListed && root.current?.contains(document.activeElement))
      document.getElementById(`suggestion-${sentId}`)?.focus()
  }, [isListed, sentId])
  const [showsDecided, setShowsDecided] = useState(false)
  const open = loaded.suggestions.filter(({ state }) => state === 'proposed').length
  const decided = loaded.suggestions.length - open
  const shown = loaded.suggestions.filter(
    ({ state, id }) => showsDecided || state === 'proposed' || id === currentId,
  )
  const here = shown.filter((suggestion) => suggestion.chapterId === chapterId)
  const elsewhere = shown.filter((suggestion) => suggestion.chapterId !== chapterId)
  return (
    <section ref={root} tabIndex={-1} className="suggestions-panel" aria-label="Suggestions">
      <div className="suggestions-panel-head">
        <output className="suggestions-panel-count">
          {open} open, {decided} decided
        </output>
        {decided > 0 ? (
          <label className="suggestions-panel-filter">
            <input
              type="checkbox"
              checked={showsDecided}
              onChange={(event) => setShowsDecided(event.target.checked)}
            />{' '}
            Show decided
          </label>
        ) : null}
      </div>
      {loaded.state === 'failed' ? (
        <Notice tone="warning">
          <p>The suggestions could not be loaded, so this list may be old.</p>
          <Button small type="button" onClick={loaded.reload}>
            Load again
          </Button>
        </Notice>
      ) : null}
      {rights.maySuggest ? (
        <NewSuggestion {...props} onClosed={() => root.current?.focus()} onSent={setSentId} />
      ) : null}
      <List {...props} sentId={sentId} title="In this chapter" suggestions={here} />
      <List {...props} sentId={sentId} title="In other chapters" suggestions={elsewhere} />
      {shown.length === 0 && loaded.state === 'loaded' ? (
        <p className="suggestions-panel-hint">
          No open suggestions. What people would have different is listed here.
        </p>
      ) : null}
    </section>
  )
}

interface ListProps extends SuggestionsPanelProps {
  readonly title: string
  /** The one just sent. */
  readonly sentId: string | null
  readonly suggestions: readonly Suggestion[]
}

/** Hundreds of cards at once would keep the page waiting. */
const SHOWN_AT_ONCE = 30

function List(props: ListProps) {
  const { title, suggestions, sentId, rights, currentId, loaded, onGoTo } = props
  const [count, setCount] = useState(SHOWN_AT_ONCE)
  if (suggestions.length === 0) return null
  // The one looked at and the one just sent are shown, however far down they stand.
  const lookedAt = suggestions.findLastIndex(({ id }) => id === currentId || id === sentId)
  const shown = Math.max(count, lookedAt + 1)
  return (
    <div className="suggestions-panel-group">
      <h3 className="suggestions-panel-chapter">{title}</h3>
      {suggestions.slice(0, shown).map((suggestion) => (
        <SuggestionCard
          key={suggestion.id}
          suggestion={suggestion}
          rights={rights}
          isCurrent={suggestion.id === currentId}
          headingLevel={4}
          goTo={suggestion.chapterId === null ? null : () => onGoTo(suggestion)}
          onChanged={loaded.reload}
        />
      ))}
      {suggestions.length > shown ? (
        <Button small type="button" onClick={() => setCount(shown + SHOWN_AT_ONCE)}>
          Show more ({suggestions.length - shown} left)
        </Button>
      ) : null}
    </div>
  )
}
