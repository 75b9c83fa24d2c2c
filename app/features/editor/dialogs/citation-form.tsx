import { $setState } from 'lexical'
import { type FormEvent, useState } from 'react'
import { Button } from '../../../ui/button'
import { SearchPicker } from '../../../ui/search-picker'
import { TextField } from '../../../ui/text-field'
import {
  $createCitationNode,
  type CitationFields,
  type CitationNode,
  $getCitation,
  $isCitationNode,
  locatorState,
  sourceIdState,
} from '../nodes/citation-node'
import { type SourceChoice, useWritingServices } from '../writing-services'
import type { DialogTools } from './dialog-tools'
import { changeNode, insertInLine, readNode } from './insert-at-caret'
import { NewSourceForm } from './new-source-form'

interface CitationFormProps extends DialogTools {
  readonly nodeKey: string | undefined
}

/** Which source is cited, and where in it. */
export function CitationForm({ editor, nodeKey, onDone }: CitationFormProps) {
  const target = { nodeKey: nodeKey ?? '', is: $isCitationNode }
  const [start] = useState(() => readNode(editor, target, $getCitation))
  const [locator, setLocator] = useState(start?.locator ?? '')
  const [error, setError] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const choice = useSourceChoice(start?.sourceId ?? null)

  function apply(event: FormEvent) {
    event.preventDefault()
    const { sourceId } = choice
    if (sourceId === null) {
      setError('Choose a source first, or add one.')
      return
    }
    const fields = { sourceId, locator: locator.trim() }
    if (start) changeNode(editor, target, (node) => $changeCitation(node, fields))
    else insertInLine(editor, () => $createCitationNode(fields))
    onDone()
  }

  function remove() {
    changeNode(editor, target, (node) => {
      node.selectPrevious()
      node.remove()
    })
    onDone()
  }

  if (isAdding) {
    return (
      <NewSourceForm
        onCancel={() => setAdding(false)}
        onAdded={(source) => {
          choice.add(source)
          setAdding(false)
        }}
      />
    )
  }
  return (
    <form onSubmit={apply} noValidate>
      <SourcePicker choice={choice} error={error} />
      <p>
        <Button type="button" small onClick={() => setAdding(true)}>
          Add a new source
        </Button>
      </p>
      <TextField
        label="Where in the source (optional)"
        name="locator"
        width="medium"
        hint="For example page 12, or table 3"
        maxLength={100}
        value={locator}
        onChange={(event) => setLocator(event.target.value)}
      />
      <div className="dialog-footer">
        <Button type="button" onClick={onDone}>
          Cancel
        </Button>
        {start ? (
          <Button type="button" onClick={remove}>
            Remove citation
          </Button>
        ) : null}
        <Button variant="primary">{start ? 'Change citation' : 'Insert citation'}</Button>
      </div>
    </form>
  )
}

function $changeCitation(node: CitationNode, { sourceId, locator }: CitationFields): void {
  $setState(node, sourceIdState, sourceId)
  $setState(node, locatorState, locator)
}

interface Choice {
  readonly sourceId: string | null
  readonly sources: readonly SourceChoice[]
  readonly pick: (id: string) => void
  readonly add: (source: SourceChoice) => void
}

/** Sources of the library and those just added, and which of them is cited. */
function useSourceChoice(start: string | null): Choice {
  const { sources } = useWritingServices()
  const [added, setAdded] = useState<readonly SourceChoice[]>([])
  const [sourceId, pick] = useState(start)
  const fresh = added.filter(({ id }) => !sources.some((known) => known.id === id))
  return {
    sourceId,
    sources: [...fresh, ...sources],
    pick,
    add: (source) => {
      setAdded([source, ...added])
      pick(source.id)
    },
  }
}

interface SourcePickerProps {
  readonly choice: Choice
  readonly error: string | null
}

function SourcePicker({ choice: { sourceId, sources, pick }, error }: SourcePickerProps) {
  const source = sources.find(({ id }) => id === sourceId)
  return (
    <>
      {error === null || sourceId !== null ? null : (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <p className="dialog-choice" aria-live="polite">
        {source ? (
          <>
            Cited: <strong>{source.title}</strong>
            {source.detail ? `, ${source.detail}` : ''}
          </>
        ) : (
          'No source chosen yet.'
        )}
      </p>
      <SearchPicker
        label={source ? 'Choose another source' : 'Choose a source'}
        items={sources.map(({ id, title, detail }) => ({ id, label: title, detail }))}
        selectedIds={sourceId === null ? [] : [sourceId]}
        onPick={pick}
      />
    </>
  )
}
