import { BLOCK_REF, REF_BLOCK_ID, REF_KIND } from './shape'

// Everything a document may hold: what the editor can show, and so what the server lets in. A kind of node that is
// added comes with a new schema version, so that an older page is told to reload instead of meeting what it cannot show.

export const ROOT_NAMES: ReadonlySet<string> = new Set(['meta', 'chapters', 'blocks'])

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
  [BLOCK_REF, new Set([REF_BLOCK_ID, REF_KIND])],
])

/** Those that stand in a line of text; every other one stands on its own. */
export const INLINE_NODES: ReadonlySet<string> = new Set(['link', 'linebreak'])

/** Kinds of text: only what is not plain says which it is. */
export const TEXT_TYPES: ReadonlySet<unknown> = new Set([undefined, 'text', 'tab'])

/** How text says its kind, its format, and which run of text it belongs to. */
export const TEXT_ATTRIBUTES: ReadonlySet<string> = new Set(['t', 'p', 'i'])

/** Fields of a chapter, a block and a metric's link. Everything else under a key is under an id. */
export const FIELDS: ReadonlySet<string> = new Set(
  [
    'title rank body',
    'kind schema parentId statement leadId level targetDate hwbPriorities needs metrics',
    'metricId baseline baselineDate target',
  ].flatMap((names) => names.split(' ')),
)
