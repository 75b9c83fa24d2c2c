import {
  type Appended,
  type ClientClaim,
  type DocumentAppend,
  LogTrimmed,
  LogUnavailable,
  type Snapshot,
  type UpdateLog,
} from '../../server/collaboration/update-log'

interface FakeDocument {
  updates: { bytes: Uint8Array; personId: string | null }[]
  snapshots: Snapshot[]
  frozen: boolean
  suggesting: boolean
  /** The last sequence an edition holds, and the last one put away. */
  edition: bigint
  trimmed: bigint
  clients: Map<number, string | null>
}

/** Tests may put something between a log and its user. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** The log in memory. `failure` plays a database that goes away, before or after it has committed. */
export interface FakeUpdateLog extends Mutable<UpdateLog> {
  readonly createDocument: (id: string) => void
  readonly freeze: (id: string) => void
  readonly suggestOnly: (id: string) => void
  readonly addEdition: (id: string) => void
  failure: 'none' | 'before commit' | 'after commit'
  /** How many calls of `append` were made: commits, when nothing failed. */
  readonly appends: number
}

export function createFakeUpdateLog(): FakeUpdateLog {
  const documents = new Map<string, FakeDocument>()
  const log = {
    failure: 'none' as FakeUpdateLog['failure'],
    appends: 0,
    createDocument: (id: string) =>
      void documents.set(id, {
        updates: [],
        snapshots: [],
        frozen: false,
        suggesting: false,
        edition: 0n,
        trimmed: 0n,
        clients: new Map(),
      }),
    freeze(id: string) {
      const document = documents.get(id)
      if (document) document.frozen = true
    },
    suggestOnly(id: string) {
      const document = documents.get(id)
      if (document) document.suggesting = true
    },
    addEdition(id: string) {
      const document = documents.get(id)
      if (document) document.edition = BigInt(document.updates.length)
    },
    async append(batch: readonly DocumentAppend[]) {
      await nextTurn()
      log.appends += 1
      if (log.failure === 'before commit') throw new LogUnavailable('away')
      const results = new Map(
        batch.map((entry) => [entry.documentId, appendTo(documents.get(entry.documentId), entry)]),
      )
      if (log.failure === 'after commit') throw new LogUnavailable('away')
      return results
    },
    async claimClients(claims: readonly ClientClaim[]) {
      await nextTurn()
      if (log.failure === 'before commit') throw new LogUnavailable('away')
      return claims.filter((claim) => !claimIn(documents.get(claim.documentId), claim))
    },
    async readAfter(documentId: string, seq: bigint) {
      await nextTurn()
      const { updates = [], trimmed = 0n } = documents.get(documentId) ?? {}
      if (seq < trimmed) throw new LogTrimmed(`updates after ${seq} were put away`)
      return updates
        .map(({ bytes }, index) => ({ seq: BigInt(index + 1), bytes }))
        .filter((update) => update.seq > seq)
    },
    async load(documentId: string) {
      const document = documents.get(documentId)
      if (!document) return null
      const snapshot = document.snapshots.at(-1) ?? null
      const tail = await log.readAfter(documentId, snapshot?.seq ?? 0n)
      return { snapshot, tail, head: BigInt(document.updates.length), frozen: document.frozen }
    },
    async saveSnapshot(documentId: string, snapshot: Snapshot) {
      const document = documents.get(documentId)
      if (!document) return
      const { snapshots } = document
      if (snapshots.some(({ seq }) => seq === snapshot.seq)) return
      snapshots.push(snapshot)
      snapshots.sort((a, b) => Number(a.seq - b.seq))
      const before = snapshots.at(-2)?.seq ?? 0n
      const covered = before < document.edition ? before : document.edition
      if (covered > document.trimmed) document.trimmed = covered
    },
  }
  return log
}

/** False when the id is somebody else's. */
function claimIn(document: FakeDocument | undefined, { clientId, personId }: ClientClaim): boolean {
  if (!document) return true
  const owner = document.clients.get(clientId)
  if (owner === undefined) document.clients.set(clientId, personId)
  return owner === undefined || owner === personId
}

function appendTo(document: FakeDocument | undefined, entry: DocumentAppend): Appended {
  if (!document) return { state: 'unknown' }
  const landed = findEarlier(document, entry)
  if (landed !== null) return { state: 'committed', firstSeq: landed }
  if (document.frozen) return { state: 'frozen' }
  const isTyped = entry.updates.some(({ isDecision }) => isDecision !== true)
  if (document.suggesting && isTyped) return { state: 'suggesting' }
  const firstSeq = BigInt(document.updates.length + 1)
  document.updates.push(...entry.updates)
  return { state: 'committed', firstSeq }
}

function findEarlier({ updates }: FakeDocument, entry: DocumentAppend): bigint | null {
  if (entry.retryAfter === undefined) return null
  for (let start = Number(entry.retryAfter); start < updates.length; start += 1) {
    const isHere = entry.updates.every(({ bytes, personId }, offset) => {
      const stored = updates[start + offset]
      return stored?.personId === personId && Buffer.from(stored.bytes).equals(bytes)
    })
    if (isHere) return BigInt(start + 1)
  }
  return null
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
