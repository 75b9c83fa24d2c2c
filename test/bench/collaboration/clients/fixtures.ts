// Deterministic documents of the shape Lexical gives them: paragraphs typed in chunks by six authors, with later edits in the middle.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as Y from 'yjs'
import { CACHE_FOLDER } from '../machine/paths'

export const FIXTURES = { '25k': 41, '250k': 410, '5m': 8190 } as const
export type FixtureName = keyof typeof FIXTURES

export interface Fixture {
  readonly update: Uint8Array
  readonly stateVector: Uint8Array
  readonly clocks: ReadonlyMap<number, number>
}

const WORDS =
  'the strategy goal team owner quarter revenue market risk option decide because measure outcome customer growth budget plan review next risk north star hypothesis evidence metric initiative launch deliver cost segment'.split(
    ' ',
  )
const AUTHORS = 6
const FIRST_AUTHOR = 1000

export function readFixture(name: FixtureName): Fixture {
  const folder = `${CACHE_FOLDER}/fixtures`
  const file = `${folder}/${name}.bin`
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, Y.encodeStateAsUpdate(buildDocument(FIXTURES[name], 42)))
  }
  const update = new Uint8Array(readFileSync(file))
  const stateVector = Y.encodeStateVectorFromUpdate(update)
  return { update, stateVector, clocks: Y.decodeStateVector(stateVector) }
}

export function isComplete(doc: Y.Doc, { clocks }: Fixture): boolean {
  for (const [client, clock] of clocks) if (Y.getState(doc.store, client) < clock) return false
  return true
}

/** The paragraph this person types in. */
export function findParagraph(doc: Y.Doc, index: number): Y.XmlText {
  const paragraphs = doc
    .get('root', Y.XmlText)
    .toDelta()
    .flatMap(({ insert }: { insert: unknown }) => (insert instanceof Y.XmlText ? [insert] : []))
  return paragraphs[index % paragraphs.length]
}

/** A paragraph of one's own in a document that may be empty, ready to type into. */
export function startParagraph(doc: Y.Doc): Y.XmlText {
  const paragraph = new Y.XmlText()
  doc.transact(() => {
    const root = doc.get('root', Y.XmlText)
    root.insertEmbed(root.length, paragraph)
    paragraph.setAttribute('__type', 'paragraph')
    paragraph.setAttribute('__dir', 'ltr')
    paragraph.insertEmbed(0, createTextNode(0))
  })
  return paragraph
}

/** How many characters are typed in all paragraphs together. */
export function countTyped(doc: Y.Doc): number {
  let typed = 0
  for (const { insert } of doc.get('root', Y.XmlText).toDelta() as { insert: unknown }[]) {
    if (!(insert instanceof Y.XmlText)) continue
    for (const part of insert.toDelta() as { insert: unknown }[])
      if (typeof part.insert === 'string') typed += part.insert.length
  }
  return typed
}

function createTextNode(format: number): Y.Map<unknown> {
  const node = new Y.Map<unknown>()
  node.set('__type', 'text')
  node.set('__format', format)
  node.set('__style', '')
  node.set('__mode', 0)
  node.set('__detail', 0)
  return node
}

function buildDocument(paragraphs: number, seed: number): Y.Doc {
  const random = createRandom(seed)
  const pick = (count: number) => Math.floor(random() * count)
  const write = (count: number) =>
    Array.from({ length: count }, () => `${WORDS[pick(WORDS.length)]} `).join('')
  const doc = new Y.Doc()
  const root = doc.get('root', Y.XmlText)
  for (let index = 0; index < paragraphs; index += 1) {
    // One document that changes its client id: several authors, without syncing them.
    doc.clientID = FIRST_AUTHOR + pick(AUTHORS)
    const paragraph = new Y.XmlText()
    doc.transact(() => {
      root.insertEmbed(root.length, paragraph)
      const isHeading = random() < 0.12
      paragraph.setAttribute('__type', isHeading ? 'heading' : 'paragraph')
      if (isHeading) paragraph.setAttribute('__tag', 'h2')
      paragraph.setAttribute('__dir', 'ltr')
    })
    const runs = random() < 0.25 ? 2 : 1
    for (let run = 0; run < runs; run += 1) {
      doc.transact(() => paragraph.insertEmbed(paragraph.length, createTextNode(run)))
      const chunks = 3 + pick(3)
      for (let chunk = 0; chunk < chunks; chunk += 1)
        doc.transact(() => paragraph.insert(paragraph.length, write(8 + pick(8))))
    }
    if (random() < 0.3) {
      doc.clientID = FIRST_AUTHOR + pick(AUTHORS)
      const at = 2 + pick(paragraph.length - 30)
      doc.transact(() => paragraph.insert(at, write(4)))
      doc.transact(() => paragraph.delete(Math.max(2, at - 6), 12))
    }
  }
  return doc
}

/** Mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const name of Object.keys(FIXTURES) as FixtureName[])
    console.log(name, readFixture(name).update.length)
