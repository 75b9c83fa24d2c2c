import * as Y from 'yjs'
import type { Database } from './database'
import { splitParts } from './snapshot-parts'

interface Checked {
  readonly checked: number
  readonly problems: string[]
}

/** Replays every document from its first update: no gap, every update decodes, nothing waits for a missing one. */
export async function verifyDocuments({ pool }: Pick<Database, 'pool'>): Promise<Checked> {
  const { rows } = await pool.query<{ id: string; head: string }>('SELECT id, head FROM live_document ORDER BY id')
  const problems: string[] = []
  for (const { id, head } of rows) {
    const problem = await replay(pool, id, Number(head))
    if (problem) problems.push(`document ${id}: ${problem}`)
  }
  return { checked: rows.length, problems }
}

async function replay(pool: Database['pool'], id: string, head: number): Promise<string | null> {
  const doc = new Y.Doc({ gc: true })
  try {
    for (let seq = 0; seq < head; ) {
      const updates = await readUpdates(pool, id, seq)
      const problem = applyInOrder(doc, updates, seq)
      if (problem) return problem
      seq += updates.length
    }
    if ((await readUpdates(pool, id, head)).length > 0) return `has updates after its head, ${head}`
    if (doc.store.pendingStructs || doc.store.pendingDs) return 'an update builds on one that is not in the log'
    return await compareSnapshot(pool, id, doc)
  } finally {
    doc.destroy()
  }
}

interface StoredUpdate {
  readonly seq: string
  readonly bytes: Buffer
}

function applyInOrder(doc: Y.Doc, updates: readonly StoredUpdate[], after: number): string | null {
  if (updates.length === 0) return `update ${after + 1} is missing`
  for (const [i, update] of updates.entries()) {
    const seq = after + 1 + i
    if (Number(update.seq) !== seq) return `update ${seq} is missing`
    if (!applies(doc, update.bytes)) return `update ${seq} cannot be read`
  }
  return null
}

async function readUpdates(pool: Database['pool'], id: string, after: number): Promise<StoredUpdate[]> {
  const { rows } = await pool.query<StoredUpdate>(
    'SELECT seq, bytes FROM document_update WHERE document_id = $1 AND seq > $2 ORDER BY seq LIMIT 500',
    [id, after],
  )
  return rows
}

function applies(doc: Y.Doc, bytes: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, bytes)
    return true
  } catch {
    return false // the caller names the update
  }
}

/** The newest snapshot holds nothing that the log does not. */
async function compareSnapshot(pool: Database['pool'], id: string, doc: Y.Doc): Promise<string | null> {
  const { rows } = await pool.query<{ seq: string; state: Buffer; part_sizes: number[] | null }>(
    'SELECT seq, state, part_sizes FROM document_snapshot WHERE document_id = $1 ORDER BY seq DESC LIMIT 1',
    [id],
  )
  const [snapshot] = rows
  if (!snapshot) return null
  const before = Buffer.from(Y.encodeStateVector(doc))
  const parts = splitParts(snapshot.state, snapshot.part_sizes ?? [])
  if (!parts.every((part) => applies(doc, part))) return `the snapshot at update ${snapshot.seq} cannot be read`
  const added = !before.equals(Buffer.from(Y.encodeStateVector(doc)))
  return added ? `the snapshot at update ${snapshot.seq} holds text that is not in the log` : null
}
