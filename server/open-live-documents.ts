import type { Registry } from 'prom-client'
import type { Bus } from './collaboration/bus'
import {
  createCollaborationServer,
  type CollaborationServer,
} from './collaboration/collaboration-server'
import { createDocumentReader, type UpdatesReader } from './collaboration/document-reader'
import { createDamageAlarm } from './damage-alarm'
import type { Log } from './http/log'
import { isOwnOrigin } from './http/own-origin'
import { readActor, type ReadActorDeps } from './http/read-actor'
import { readSessionToken } from './http/session-cookie'
import { createLiveTally, registerLiveFigures } from './live-figures'
import { createBlockStore } from './persistence/blocks'
import type { Database } from './persistence/database'
import { createLiveStrategies } from './persistence/live-strategies'
import { readHeads } from './persistence/read-heads'
import { listenForRights } from './persistence/rights-listener'
import { createUpdateLog } from './persistence/update-log'
import { readBlocksInThread } from './projection/block-reader'
import { createProjector } from './projection/projector'
import { catchUpProjection } from './projection/rebuild-projection'
import type { DocumentReader } from './services/documents'
import { type StorageGuard, watchSpace } from './storage-guard'

export interface LiveDocuments extends Pick<
  CollaborationServer,
  'handleUpgrade' | 'handleRequest' | 'notices' | 'recheck' | 'write'
> {
  readonly reader: DocumentReader & UpdatesReader
  /** Brings the rows up to the documents: edits may have been committed just before the program last ended. */
  catchUp(): Promise<void>
  close(): Promise<void>
}

/** Everything around the live documents: the log, the rooms, and the rows made from them. */
export function openLiveDocuments(
  db: Database,
  {
    sessions,
    settings,
    log,
    figures,
    bus,
    extraRoots,
    storage,
  }: {
    sessions: ReadActorDeps
    settings: { publicUrl: URL | null }
    log: Log
    figures?: Registry
    /** Absent: this node is the only one. */
    bus?: Bus | undefined
    /** For trials of the protocol alone, whose documents are not strategies. */
    extraRoots?: ReadonlySet<string>
    storage?: StorageGuard
  },
): LiveDocuments {
  const alarm = createDamageAlarm(log, figures)
  const updates = watchSpace(createUpdateLog(db, alarm.report), storage)
  const reader = createDocumentReader(updates)
  const tally = createLiveTally(figures)
  const rooms = createCollaborationServer({
    tally,
    log: updates,
    extraRoots,
    strategies: createLiveStrategies(db),
    readActor: (request, isUse) =>
      readActor(request.headers.cookie, isUse ? sessions : onlyLooking(sessions)),
    readSession: (request) => readSessionToken(request.headers.cookie, sessions.secure),
    isOwnOrigin: (request) => isOwnOrigin(request, settings),
    now: sessions.now,
    logger: log,
    onCommitted: (document) => projector.touch(document),
    nodes: bus && { bus, readHeads: (documentIds) => readHeads(db, documentIds) },
  })
  if (figures) registerLiveFigures(figures, tally, rooms.count)
  const complain = (err: unknown) => log.error({ err }, 'rights could not be read again')
  const rights = listenForRights(
    db.url,
    {
      person: (personId) => void rooms.recheck(personId).catch(complain),
      frozen: (documentId) => void rooms.frozen(documentId).catch(complain),
      restored: () => void rooms.recheckAll().catch(complain),
    },
    log,
  )
  const blocks = createBlockStore(db)
  const blockReader = readBlocksInThread(reader)
  const projection = { reader: blockReader, blocks, logger: log }
  const projector = createProjector({ ...projection, notices: rooms.notices })
  return {
    handleUpgrade: rooms.handleUpgrade,
    handleRequest: rooms.handleRequest,
    notices: rooms.notices,
    recheck: rooms.recheck,
    write: rooms.write,
    reader,
    catchUp: async () => void (await catchUpProjection(projection)),
    async close() {
      await rights.close()
      await rooms.close()
      await projector.close()
      await blockReader.close()
    },
  }
}

/** A session that is looked at ends when it would have ended anyway. */
function onlyLooking(sessions: ReadActorDeps): ReadActorDeps {
  const findSession = (id: string) => sessions.sessions.findSession(id)
  return { ...sessions, sessions: { findSession, touchSession: async () => undefined } }
}
