import { FIELD_KEYS } from '../domain/strategy/block-fields'
import {
  BLOCK_REF,
  CALLOUT,
  CALLOUT_TONE,
  CHIP_METRIC,
  CITATION,
  CITATION_LOCATOR,
  CITATION_SOURCE,
  FOOTNOTE,
  FOOTNOTE_ID,
  IMAGE,
  IMAGE_ALT,
  IMAGE_CAPTION,
  IMAGE_FILE_ID,
  METRIC_CHIP,
  REF_BLOCK_ID,
  REF_KIND,
  RULE,
  TABLE,
  TABLE_CELL,
  TABLE_ROW,
} from './node-names'

// Everything a document may hold: what the editor can show, and so what the server lets in. A kind of node that is
// added comes with a new content version, so that an older page is told to reload instead of meeting what it cannot show.

/** What this version's page can show; it says so when it connects. */
export const CONTENT_VERSION = 2

export const ROOT_NAMES: ReadonlySet<string> = new Set(['meta', 'chapters', 'blocks', 'notes'])

/** A chapter's body has no name of its own; this is what Yjs calls it. */
export const UNNAMED_ELEMENT = 'UNDEFINED'

/** What Lexical's binding keeps of every element that holds others. Styles are never shared. */
const ROOT = ['__format', '__indent', '__dir']
const ELEMENT = [...ROOT, '__textFormat']

/** Elements of the prose, and what each may say of itself. */
export const NODE_ATTRIBUTES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [UNNAMED_ELEMENT, new Set(ROOT)],
  ['paragraph', new Set(ELEMENT)],
  ['heading', new Set([...ELEMENT, '__tag'])],
  ['quote', new Set(ELEMENT)],
  ['list', new Set([...ELEMENT, '__tag', '__listType', '__start'])],
  ['listitem', new Set([...ELEMENT, '__value', '__checked'])],
  ['link', new Set([...ELEMENT, '__url', '__target', '__rel', '__title'])],
  ['linebreak', new Set()],
  [CALLOUT, new Set([...ELEMENT, CALLOUT_TONE])],
  [RULE, new Set()],
  [TABLE, new Set(ELEMENT)],
  [TABLE_ROW, new Set(ELEMENT)],
  [TABLE_CELL, new Set([...ELEMENT, '__colSpan', '__rowSpan', '__headerState'])],
  [IMAGE, new Set([IMAGE_FILE_ID, IMAGE_ALT, IMAGE_CAPTION])],
  [FOOTNOTE, new Set([FOOTNOTE_ID])],
  [CITATION, new Set([CITATION_SOURCE, CITATION_LOCATOR])],
  [METRIC_CHIP, new Set([CHIP_METRIC])],
  [BLOCK_REF, new Set([REF_BLOCK_ID, REF_KIND])],
])

/** Those that stand in a line in place of words. */
export const ATOMS: ReadonlySet<string> = new Set([FOOTNOTE, CITATION, METRIC_CHIP])

/** Those that stand in a line of text; every other one stands on its own. */
export const INLINE_NODES: ReadonlySet<string> = new Set(['link', 'linebreak', ...ATOMS])

const CHILDLESS: ReadonlySet<string> = new Set(['linebreak', RULE, IMAGE, BLOCK_REF, ...ATOMS])

/** Those whose children are lines of text. */
const LINES: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'quote',
  'listitem',
  'link',
  CALLOUT,
])

/** Parts of a table, and the only thing that may hold each. */
const HOLDER_OF_PART: Record<string, string> = { [TABLE_ROW]: TABLE, [TABLE_CELL]: TABLE_ROW }

/** Whether text may stand directly in it. */
export function mayHoldText(outer: string): boolean {
  return !CHILDLESS.has(outer) && !STRUCTURE.has(outer)
}

const STRUCTURE: ReadonlySet<string> = new Set([UNNAMED_ELEMENT, TABLE, TABLE_ROW, TABLE_CELL])

/** Which node may stand in which. A peer's editor would fail on the rest, or hide it. */
export function mayHold(outer: string, inner: string): boolean {
  if (CHILDLESS.has(outer) || inner === UNNAMED_ELEMENT) return false
  if (INLINE_NODES.has(inner)) return mayHoldInline(outer, inner)
  if (INLINE_NODES.has(outer) || outer === CALLOUT) return false
  const holder = HOLDER_OF_PART[inner]
  if (holder !== undefined) return outer === holder
  if (outer === TABLE || outer === TABLE_ROW) return false
  return inner !== TABLE || outer === UNNAMED_ELEMENT
}

function mayHoldInline(outer: string, inner: string): boolean {
  return ATOMS.has(inner) ? LINES.has(outer) : mayHoldText(outer)
}

/** Kinds of text: only what is not plain says which it is. */
export const TEXT_TYPES: ReadonlySet<unknown> = new Set([undefined, 'text', 'tab'])

/** How text says its kind, its format, and which run of text it belongs to. */
export const TEXT_ATTRIBUTES: ReadonlySet<string> = new Set(['t', 'p', 'i'])

/** Fields of a chapter, a block, a metric's link and a footnote. Everything else under a key is under an id. */
export const FIELDS: ReadonlySet<string> = new Set([
  ...[
    'title rank body section status',
    'kind schema parentId statement leadId level targetDate hwbPriorities needs metrics',
    'metricId baseline baselineDate target',
    'text',
  ].flatMap((names) => names.split(' ')),
  // Of blocks, from their definitions: a new field is let in as soon as it is defined.
  ...FIELD_KEYS,
])
