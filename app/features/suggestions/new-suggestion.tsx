import { useMemo, useState } from 'react'
import { type AskedFormat, askFormat } from '../../document/suggestions/ask-format'
import type { TextAnchor } from '../../domain/discussion/thread'
import { Button } from '../../ui/button'
import { announce } from '../../ui/live-region'
import { SuggestBlockForm } from './suggest-block-form'
import { SuggestForm } from './suggest-form'
import { SuggestFormatForm } from './suggest-format-form'
import type { SuggestionsPanelProps } from './suggestions-panel'

interface NewSuggestionProps extends SuggestionsPanelProps {
  /** The form had the focus and is gone. */
  readonly onClosed: () => void
  readonly onSent: (suggestionId: string) => void
}

interface ChosenWords {
  readonly chapterId: string
  readonly anchor: TextAnchor
}

type Draft = { readonly type: 'words'; readonly words: ChosenWords } | AskedFormat

/** Starts from the selection as it was when a button was pressed: writing moves the selection. */
export function NewSuggestion(props: NewSuggestionProps) {
  const { strategyId, loaded, block, onBlockDone, onClosed } = props
  const [draft, setDraft] = useState<Draft | null>(null)

  function close() {
    if (block) onBlockDone()
    else setDraft(null)
    onClosed()
  }
  function noteSent(suggestionId: string) {
    close()
    props.onSent(suggestionId)
    announce('Suggestion sent.')
    loaded.reload()
  }
  const form = { strategyId, onCancel: close, onSent: noteSent }

  if (block) {
    const { doc, people } = props
    return <SuggestBlockForm key={block.id} {...form} doc={doc} block={block} people={people} />
  }
  if (draft?.type === 'format') return <SuggestFormatForm {...form} change={draft} />
  if (draft) {
    return (
      <SuggestForm
        {...form}
        change={{ type: 'text', ...draft.words }}
        words={draft.words.anchor.quote}
        label="What the text would say"
      />
    )
  }
  return <SelectionChoices {...props} onChoose={setDraft} />
}

interface SelectionChoicesProps extends SuggestionsPanelProps {
  readonly onChoose: (draft: Draft) => void
}

function SelectionChoices({ doc, selection, chapterId, onChoose }: SelectionChoicesProps) {
  const words = useMemo<ChosenWords | null>(() => {
    const isOneLine = selection !== null && !selection.quote.includes('\n')
    return isOneLine && chapterId !== null ? { chapterId, anchor: selection } : null
  }, [selection, chapterId])
  const looks = useMemo(
    () => (words ? (['bold', 'italic'] as const).map((look) => askFormat(doc, words, look)) : []),
    [doc, words],
  )
  return (
    <div className="suggestions-panel-new">
      <Button
        small
        type="button"
        disabled={words === null}
        onPointerDown={keepSelection}
        onClick={() => words && onChoose({ type: 'words', words })}
      >
        Suggest other words
      </Button>
      {looks.map((asked) => (
        <Button
          key={asked.format}
          small
          type="button"
          onPointerDown={keepSelection}
          onClick={() => onChoose(asked)}
        >
          Suggest {asked.isOn ? asked.format : `not ${asked.format}`}
        </Button>
      ))}
      <p className="suggestions-panel-hint">{describeSelection(selection, words)}</p>
    </div>
  )
}

/** A button must not take the selection away before it is read. */
function keepSelection(event: { preventDefault: () => void }): void {
  event.preventDefault()
}

function describeSelection(selection: TextAnchor | null, words: ChosenWords | null): string {
  if (words) return `For “${words.anchor.quote}”.`
  return selection
    ? 'You have selected more than one paragraph: select words of one.'
    : 'Select words of one paragraph, or open a block’s menu.'
}
