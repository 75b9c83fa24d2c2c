// Deterministic documents of a strategy's shape: chapters whose paragraphs six authors typed in chunks, with later edits in the middle.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as Y from 'yjs'
import { chapterBodyOf, chaptersOf } from '../../../../app/document/shape'
import { CACHE_FOLDER } from '../machine/paths'

export const FIXTURES = { '25k': 51, '250k': 523, '5m': 10_420 } as const
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
const PARAGRAPHS_PER_CHAPTER = 40
const BOLD = { p: { __format: 1 }, i: 1 }

export function readFixture(name: FixtureName): Fixture {
  const folder = `${CACHE_FOLDER}/strategies`
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
  const paragraphs = readParagraphs(doc)
  const paragraph = paragraphs[index % paragraphs.length]
  if (!paragraph) throw new Error('the document has no paragraph')
  return paragraph
}

/** A chapter of one's own with a paragraph to type into, in a document that may be empty. */
export function startParagraph(doc: Y.Doc): Y.XmlText {
  return doc.transact(() => addParagraph(addChapter(doc, doc.clientID), false))
}

/** How many characters stand in all paragraphs together. */
export function countTyped(doc: Y.Doc): number {
  return readParagraphs(doc).reduce((sum, paragraph) => sum + paragraph.length, 0)
}

export function readAll(doc: Y.Doc): string {
  return JSON.stringify(chaptersOf(doc).toJSON())
}

function readParagraphs(doc: Y.Doc): Y.XmlText[] {
  return [...chaptersOf(doc).keys()]
    .flatMap((id) => {
      const elements = chapterBodyOf(doc, id)?.toArray() ?? []
      return elements.flatMap((element) =>
        element instanceof Y.XmlElement ? element.toArray() : [],
      )
    })
    .filter((node) => node instanceof Y.XmlText)
}

function addChapter(doc: Y.Doc, number: number): Y.XmlElement {
  const body = new Y.XmlElement()
  const parts: [string, unknown][] = [
    ['title', new Y.Text(`Chapter ${number}`)],
    ['rank', `a${number}`],
    ['body', body],
  ]
  chaptersOf(doc).set(`chapter-${number}`, new Y.Map(parts))
  return body
}

function addParagraph(body: Y.XmlElement, isHeading: boolean): Y.XmlText {
  const text = new Y.XmlText()
  const element = new Y.XmlElement(isHeading ? 'heading' : 'paragraph')
  if (isHeading) element.setAttribute('__tag', 'h2')
  body.insert(body.length, [element])
  element.insert(0, [text])
  return text
}

function buildDocument(paragraphs: number, seed: number): Y.Doc {
  const random = createRandom(seed)
  const pick = (count: number) => Math.floor(random() * count)
  const write = (count: number) =>
    Array.from({ length: count }, () => `${WORDS[pick(WORDS.length)]} `).join('')
  const doc = new Y.Doc()
  let body = new Y.XmlElement()
  for (let index = 0; index < paragraphs; index += 1) {
    // One document that changes its client id: several authors, without syncing them.
    doc.clientID = FIRST_AUTHOR + pick(AUTHORS)
    if (index % PARAGRAPHS_PER_CHAPTER === 0) body = doc.transact(() => addChapter(doc, index))
    const paragraph = doc.transact(() => addParagraph(body, random() < 0.12))
    const runs = random() < 0.25 ? 2 : 1
    for (let run = 0; run < runs; run += 1) {
      const chunks = 3 + pick(3)
      // The second run is bold; what follows its beginning takes over its format.
      for (let chunk = 0; chunk < chunks; chunk += 1)
        paragraph.insert(paragraph.length, write(8 + pick(8)), ...(run > 0 ? [BOLD] : []))
    }
    if (random() < 0.3) {
      doc.clientID = FIRST_AUTHOR + pick(AUTHORS)
      const at = 2 + pick(paragraph.length - 30)
      paragraph.insert(at, write(4))
      paragraph.delete(Math.max(2, at - 6), 12)
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
