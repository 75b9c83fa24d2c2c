import { type FocusEvent, useEffect, useRef, useState } from 'react'
import { setBlockText } from '../../document/edit'
import { FORM_ORIGIN } from '../../document/origins'
import { readBlock } from '../../document/read-block'
import { blockOf } from '../../document/shape'
import { fieldOf } from '../../domain/strategy/block-fields'
import type { FieldDefinition } from '../../domain/strategy/field-types'
import type { ObjectiveBlock } from '../../domain/strategy/strategy'
import {
  compareStatement,
  followsSentence,
  readSentenceParts,
  writeSentence,
} from '../../domain/strategy/write-sentence'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { announce } from '../../ui/live-region'
import { useBlocks } from './blocks-context'
import { FieldControl } from './field-control'
import { useFocusAfter } from './use-focus-after'

interface SentenceBuilderProps {
  readonly objective: ObjectiveBlock
  readonly name: string
}

/** Slots that make an objective's statement; closed it is one line. */
export function SentenceBuilder({ objective, name }: SentenceBuilderProps) {
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const focusAfter = useFocusAfter(root)

  function toggle() {
    setOpen(!isOpen)
    focusAfter(isOpen ? '.block-add' : 'select')
  }

  return (
    <div ref={root} className="block-sentence">
      <button type="button" className="block-add" aria-expanded={isOpen} onClick={toggle}>
        <Icon name={isOpen ? 'close' : 'plus'} size={16} />
        {isOpen ? 'Close the sentence builder' : 'Build the sentence'}
        <span className="visually-hidden"> of {name}</span>
      </button>
      {isOpen ? <Slots objective={objective} name={name} /> : null}
    </div>
  )
}

const SLOTS = ['sentenceVerb', 'sentenceMeasure', 'sentenceAmount', 'sentenceYear', 'sentenceFor']
const FIELDS = SLOTS.map((key) => fieldOf('objective', key)).filter(
  (field): field is FieldDefinition => field !== null,
)

function Slots({ objective, name }: SentenceBuilderProps) {
  const { doc, undo } = useBlocks()
  const sentence = writeSentence(readSentenceParts(objective))
  const state = compareStatement(sentence, objective.statement)
  const follow = useFollow(objective.id)

  function write() {
    if (sentence === null) return
    undo?.stopCapturing()
    setBlockText(doc, { blockId: objective.id, field: 'statement', text: sentence }, FORM_ORIGIN)
    undo?.stopCapturing()
    announce(`Statement of ${name} written.`)
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears from the slots inside when they are changed
    <fieldset
      className="block-slots"
      onFocus={follow.remember}
      onBlur={follow.settle}
      onChange={({ target }) => {
        if (target instanceof HTMLSelectElement) follow.settle()
      }}
    >
      <legend className="visually-hidden">Sentence of {name}</legend>
      <dl className="block-facts">
        {FIELDS.map((field) => (
          <div key={field.key} className="block-fact block-fact-wide">
            <dt>{field.label}</dt>
            <dd>
              <FieldControl block={objective} field={field} name={name} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="block-preview">
        {sentence ?? 'Choose what you will do and say what changes; the sentence writes itself.'}
      </p>
      <p className="block-preview-state" aria-live="polite">
        {STATE_WORDS[state]}
      </p>
      {state === 'by_hand' || state === 'empty' ? (
        <Button type="button" small onClick={write}>
          {state === 'by_hand' ? 'Write the statement again' : 'Write the statement'}
        </Button>
      ) : null}
    </fieldset>
  )
}

const STATE_WORDS = {
  unfinished: '',
  empty: 'The statement is empty.',
  same: 'This is the statement.',
  by_hand: 'The statement was changed by hand. It stays as it is unless you write it again.',
} as const

/**
 * Carries a change of the slots into the statement where that was the sentence before: only for what this person
 * changes here, or everybody with the card open would write it.
 */
function useFollow(blockId: string) {
  const { doc } = useBlocks()
  const before = useRef<string | null>(null)

  function read(): ObjectiveBlock | null {
    const block = readBlock(blockId, blockOf(doc, blockId))
    return block?.kind === 'objective' ? block : null
  }

  function remember(event: FocusEvent<HTMLElement>) {
    // From one slot to the next nothing is forgotten: what was changed in the first goes on with it.
    if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))
      return
    const block = read()
    before.current = block ? writeSentence(readSentenceParts(block)) : null
  }

  function settle() {
    const block = read()
    const sentence = block ? writeSentence(readSentenceParts(block)) : null
    if (!block || sentence === null || sentence === before.current) return
    if (followsSentence(before.current, block.statement))
      setBlockText(doc, { blockId, field: 'statement', text: sentence }, FORM_ORIGIN)
    before.current = sentence
  }

  const latest = useRef(settle)
  useEffect(() => {
    latest.current = settle
  })
  return {
    remember,
    // After the field itself has stored what was typed.
    settle: () => requestAnimationFrame(() => latest.current()),
  }
}
