import * as Y from 'yjs'
import { createBlockRef, createProse } from '../../app/document/create-prose'
import {
  addMetricLink,
  cloneBlock,
  insertBlock,
  removeMetricLink,
  setBlockField,
  setBlockText,
  setLink,
  setMetricLink,
} from '../../app/document/edit'
import { asMap, blockOf, blocksOf, chapterBodyOf, chaptersOf } from '../../app/document/shape'
import type { ProseNode } from '../../app/domain/strategy/strategy'
import type { Random } from '../convergence/random-edits'

/** Everything these edits do is the peer's own to undo. */
export const FUZZ_ORIGIN = 'fuzz'

export interface EditContext {
  readonly doc: Y.Doc
  readonly random: Random
  readonly undo: Y.UndoManager
}

type Edit = (context: EditContext) => void

/** One edit of a document shaped like a strategy's: text, formats, nodes, nested types, map fields, blocks, undo. */
export function editOnce(context: EditContext): void {
  const edit = EDITS[context.random(EDITS.length)]
  if (edit) context.doc.transact(() => edit(context), FUZZ_ORIGIN)
}

const typeText: Edit = ({ doc, random }) => {
  const text = pickText(doc, random)
  if (text) text.insert(pickPlace(text, random), WORDS[random(WORDS.length)] ?? '')
  else addParagraph({ doc, random })
}

const deleteText: Edit = ({ doc, random }) => {
  const text = pickText(doc, random)
  if (!text || text.length === 0) return
  const at = pickPlace(text, random)
  text.delete(at, findBoundary(text, at + 1 + random(6)) - at)
}

const formatText: Edit = ({ doc, random }) => {
  const text = pickText(doc, random)
  if (!text || text.length === 0) return
  const [one, other] = [pickPlace(text, random), pickPlace(text, random)]
  const at = Math.min(one, other)
  if (one !== other)
    text.format(at, Math.abs(one - other), { p: random(3) === 0 ? null : random(4) })
}

const splitNode: Edit = ({ doc, random }) => {
  const text = pickText(doc, random)
  const node = text?.parent
  const outer = node instanceof Y.XmlElement ? node.parent : null
  if (!text || !(node instanceof Y.XmlElement) || !(outer instanceof Y.XmlElement)) return
  if (node.nodeName === 'link' || text.length < 2) return
  const at = pickPlace(text, random)
  const tail = plainText(text).slice(at)
  text.delete(at, text.length - at)
  const half = new Y.XmlElement(node.nodeName)
  half.insert(0, [new Y.XmlText(tail)])
  outer.insert(indexIn(outer, node) + 1, [half])
}

const addNested: Edit = ({ doc, random }) => {
  const body = pickBody(doc, random)
  const node = NODES[random(NODES.length)]
  if (body && node) body.insert(random(body.length + 1), createProse([node], new Map()))
}

const removeNode: Edit = ({ doc, random }) => {
  const body = pickBody(doc, random)
  if (body && body.length > 2) body.delete(random(body.length), 1)
}

const setNodeAttribute: Edit = ({ doc, random }) => {
  const nodes = pickBody(doc, random)?.toArray() ?? []
  const node = nodes[random(nodes.length || 1)]
  if (!(node instanceof Y.XmlElement)) return
  if (node.nodeName === 'heading') node.setAttribute('__tag', `h${2 + random(3)}`)
  else if (node.nodeName === 'paragraph')
    node.setAttribute('__indent', random(3) as unknown as string)
}

const addBlock: Edit = ({ doc, random }) => {
  const id = `block-${random(40)}`
  if (!blocksOf(doc).has(id)) insertBlock(doc, { id, kind: 'objective', title: 'New' }, FUZZ_ORIGIN)
  const body = pickBody(doc, random)
  body?.insert(random(body.length + 1), [createBlockRef(id, 'objective')])
}

const copyBlock: Edit = ({ doc, random }) => {
  const fromId = pickBlock(doc, random)
  const newId = () => `link-${random(1_000)}`
  if (fromId) cloneBlock(doc, { fromId, toId: `copy-${random(40)}`, newId }, FUZZ_ORIGIN)
}

const removeBlock: Edit = ({ doc, random }) => {
  const id = pickBlock(doc, random)
  if (id && blocksOf(doc).size > 2) blocksOf(doc).delete(id)
}

const editBlock: Edit = ({ doc, random }) => {
  const blockId = pickBlock(doc, random)
  if (!blockId) return
  const text = `${WORDS[random(WORDS.length)]} ${random(100)}`
  const id = `thing-${random(6)}`
  const changes: (() => void)[] = [
    () => setBlockText(doc, { blockId, field: 'title', text }, FUZZ_ORIGIN),
    () => setBlockText(doc, { blockId, field: 'statement', text: text.repeat(3) }, FUZZ_ORIGIN),
    () => setBlockField(doc, { blockId, field: 'leadId', value: id }, FUZZ_ORIGIN),
    () => setBlockField(doc, { blockId, field: 'targetDate', value: '2030-01-01' }, FUZZ_ORIGIN),
    () => setLink(doc, { blockId, set: 'needs', id, linked: random(2) === 0 }, FUZZ_ORIGIN),
    () => editMetrics({ doc, random }, blockId),
  ]
  changes[random(changes.length)]?.()
}

function editMetrics({ doc, random }: Pick<EditContext, 'doc' | 'random'>, blockId: string): void {
  const linkId = `link-${random(4)}`
  const metrics = asMap(blockOf(doc, blockId)?.get('metrics'))
  if (!metrics?.has(linkId)) {
    const empty = { baseline: null, baselineDate: null, target: null, targetDate: null }
    const link = { id: linkId, metricId: `metric-${random(3)}`, ...empty }
    addMetricLink(doc, { blockId, link }, FUZZ_ORIGIN)
  } else if (random(3) === 0) removeMetricLink(doc, { blockId, linkId }, FUZZ_ORIGIN)
  else setMetricLink(doc, { blockId, linkId, values: { target: random(100) } }, FUZZ_ORIGIN)
}

const editChapter: Edit = ({ doc, random }) => {
  const chapter = asMap(chaptersOf(doc).get(pickChapter(doc, random)))
  const title = chapter?.get('title')
  if (!chapter) return
  if (random(2) === 0) chapter.set('rank', `a${random(10)}`)
  else if (title instanceof Y.Text) title.insert(random(title.length + 1), 'x')
}

const EDITS: readonly Edit[] = [
  ...Array.from({ length: 8 }, () => typeText),
  ...Array.from({ length: 5 }, () => deleteText),
  ...Array.from({ length: 3 }, () => formatText),
  splitNode,
  splitNode,
  addNested,
  addNested,
  removeNode,
  setNodeAttribute,
  addBlock,
  copyBlock,
  removeBlock,
  editBlock,
  editBlock,
  editBlock,
  editChapter,
]

const WORDS = ['a', 'ö', '👩‍👩‍👧', 'care', ' ', 'in the county ', 'ß', '\u202e'] as const

const NODES: readonly ProseNode[] = [
  { type: 'paragraph', content: [{ text: 'One ' }, { text: 'bold', bold: true }] },
  { type: 'paragraph', content: [{ text: 'A ' }, { text: 'link', href: 'https://example.org/' }] },
  { type: 'heading', level: 3, content: [{ text: 'Heading' }] },
  { type: 'quote', content: [{ text: 'Quoted\nin two lines' }] },
  {
    type: 'list',
    ordered: true,
    items: [
      {
        content: [{ text: 'Outer' }],
        children: [
          { type: 'list', ordered: false, items: [{ content: [{ text: 'Inner' }], children: [] }] },
        ],
      },
    ],
  },
]

function addParagraph({ doc, random }: Pick<EditContext, 'doc' | 'random'>): void {
  const body = pickBody(doc, random)
  body?.insert(random(body.length + 1), createProse(NODES.slice(0, 1), new Map()))
}

function pickChapter(doc: Y.Doc, random: Random): string {
  const ids = [...chaptersOf(doc).keys()].sort()
  return ids[random(ids.length || 1)] ?? ''
}

function pickBody(doc: Y.Doc, random: Random): Y.XmlElement | null {
  return chapterBodyOf(doc, pickChapter(doc, random))
}

function pickBlock(doc: Y.Doc, random: Random): string | null {
  const ids = [...blocksOf(doc).keys()].sort()
  return ids[random(ids.length || 1)] ?? null
}

function pickText(doc: Y.Doc, random: Random): Y.XmlText | null {
  const texts = listTexts(pickBody(doc, random))
  return texts[random(texts.length || 1)] ?? null
}

function plainText(text: Y.XmlText): string {
  const delta = text.toDelta() as { insert: unknown }[]
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : ' ')).join('')
}

/** Never between the halves of one character: an editor does not cut there, and Yjs replaces what is cut. */
function findBoundary(text: Y.XmlText, at: number): number {
  const place = Math.min(at, text.length)
  const code = plainText(text).charCodeAt(place)
  return code >= 0xdc00 && code < 0xe000 ? place - 1 : place
}

function pickPlace(text: Y.XmlText, random: Random): number {
  return findBoundary(text, random(text.length + 1))
}

function listTexts(node: Y.XmlElement | null): Y.XmlText[] {
  return (node?.toArray() ?? []).flatMap((child) => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? listTexts(child) : []
  })
}

function indexIn(outer: Y.XmlElement, node: Y.XmlElement): number {
  return outer.toArray().indexOf(node)
}
