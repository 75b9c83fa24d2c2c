import * as Y from 'yjs'
import { chapterBodyOf, orderChapterIds } from '../../app/document/shape'

export type Random = () => number

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

interface Genuine {
  readonly count: number
  readonly random: Random
  /** Nobody deletes what these wrote; a deletion made longer by a mutation would else be an editor's right. */
  readonly spared?: ReadonlySet<number>
}

/** What editors really send, each from a client of its own that stands on the same document. */
export function makeGenuineUpdates(
  base: Y.Doc,
  { count, random, spared = new Set() }: Genuine,
): Uint8Array[] {
  const state = Y.encodeStateAsUpdate(base)
  return Array.from({ length: count }, (_, index) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    const before = Y.encodeStateVector(doc)
    doc.transact(() => EDITS[index % EDITS.length]?.(doc, random, spared))
    return Y.encodeStateAsUpdate(doc, before)
  })
}

type Edit = (doc: Y.Doc, random: Random, spared: ReadonlySet<number>) => void

const EDITS: readonly Edit[] = [
  (doc, random) => textOf(doc, random)?.insert(0, 'typed'),
  (doc, random) => textOf(doc, random)?.insert(0, 'bold', { p: { __format: 1 } }),
  (doc, random, spared) => textOf(doc, random, spared)?.delete(0, 1),
  (doc) => addParagraph(doc, 'paragraph', 'A whole paragraph with several words'),
  (doc) => addParagraph(doc, 'heading', 'Heading').setAttribute('__tag', 'h2'),
  (doc) => {
    const list = new Y.XmlElement('list')
    bodyOf(doc).push([list])
    const item = new Y.XmlElement('listitem')
    list.push([item])
    item.push([new Y.XmlText('point')])
  },
  (doc, random) => {
    const blocks = [...doc.getMap<Y.Map<unknown>>('blocks').values()]
    blocks[Math.floor(random() * blocks.length)]?.set('targetDate', '2030-03-31')
  },
]

/** One genuine update, hurt: bits flipped, cut short, spliced with another, or a piece doubled. */
export function mutate(genuine: readonly Uint8Array[], random: Random): Uint8Array {
  const pick = (length: number) => Math.floor(random() * length)
  const update = Uint8Array.from(genuine[pick(genuine.length)] ?? [])
  const other = genuine[pick(genuine.length)] ?? update
  switch (pick(4)) {
    case 0:
      for (let flips = 1 + pick(2); flips > 0; flips -= 1)
        update[pick(update.length)]! ^= 1 << pick(8)
      return update
    case 1:
      return update.subarray(0, pick(update.length))
    case 2:
      return Buffer.concat([
        update.subarray(0, pick(update.length)),
        other.subarray(pick(other.length)),
      ])
    default: {
      const [at, from] = [pick(update.length), pick(update.length)]
      const piece = update.subarray(from, from + 1 + pick(12))
      return Buffer.concat([update.subarray(0, at), piece, update.subarray(at)])
    }
  }
}

export function bodyOf(doc: Y.Doc): Y.XmlElement {
  const body = chapterBodyOf(doc, orderChapterIds(doc)[0] ?? '')
  if (!body) throw new Error('there is no chapter')
  return body
}

export function addParagraph(doc: Y.Doc, name: string, words: string): Y.XmlElement<Attributes> {
  const paragraph = new Y.XmlElement<Attributes>(name)
  bodyOf(doc).push([paragraph])
  paragraph.push([new Y.XmlText(words)])
  return paragraph
}

type Attributes = Record<string, string>

function textOf(
  doc: Y.Doc,
  random: Random,
  spared: ReadonlySet<number> = new Set(),
): Y.XmlText | null {
  const texts = bodyOf(doc)
    .toArray()
    .flatMap((node) => (node instanceof Y.XmlElement ? node.toArray() : []))
    .filter((node) => node instanceof Y.XmlText && node.length > 1)
    .filter((node) => !spared.has((node as Y.XmlText)._item?.id.client ?? 0))
  return (texts[Math.floor(random() * texts.length)] as Y.XmlText | undefined) ?? null
}
