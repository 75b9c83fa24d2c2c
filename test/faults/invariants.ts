import { expect } from 'vitest'
import * as Y from 'yjs'
import { readStrategy } from '../../app/document/read'
import { chaptersOf } from '../../app/document/shape'
import type { Database } from '../../server/persistence/database'
import { createUpdateLog } from '../../server/persistence/update-log'
import { verifyAudit } from '../../server/persistence/verify-audit'
import { verifyDocuments } from '../../server/persistence/verify-documents'
import { verifyEditions } from '../../server/persistence/verify-editions'
import { until } from '../collaboration/live-client'
import { DOCUMENT } from '../collaboration/live-world'
import { buildClient, sortKeys } from '../convergence/build-client'
import type { FaultServer } from './fault-server'
import { Writer } from './writer'

/** When a person could edit; nobody's own program has no person. */
export interface RightToEdit {
  readonly personId: string
  readonly from: Date
  readonly to: Date
}

export interface Checked {
  readonly db: Database
  readonly documentId?: string
  /** Everybody who took part; those still connected must have converged. */
  readonly writers: readonly Writer[]
  /** Also compares what a newcomer at this server is shown. */
  readonly server?: FaultServer
  /** Absent: everybody who may edit could all the time. */
  readonly rights?: readonly RightToEdit[]
}

/** I1–I5, I7, I9 of a document, after whatever was done to it. Figures for the table. */
export async function expectInvariants(checked: Checked): Promise<Record<string, number>> {
  const { db, documentId = DOCUMENT, writers, server } = checked
  const present = writers.filter(({ provider }) => provider.shouldConnect)
  await Promise.all(present.map((writer) => writer.allSaved(60_000)))
  const stored = await readFromDisk(db, documentId)
  const [one] = present
  const fresh = server && one ? await joinFresh(one, { cookie: server.cookies.viewer }) : undefined
  const docs = [...present.map(({ doc }) => doc), ...(fresh ? [fresh.doc] : [])]
  await until(() => docs.every((doc) => isSame(doc, stored)), 'everybody shows the same', 60_000)
  for (const doc of docs) expectConverged(doc, stored)
  const figures = expectTokens(stored, writers)
  const rows = await expectLog(db, documentId)
  await expectVerified(db)
  await expectAuthors(db, documentId, checked.rights)
  if (fresh && one) expectRendersAlike(fresh.doc, one.doc)
  fresh?.destroy()
  return { ...figures, rows }
}

/** I8: nothing nobody handled, and nothing said on standard error. */
export function expectQuiet(server: FaultServer): void {
  expect(server.stderr).toEqual([])
}

/** I8: rooms and memory go once everybody has left. `baseMB`: after one round of the same, before the fault. */
export async function expectLetGo(server: FaultServer, baseMB: number): Promise<number> {
  await until(
    async () => (await server.ask()).rooms === 0,
    'rooms without clients are let go',
    60_000,
  )
  const { rssMB } = await server.ask('collect')
  expect(rssMB).toBeLessThan(baseMB * 1.2 + 20)
  return rssMB
}

export async function readFromDisk(db: Database, documentId = DOCUMENT): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const stored = await createUpdateLog(db).load(documentId)
  for (const part of stored?.snapshot?.parts ?? []) Y.applyUpdate(doc, part)
  for (const { bytes } of stored?.tail ?? []) Y.applyUpdate(doc, bytes)
  return doc
}

/** I1 and I2. */
export function expectConverged(doc: Y.Doc, reference: Y.Doc): void {
  expect(JSON.stringify(sortKeys(contentOf(doc)))).toBe(
    JSON.stringify(sortKeys(contentOf(reference))),
  )
  expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(reference))
  expect(Y.equalDeleteSets(deletionsOf(doc), deletionsOf(reference))).toBe(true)
  for (const { store } of [doc, reference]) {
    expect(store.pendingStructs).toBeNull()
    expect(store.pendingDs).toBeNull()
  }
}

export function isSame(doc: Y.Doc, reference: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(reference))
}

export function contentOf(doc: Y.Doc): unknown[] {
  return [
    doc.getMap('meta').toJSON(),
    doc.getMap('chapters').toJSON(),
    doc.getMap('blocks').toJSON(),
    doc.getText('words').toDelta(),
  ]
}

function deletionsOf(doc: Y.Doc) {
  return Y.createDeleteSetFromStructStore(doc.store)
}

/** I3, and the half of I4 that says: acknowledged means stored. */
function expectTokens(stored: Y.Doc, writers: readonly Writer[]): Record<string, number> {
  const found =
    stored
      .getText('words')
      .toString()
      .match(/<[^>]+>/g) ?? []
  const counts = new Map<string, number>()
  for (const token of found) counts.set(token, (counts.get(token) ?? 0) + 1)
  const saved = writers.flatMap((writer) => [...writer.saved])
  const lost = saved.filter((token) => !counts.has(token))
  const doubled = [...counts].filter(([, count]) => count > 1).map(([token]) => token)
  expect({ lost, doubled }).toEqual({ lost: [], doubled: [] })
  expect(findDisorder(found)).toEqual([])
  const typed = writers.reduce((sum, writer) => sum + writer.typed.length, 0)
  return { typed, acknowledged: saved.length, lost: lost.length, doubled: doubled.length }
}

/** Tokens are `<author.number>`; each author's stand in the order they were typed. */
function findDisorder(tokens: readonly string[]): string[] {
  const last = new Map<string, number>()
  return tokens.filter((token) => {
    const dot = token.lastIndexOf('.')
    const [author, number] = [token.slice(1, dot), Number(token.slice(dot + 1, -1))]
    const isBehind = number <= (last.get(author) ?? -1)
    last.set(author, number)
    return isBehind
  })
}

/** I4: sequences without a gap or a double, up to the head. */
async function expectLog(db: Database, documentId: string): Promise<number> {
  const { rows } = await db.pool.query<{ seq: string }>(
    'SELECT seq FROM document_update WHERE document_id = $1 ORDER BY seq',
    [documentId],
  )
  const first = Number(rows[0]?.seq ?? 1)
  expect(rows.map(({ seq }) => Number(seq))).toEqual(rows.map((_, index) => first + index))
  const { head } = await db.prisma.liveDocument.findUniqueOrThrow({ where: { id: documentId } })
  expect(Number(head)).toBe(first + rows.length - 1)
  return rows.length
}

/** I5, with the functions of `northing verify`. */
async function expectVerified(db: Database): Promise<void> {
  const found = [await verifyAudit(db), await verifyEditions(db), await verifyDocuments(db)]
  expect(found.flatMap(({ problems }) => problems)).toEqual([])
}

/** I7: nobody wrote who could not edit when it was committed. */
async function expectAuthors(
  db: Database,
  documentId: string,
  rights: readonly RightToEdit[] | undefined,
): Promise<void> {
  const able = rights ?? (await readRights(db))
  const { rows } = await db.pool.query<{ person_id: string; at: Date; seq: string }>(
    'SELECT person_id, at, seq FROM document_update WHERE document_id = $1 AND person_id IS NOT NULL',
    [documentId],
  )
  const wrong = rows.filter(
    ({ person_id, at }) =>
      !able.some(({ personId, from, to }) => personId === person_id && from <= at && at <= to),
  )
  expect(wrong).toEqual([])
}

async function readRights(db: Database): Promise<RightToEdit[]> {
  const members = await db.prisma.membership.findMany({
    where: { role: { in: ['chair', 'editor'] } },
    select: { personId: true },
  })
  return members.map(({ personId }) => ({ personId, from: new Date(0), to: new Date(8e15) }))
}

async function joinFresh(beside: Writer, { cookie }: { cookie: string }): Promise<Writer> {
  const fresh = new Writer({ ...beside.options, doc: new Y.Doc(), name: 'fresh', cookie })
  await fresh.synced(60_000)
  return fresh
}

/** I9: it reads as a strategy, and a new page's editors show what an old page's do. */
function expectRendersAlike(fresh: Y.Doc, old: Y.Doc): void {
  const strategy = readStrategy(fresh)
  expect(strategy).toEqual(readStrategy(old))
  expect(strategy.chapters.length).toBeGreaterThan(0)
  for (const chapterId of chaptersOf(fresh).keys()) {
    const [shown, before] = [fresh, old].map((doc) => renderCopy(doc, chapterId))
    expect(shown).toBe(before)
  }
}

function renderCopy(doc: Y.Doc, chapterId: string): string {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const client = buildClient(copy, { chapterId, writing: false })
  expect(client.troubles).toEqual([])
  const state = client.readState()
  copy.destroy()
  return state
}
