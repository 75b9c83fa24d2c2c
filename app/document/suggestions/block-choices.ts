import type * as Y from 'yjs'
import type { FieldDefinition } from '../../domain/strategy/field-types'
import { fieldsOf } from '../../domain/strategy/block-fields'
import type { BlockKind, FieldValue } from '../../domain/strategy/strategy'
import type { AskedChange } from '../../domain/suggestions/parse-suggestion'
import { LEVEL_LABELS } from '../../domain/vocabularies/levels'
import { placeBlocks } from '../block-order'
import { readBlock } from '../read-block'
import { blocksOf } from '../shape'
import { readField } from './block-fields'

/** How a value is typed or chosen. */
export type ValueInput =
  | { readonly type: 'text' | 'line' | 'date' | 'year' | 'number' | 'person' }
  | { readonly type: 'choice'; readonly options: readonly { id: string; label: string }[] }

export interface SuggestableField {
  readonly key: string
  readonly label: string
  readonly input: ValueInput
  readonly value: FieldValue | null
}

export interface BlockStep {
  readonly change: AskedChange
  /** The title of the block it would stand behind; null when it would be the first. */
  readonly behind: string | null
}

/** What can be suggested about a block as it stands now; null for one that is not in the text. */
export interface BlockChoices {
  readonly kind: BlockKind
  readonly fields: readonly SuggestableField[]
  readonly up: BlockStep | null
  readonly down: BlockStep | null
  readonly remove: AskedChange
  /** Where a new block would stand, behind this one. */
  readonly behind: { readonly chapterId: string; readonly afterBlockId: string }
  /** The priority a new objective would stand under. */
  readonly parentId: string | null
}

/** Links to several registers at once are made by those who write: a suggestion is one value (suggestions SU36). */
export function readBlockChoices(doc: Y.Doc, blockId: string): BlockChoices | null {
  const block = readBlock(blockId, blocksOf(doc).get(blockId))
  const places = placeBlocks(doc)
  const chapterId = places.find((place) => place.blockId === blockId)?.chapterId
  if (!block || chapterId === undefined) return null
  const here = places.filter((place) => place.chapterId === chapterId).map((place) => place.blockId)
  const at = here.indexOf(blockId)
  const move = (afterBlockId: string | null): BlockStep => ({
    change: { type: 'move_block', blockId, to: { chapterId, afterBlockId } },
    behind: afterBlockId === null ? null : nameBlock(doc, afterBlockId),
  })
  return {
    kind: block.kind,
    fields: listFields(block.kind).map((field) => ({
      ...field,
      value: readField(doc, { blockId, key: field.key }) ?? null,
    })),
    up: at > 0 ? move(here[at - 2] ?? null) : null,
    down: at < here.length - 1 ? move(here[at + 1] ?? null) : null,
    remove: { type: 'remove_block', blockId },
    behind: { chapterId, afterBlockId: blockId },
    parentId: block.kind === 'priority' ? blockId : block.parentId,
  }
}

function nameBlock(doc: Y.Doc, blockId: string): string {
  return readBlock(blockId, blocksOf(doc).get(blockId))?.title || 'a block without a title'
}

type Named = Omit<SuggestableField, 'value'>

const TEXTS: readonly Named[] = [
  { key: 'title', label: 'Title', input: { type: 'line' } },
  { key: 'statement', label: 'Statement', input: { type: 'text' } },
]

const LEVELS = Object.entries(LEVEL_LABELS).map(([id, label]) => ({ id, label }))

const OBJECTIVE: readonly Named[] = [
  { key: 'leadId', label: 'Lead', input: { type: 'person' } },
  { key: 'level', label: 'Level', input: { type: 'choice', options: LEVELS } },
  { key: 'targetDate', label: 'Target date', input: { type: 'date' } },
]

function listFields(kind: BlockKind): readonly Named[] {
  const own = kind === 'objective' ? OBJECTIVE : []
  const others = fieldsOf(kind).flatMap((field) => {
    const input = inputOf(field)
    return input ? [{ key: field.key, label: field.label, input }] : []
  })
  return [...TEXTS, ...own, ...others]
}

function inputOf(field: FieldDefinition): ValueInput | null {
  switch (field.type) {
    case 'choice':
      return { type: 'choice', options: field.options }
    case 'text':
    case 'line':
    case 'date':
    case 'year':
    case 'number':
    case 'person':
      return { type: field.type }
    default:
      return null
  }
}
