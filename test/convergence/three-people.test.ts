import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { findReferences } from '../../app/document/block-order'
import { createDocument } from '../../app/document/create'
import { dropDoubledReferences } from '../../app/document/drop-doubled-references'
import { setBlockField, setBlockText } from '../../app/document/edit'
import { FORM_ORIGIN, REPAIR_ORIGIN } from '../../app/document/origins'
import { readStrategy } from '../../app/document/read'
import { chapterBodyOf } from '../../app/document/shape'
import type { ObjectiveBlock, StrategyContent } from '../../app/domain/strategy/strategy'
import { createBlockCommands } from '../../app/features/editor/blocks/block-commands'
import { makeRestore } from '../../server/history/make-restore'
import { makeVersion } from '../../server/history/make-version'
import { type Client, buildClient, exchangeAll, settle } from './build-client'
import { Tokens, createRandom, editAtRandom } from './random-edits'

const SEEDS = process.env['FULL'] ? 30 : 4
/** Two minutes, a step a second. */
const STEPS = 120
const BLOCKS = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `block-${letter}`)

interface Figures {
  seeds: number
  edits: number
  undone: number
  restored: number
  diverged: number
  lostBlocks: number
  doubledBlocks: number
  strayFields: number
  troubles: string[]
}

describe('three people for two minutes, typing, moving blocks, undoing and restoring', () => {
  it(
    `[DO60] ${SEEDS} seeds: the same text everywhere, each block once, each field on its block`,
    { timeout: 600_000 },
    async () => {
      const figures: Figures = {
        seeds: SEEDS,
        edits: 0,
        undone: 0,
        restored: 0,
        diverged: 0,
        lostBlocks: 0,
        doubledBlocks: 0,
        strayFields: 0,
        troubles: [],
      }
      const first = Number(process.env['SEED'] ?? 1)
      for (let seed = first; seed < first + SEEDS; seed += 1) await runSeed(seed, figures)
      console.info(`three people, seeds from ${first}: ${JSON.stringify(figures)}`)
      expect(figures).toMatchObject({
        diverged: 0,
        lostBlocks: 0,
        doubledBlocks: 0,
        strayFields: 0,
        troubles: [],
      })
      expect(figures.undone).toBeGreaterThan(SEEDS)
      expect(figures.restored).toBeGreaterThan(SEEDS)
    },
  )
})

type Draw = ReturnType<typeof createRandom>

async function runSeed(seed: number, figures: Figures): Promise<void> {
  const random = createRandom(seed * 104_729 + 7)
  const tokens = new Tokens()
  const source = createDocument(buildContent(), { clientId: 1 })
  const people = [2, 3, 4].map((number) => buildClient(copyOf(source, seed * 10 + number)))
  const versions = [keep(source)]
  for (let step = 0; step < STEPS; step += 1) {
    for (const person of people) act(person, { random, tokens, figures })
    if (step % 40 === 20) versions.push(keep(mergeAll(people)))
    if (step % 30 === 29) restore(people, versions[random(versions.length)], figures)
    if (random(3) === 0) meetTwo(people, random)
    if (step % 10 === 9) await meet(people)
  }
  await meet(people)
  await meet(people)
  count(people, figures)
  for (const { doc } of people) doc.destroy()
}

function buildContent(): StrategyContent {
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
  const nodes = BLOCKS.flatMap((blockId) => [
    { type: 'paragraph' as const, content: [{ text: `before ${blockId}` }] },
    { type: 'block' as const, blockId },
  ])
  nodes.push({ type: 'paragraph', content: [{ text: 'the end' }] })
  return { schemaVersion: 1, chapters: [{ id: 'chapter', title: 'Chapter', nodes }], blocks }
}

function copyOf(source: Y.Doc, clientId: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientId
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(source), 'remote')
  return doc
}

interface Scene {
  readonly random: Draw
  readonly tokens: Tokens
  readonly figures: Figures
}

function act(person: Client, { random, tokens, figures }: Scene): void {
  const { doc, editor, undoManager } = person
  const blockId = BLOCKS[random(BLOCKS.length)] ?? ''
  undoManager.trackedOrigins.add(FORM_ORIGIN)
  const commands = createBlockCommands({ editor, doc, undoManager, newId: () => 'never' })
  const choice = random(10)
  figures.edits += 1
  if (choice < 5)
    editAtRandom(person, { random, tokens, kinds: ['insert', 'newParagraph', 'delete'] })
  else if (choice < 7) commands.moveBlock(blockId, random(2) === 0 ? 'up' : 'down')
  else if (choice === 7)
    setBlockText(
      doc,
      { blockId, field: 'statement', text: `${blockId} ${random(99)}` },
      FORM_ORIGIN,
    )
  else if (choice === 8)
    setBlockField(doc, { blockId, field: 'leadId', value: `lead of ${blockId}` }, FORM_ORIGIN)
  else if (undoManager.undo()) figures.undone += 1
}

/** As the server does it: from all it has been sent, appended to the log, and so sent to everybody. */
function restore(
  people: readonly Client[],
  version: ReturnType<typeof keep> | undefined,
  figures: Figures,
): void {
  if (!version) return
  const server = mergeAll(people.slice(0, 2))
  const made = makeRestore({
    state: version.state,
    updates: [Y.encodeStateAsUpdate(server)],
    scope:
      figures.restored % 2 === 0
        ? { type: 'everything' }
        : { type: 'block', blockId: BLOCKS[figures.restored % BLOCKS.length] ?? '' },
  })
  if (!made) return
  for (const { doc } of people.slice(0, 2))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), 'remote')
  for (const { doc } of people.slice(0, 2)) Y.applyUpdate(doc, made.update, 'remote')
  figures.restored += 1
}

function keep(doc: Y.Doc) {
  return makeVersion({ updates: [Y.encodeStateAsUpdate(doc)], previous: null })
}

function mergeAll(people: readonly Client[]): Y.Doc {
  const doc = new Y.Doc()
  for (const person of people) Y.applyUpdate(doc, Y.encodeStateAsUpdate(person.doc), 'remote')
  return doc
}

function meetTwo(people: readonly Client[], random: Draw): void {
  const from = people[random(people.length)]
  const to = people[random(people.length)]
  if (from && to && from !== to)
    Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'remote')
}

async function meet(people: readonly Client[]): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    exchangeAll(people.map(({ doc }) => doc))
    await settle()
    for (const person of people) {
      dropDoubledReferences(person.doc, 'chapter', REPAIR_ORIGIN)
      person.update(() => undefined)
    }
  }
}

function count(people: readonly Client[], figures: Figures): void {
  const states = people.map(({ doc }) => JSON.stringify(readStrategy(doc)))
  const editors = people.map((person) => person.readState())
  if (states.some((state) => state !== states[0]) || editors.some((one) => one !== editors[0]))
    figures.diverged += 1
  const doc = people[0]?.doc
  const body = doc && chapterBodyOf(doc, 'chapter')
  if (!doc || !body) throw new Error('the chapter is gone')
  const placed = findReferences(body).map(({ blockId }) => blockId)
  figures.lostBlocks += BLOCKS.filter((id) => !placed.includes(id)).length
  figures.doubledBlocks += placed.length - new Set(placed).size
  for (const block of readStrategy(doc).blocks) {
    const said = [block.title, block.statement, block.kind === 'objective' ? block.leadId : '']
    // Two people writing in one field may mix their letters; another block's name is never among them.
    const others = BLOCKS.filter((id) => id !== block.id)
    figures.strayFields += said.filter((text) => others.some((id) => text?.includes(id))).length
  }
  for (const { troubles } of people)
    figures.troubles.push(...troubles.map((trouble) => JSON.stringify(trouble)))
}
