import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { groupThreads } from '../../app/domain/discussion/group-threads'
import type { Thread, ThreadTarget } from '../../app/domain/discussion/thread'
import type { ObjectiveBlock, ProseNode } from '../../app/domain/strategy/strategy'
import { resolveAnchor } from '../../app/document/anchor'
import { createDocument } from '../../app/document/create'
import { placeThreads } from '../../app/document/place-threads'
import { createBlockCommands } from '../../app/features/editor/blocks/block-commands'
import { makeRestore } from '../../server/history/make-restore'
import { makeVersion } from '../../server/history/make-version'
import { buildThread } from '../build/thread'
import { anchorWordsIn, flatOf as flatOfChapter } from '../build/anchor-words'
import { type Client, buildClient } from './build-client'
import { type EditKind, type Random, Tokens, createRandom, editAtRandom } from './random-edits'

const SEQUENCES = process.env['FULL'] ? 500 : 60
const EDITS = 20
const LINES = 40
const WORDS = 6
const BLOCKS = Array.from({ length: 10 }, (_, index) => `block-${index}`)

/** Typing, Enter, joining, moving, deleting; undoing, restoring and moving cards are drawn beside them. */
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
  sequences: SEQUENCES,
  edits: 0,
  onText: 0,
  refound: 0,
  onBlock: 0,
  inList: 0,
  lost: 0,
  lostThoughThere: 0,
  elsewhere: 0,
}

describe('fifty anchors while the text moves under them', () => {
  it(
    `[DI9] [DI10] [DI11] ${SEQUENCES} sequences: each ends on its text, its block or the list, and none is lost`,
    { timeout: 900_000 },
    () => {
      const first = Number(process.env['SEED'] ?? 1)
      for (let seed = first; seed < first + SEQUENCES; seed += 1) runSequence(seed)
      console.info(`anchors, seeds from ${first}: ${JSON.stringify(figures)}`)
      expect(figures).toMatchObject({ lost: 0, lostThoughThere: 0, elsewhere: 0 })
      expect(figures.onText).toBeGreaterThan(SEQUENCES * 20)
      expect(figures.inList).toBeGreaterThan(0)
    },
  )
})

/** A letter for each line, which stands in no other: where it stands tells whose it is, also when words are cut. */
const letterOf = (line: number) => String.fromCharCode(0x100 + line)
const wordOf = (line: number, word: number) =>
  `${letterOf(line)}${letterOf(line)}${word}${letterOf(line)}`

/** Each word stands once. */
function buildDraft(clientId: number): Y.Doc {
  const blocks = BLOCKS.map((id): ObjectiveBlock => ({
    id,
    kind: 'objective',
    title: id,
    statement: '',
    parentId: null,
    chapterId: 'chapter',
    leadId: null,
    level: null,
    targetDate: null,
    hwbPriorityIds: [],
    needIds: [],
    metricLinks: [],
  }))
  const nodes = Array.from({ length: LINES }, (_, line): ProseNode[] => {
    const text = Array.from({ length: WORDS }, (_word, word) => wordOf(line, word)).join(' ')
    const blockId = line % 4 === 3 ? BLOCKS[(line - 3) / 4] : undefined
    return [
      { type: 'paragraph', content: [{ text }] },
      ...(blockId ? [{ type: 'block' as const, blockId }] : []),
    ]
  }).flat()
  const source = createDocument({
    schemaVersion: 1,
    chapters: [{ id: 'chapter', title: 'Draft', nodes }],
    blocks,
  })
  const copy = new Y.Doc()
  copy.clientID = clientId
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(source), 'remote')
  return copy
}

function runSequence(seed: number): void {
  const random = createRandom(seed * 15_485_863 + 11)
  const client = buildClient(buildDraft(seed * 10 + 2))
  const threads = listThreads(client.doc)
  const version = makeVersion({ updates: [Y.encodeStateAsUpdate(client.doc)], previous: null })
  const tokens = new Tokens()
  for (let count = 0; count < EDITS; count += 1)
    edit(client, { random, tokens, state: version.state })
  count(client.doc, threads)
  client.doc.destroy()
}

interface Scene {
  readonly random: Random
  readonly tokens: Tokens
  readonly state: Uint8Array
}

function edit(client: Client, { random, tokens, state }: Scene): void {
  const choice = random(24)
  figures.edits += 1
  if (choice === 0) restore(client, state, random)
  else if (choice < 4) client.undoManager.undo()
  else if (choice < 6) moveCard(client, random)
  else editAtRandom(client, { random, tokens, kinds: KINDS })
}

function restore(client: Client, state: Uint8Array, random: Random): void {
  const scope =
    random(2) === 0
      ? ({ type: 'everything' } as const)
      : ({ type: 'chapter', chapterId: 'chapter' } as const)
  const made = makeRestore({ state, updates: [Y.encodeStateAsUpdate(client.doc)], scope })
  if (made) Y.applyUpdate(client.doc, made.update, 'remote')
}

function moveCard({ editor, doc, undoManager }: Client, random: Random): void {
  const commands = createBlockCommands({ editor, doc, undoManager, newId: () => 'never' })
  commands.moveBlock(BLOCKS[random(BLOCKS.length)] ?? '', random(2) === 0 ? 'up' : 'down')
}

/** One on two words of each line, and one on each card. */
function listThreads(doc: Y.Doc): Thread[] {
  const targets = [
    ...Array.from({ length: LINES }, (_, line): ThreadTarget => {
      const word = line % (WORDS - 1)
      const quote = `${wordOf(line, word)} ${wordOf(line, word + 1)}`
      return {
        type: 'text',
        chapterId: 'chapter',
        anchor: anchorWordsIn(doc, { chapterId: 'chapter', quote }),
      }
    }),
    ...BLOCKS.map((blockId): ThreadTarget => ({ type: 'block', chapterId: 'chapter', blockId })),
  ]
  return targets.map((target, index) => buildThread({ id: `thread-${index}`, target }))
}

const flatOf = (doc: Y.Doc) => flatOfChapter(doc, 'chapter')

function count(doc: Y.Doc, threads: readonly Thread[]): void {
  const placed = placeThreads(doc, threads)
  const shown = groupThreads(placed, [{ id: 'chapter', title: 'Draft' }]).flatMap(
    (group) => group.threads,
  )
  figures.lost += threads.length - new Set(shown.map(({ thread }) => thread.id)).size
  const { string } = flatOf(doc)
  for (const { thread, place } of placed) {
    if (place === 'block') figures.onBlock += 1
    else if (place === 'gone') figures.inList += 1
    else figures.onText += 1
    if (thread.target.type !== 'text') continue
    const { anchor } = thread.target
    if (place === 'gone' && string.includes(anchor.quote)) figures.lostThoughThere += 1
    const resolved = resolveAnchor(doc, 'chapter', anchor)
    if (resolved?.isRefound) figures.refound += 1
    if (resolved && !isItsOwn(resolved.text, anchor.quote)) figures.elsewhere += 1
  }
}

/** Words of another line under an anchor would put somebody's comment beside what it never was about. */
function isItsOwn(text: string, quote: string): boolean {
  const letters = Array.from({ length: LINES }, (_, line) => letterOf(line))
  return letters.every((letter) => quote.includes(letter) || !text.includes(letter))
}
