import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ProseNode } from '../../app/domain/strategy/strategy'
import type { TextChange } from '../../app/domain/suggestions/suggestion'
import { createDocument } from '../../app/document/create'
import { applyChange } from '../../app/document/suggestions/apply-change'
import { makeChange } from '../../app/document/suggestions/make-change'
import { anchorWordsIn, flatOf as flatOfChapter } from '../build/anchor-words'
import { type Client, buildClient } from './build-client'
import { type EditKind, type Random, Tokens, createRandom, editAtRandom } from './random-edits'

const SEEDS = process.env['FULL'] ? 100 : 12
const SUGGESTIONS = 20
const LINES = 12
const WORDS = 8

/** What people do to a draft while suggestions wait; undoing is drawn beside it. */
const KINDS: readonly EditKind[] = [
  'insert',
  'insert',
  'delete',
  'newParagraph',
  'split',
  'merge',
  'format',
  'move',
]

const figures = {
  seeds: SEEDS,
  accepted: 0,
  found: 0,
  refused: 0,
  refusedThoughThere: 0,
  wrong: [] as string[],
}

describe('suggestions accepted in any order while the draft moves', () => {
  it(
    `[SU12] [SU13] [SU16] ${SEEDS} seeds: each is as made by hand, or refused, and never a third thing`,
    { timeout: 600_000 },
    async () => {
      const first = Number(process.env['SEED'] ?? 1)
      for (let seed = first; seed < first + SEEDS; seed += 1) runSeed(seed)
      console.info(`suggestions, seeds from ${first}: ${JSON.stringify(figures)}`)
      expect(figures.wrong).toEqual([])
      expect(figures.accepted).toBeGreaterThan(SEEDS * 5)
      expect(figures.refused).toBeGreaterThan(SEEDS)
    },
  )
})

/** Each word stands once in the whole draft, so that where it stands tells whether it is the right one. */
function buildDraft(seed: number): Y.Doc {
  const nodes = Array.from({ length: LINES }, (_, line): ProseNode => ({
    type: 'paragraph',
    content: [
      { text: Array.from({ length: WORDS }, (_word, word) => `w${line}x${word}`).join(' ') },
    ],
  }))
  const doc = createDocument({
    schemaVersion: 1,
    chapters: [{ id: 'chapter', title: 'Draft', nodes }],
    blocks: [],
  })
  const copy = new Y.Doc()
  copy.clientID = seed * 10 + 2
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc), 'remote')
  return copy
}

function runSeed(seed: number): void {
  const random = createRandom(seed * 7_919 + 3)
  const tokens = new Tokens()
  const client = buildClient(buildDraft(seed))
  const waiting = Array.from({ length: SUGGESTIONS }, (_, index) =>
    suggest(client.doc, random, `s${seed}n${index}e`),
  )
  while (waiting.length > 0) {
    for (let edits = random(4); edits > 0; edits -= 1) edit(client, random, tokens)
    const [change] = waiting.splice(random(waiting.length), 1)
    if (change) accept(client, change, `seed ${seed}`)
    // Nobody accepts twice, but a crash may make it look so.
    if (change && random(5) === 0) acceptAgain(client, change, `seed ${seed}, again`)
  }
  client.doc.destroy()
}

function edit(client: Client, random: Random, tokens: Tokens): void {
  if (random(8) === 0) client.undoManager.undo()
  else editAtRandom(client, { random, tokens, kinds: KINDS })
}

/** Other words, none, or more, for one to three words of a line. */
function suggest(doc: Y.Doc, random: Random, mark: string): TextChange {
  const line = random(LINES)
  const from = random(WORDS - 3)
  const quote = Array.from(
    { length: 1 + random(3) },
    (_, index) => `w${line}x${from + index}`,
  ).join(' ')
  const insert =
    [mark, '', `${quote} ${mark}`, `${mark} ${quote}`, quote.replace('x', `${mark}x`)][random(5)] ??
    ''
  const made = makeChange(
    doc,
    {
      type: 'text',
      chapterId: 'chapter',
      anchor: anchorWordsIn(doc, { chapterId: 'chapter', quote }),
      insert,
    },
    {
      newId: () => 'never',
      nameOf: () => null,
    },
  )
  if (!made.ok || made.value.change.type !== 'text') throw new Error('not made')
  return JSON.parse(JSON.stringify(made.value.change)) as TextChange
}

const flatOf = (doc: Y.Doc) => flatOfChapter(doc, 'chapter')

/** As the server does it: on a copy, and what comes of it sent to whoever writes. */
function acceptOnCopy(client: Client, change: TextChange): boolean {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(client.doc))
  const before = Y.encodeStateVector(copy)
  const { isApplied } = applyChange(copy, change)
  if (isApplied) Y.applyUpdate(client.doc, Y.encodeStateAsUpdate(copy, before), 'remote')
  copy.destroy()
  return isApplied
}

function accept(client: Client, change: TextChange, name: string): void {
  const before = flatOf(client.doc).string
  const { quote } = change.anchor
  const isThere = before.includes(quote)
  const isApplied = acceptOnCopy(client, change)
  const after = flatOf(client.doc).string
  const byHand = before.replace(quote, () => change.insert)
  if (isApplied) figures.accepted += 1
  else figures.refused += 1
  if (isApplied && isThere) figures.found += 1
  if (!isApplied && isThere) figures.refusedThoughThere += 1
  const isRight = isApplied ? before.includes(quote) && after === byHand : after === before
  if (!isRight) figures.wrong.push(`${name}: “${quote}” → “${change.insert}”\n${before}\n${after}`)
}

function acceptAgain(client: Client, change: TextChange, name: string): void {
  acceptOnCopy(client, change)
  const after = flatOf(client.doc).string
  const mark = /s\d+n\d+e/.exec(change.insert)?.[0]
  if (mark && after.split(mark).length > 2) figures.wrong.push(`${name}: “${mark}” twice\n${after}`)
}
