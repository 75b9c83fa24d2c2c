import * as Y from 'yjs'
import type { Block, BlockFields, BlockKind, Level, MetricLink } from '../domain/strategy/strategy'
import { blockOrderKey, createBlockMap, createMetricLinkMap, createSet } from './block-map'
import { createBlockRef } from './create-prose'
import { rankBetween } from './rank'
import { readBlock } from './read-block'
import { asMap, asText, blockOf, blocksOf, chapterBodyOf, compareText, textOrEmpty } from './shape'
import { applyText } from './text-diff'

export interface NewBlock {
  readonly id: string
  readonly kind: BlockKind
  readonly title?: string
  readonly statement?: string
  readonly parentId?: string | null
  readonly fields?: BlockFields
}

/** Adds a block's entry with all its nested types. Its reference in the prose is the editor's, or `insertBlockRef`'s. */
export function insertBlock(doc: Y.Doc, block: NewBlock, origin: unknown): void {
  const { id, kind, title = '', statement = '', parentId = null, fields = {} } = block
  const base = { id, title, statement, parentId, chapterId: null, fields }
  putBlock(
    doc,
    kind === 'objective' ? { ...base, kind, ...EMPTY_OBJECTIVE } : { ...base, kind },
    origin,
  )
}

const EMPTY_OBJECTIVE = {
  leadId: null,
  level: null,
  targetDate: null,
  hwbPriorityIds: [],
  needIds: [],
  metricLinks: [],
} as const

function putBlock(doc: Y.Doc, block: Block, origin: unknown): void {
  doc.transact(() => {
    const rank = rankBetween(lastRankBeside(doc, block), null) ?? 'a0'
    blocksOf(doc).set(block.id, createBlockMap(block, rank))
  }, origin)
}

function lastRankBeside(doc: Y.Doc, block: Block): string | null {
  const key = blockOrderKey(block.kind, block.parentId)
  const ranks = [...blocksOf(doc).values()]
    .map(asMap)
    .filter(
      (map) =>
        map && blockOrderKey(textOrEmpty(map.get('kind')), asId(map.get('parentId'))) === key,
    )
    .map((map) => textOrEmpty(map?.get('rank')))
  return ranks.sort(compareText).at(-1) || null
}

function asId(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** Puts a reference into a chapter's prose at a place among its top-level nodes; for the server and tests. */
export function insertBlockRef(
  doc: Y.Doc,
  { chapterId, blockId, index }: { chapterId: string; blockId: string; index: number },
  origin: unknown,
): void {
  const body = chapterBodyOf(doc, chapterId)
  if (!body) return
  const kind = textOrEmpty(blockOf(doc, blockId)?.get('kind')) || 'objective'
  doc.transact(
    () => body.insert(Math.min(index, body.length), [createBlockRef(blockId, kind)]),
    origin,
  )
}

/** A copy under a new id, with its fields and links; metric links get new ids from `newId`. Null when there is nothing to copy. */
export function cloneBlock(
  doc: Y.Doc,
  { fromId, toId, newId }: { fromId: string; toId: string; newId: () => string },
  origin: unknown,
): Block | null {
  const block = readBlock(fromId, blocksOf(doc).get(fromId))
  if (!block) return null
  const copy: Block =
    block.kind === 'objective'
      ? {
          ...block,
          id: toId,
          metricLinks: block.metricLinks.map((link) => ({ ...link, id: newId() })),
        }
      : { ...block, id: toId }
  putBlock(doc, copy, origin)
  return copy
}

export type BlockField =
  | { readonly field: 'parentId' | 'leadId' | 'targetDate'; readonly value: string | null }
  | { readonly field: 'level'; readonly value: Level | null }

/** Sets one plain field. Nothing is written when it already has that value. */
export function setBlockField(
  doc: Y.Doc,
  { blockId, ...change }: BlockField & { blockId: string },
  origin: unknown,
): void {
  setKeys(doc, { map: blockOf(doc, blockId), values: { [change.field]: change.value } }, origin)
}

/** Sets a title or statement by writing only the difference. */
export function setBlockText(
  doc: Y.Doc,
  { blockId, field, text }: { blockId: string; field: 'title' | 'statement'; text: string },
  origin: unknown,
): void {
  const current = asText(blockOf(doc, blockId)?.get(field))
  if (current) applyText(current, { after: text, caret: text.length }, origin)
}

/** Adds or takes away one member of a link set. */
export function setLink(
  doc: Y.Doc,
  {
    blockId,
    set,
    id,
    linked,
  }: { blockId: string; set: 'hwbPriorities' | 'needs'; id: string; linked: boolean },
  origin: unknown,
): void {
  const block = blockOf(doc, blockId)
  const links = asMap(block?.get(set))
  if (!block || links?.has(id) === linked) return
  doc.transact(() => {
    if (!links) block.set(set, createSet(linked ? [id] : []))
    else if (linked) links.set(id, true)
    else links.delete(id)
  }, origin)
}

/** Links a metric to an objective under a link id of its own: one metric may be linked twice, with two targets. */
export function addMetricLink(
  doc: Y.Doc,
  { blockId, link }: { blockId: string; link: MetricLink },
  origin: unknown,
): void {
  const block = blockOf(doc, blockId)
  if (!block) return
  doc.transact(() => {
    const metrics = asMap(block.get('metrics'))
    if (metrics) metrics.set(link.id, createMetricLinkMap(link))
    else block.set('metrics', new Y.Map([[link.id, createMetricLinkMap(link)]]))
  }, origin)
}

/** Numbers are in the metric's unit; dates YYYY-MM-DD. Only the given fields change. */
export function setMetricLink(
  doc: Y.Doc,
  {
    blockId,
    linkId,
    values,
  }: { blockId: string; linkId: string; values: Partial<Omit<MetricLink, 'id' | 'metricId'>> },
  origin: unknown,
): void {
  setKeys(
    doc,
    { map: asMap(asMap(blockOf(doc, blockId)?.get('metrics'))?.get(linkId)), values },
    origin,
  )
}

export function removeMetricLink(
  doc: Y.Doc,
  { blockId, linkId }: { blockId: string; linkId: string },
  origin: unknown,
): void {
  const metrics = asMap(blockOf(doc, blockId)?.get('metrics'))
  if (metrics?.has(linkId)) doc.transact(() => metrics.delete(linkId), origin)
}

function setKeys(
  doc: Y.Doc,
  { map, values }: { map: Y.Map<unknown> | null; values: Readonly<Record<string, unknown>> },
  origin: unknown,
): void {
  const changed = Object.entries(values).filter(([key, value]) => map && map.get(key) !== value)
  if (!map || changed.length === 0) return
  doc.transact(() => changed.forEach(([key, value]) => map.set(key, value)), origin)
}
