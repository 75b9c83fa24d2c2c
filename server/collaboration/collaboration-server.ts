import { STATUS_CODES, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { DocumentWriter, LiveNotices } from '../services/documents'
import { type AdmissionAdapters, admit } from './admission'
import { HttpChannels } from './http-channels'
import { MAX_FRAGMENTS, MAX_FRAME_BYTES, UPGRADES_PER_ADDRESS } from './limits'
import type { Logger } from './logger'
import type { Admission } from './member'
import { Counts } from './rates'
import { type LiveCounts, type LiveDocument, type OtherNodes, RoomKeeper } from './room-keeper'
import { createSeats } from './seats'
import { Tally } from './tally'
import type { UpdateLog } from './update-log'
import { WebSocketConnection } from './web-socket-connection'

export interface CollaborationAdapters extends AdmissionAdapters {
  /** Roots beside those of a strategy: for tests of the protocol alone. */
  readonly extraRoots?: ReadonlySet<string> | undefined
  readonly socketsPerPerson?: number | undefined
  /** The secret of the session these headers carry. */
  readonly readSession: (request: { readonly headers: IncomingHttpHeaders }) => string | null
  readonly log: UpdateLog
  readonly now: () => Date
  /** Absent: nobody asks. */
  readonly tally?: Tally | undefined
  readonly logger: Logger
  /** Edits of this document were committed. */
  readonly onCommitted: (document: LiveDocument) => void
  /** Absent: this node is the only one. */
  readonly nodes?: OtherNodes | undefined
}

export interface CollaborationServer {
  /** Takes the socket over: it is upgraded, or answered and ended. */
  readonly handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Answers requests that stand in for sockets; false for any other. */
  readonly handleRequest: HttpChannels['handleRequest']
  readonly count: () => LiveCounts
  readonly notices: LiveNotices
  readonly write: DocumentWriter['write']
  /** Reads this person's rights again and closes the sockets that lost them with 4403. */
  readonly recheck: (personId: string) => Promise<void>
  /** Reads everybody's, because news of changes was missed. */
  readonly recheckAll: () => Promise<void>
  /** Another program, or another node, has frozen this document. */
  readonly frozen: (documentId: string) => Promise<void>
  /** Closes every socket with 4503, commits what was accepted and stops; at most 10 s. */
  close(): Promise<void>
}

const DRAIN_MS = 10_000

export function createCollaborationServer(adapters: CollaborationAdapters): CollaborationServer {
  const { logger } = adapters
  const now = () => adapters.now().getTime()
  const { tally = new Tally() } = adapters
  const keeper = new RoomKeeper({ ...adapters, now, tally })
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    maxFragments: MAX_FRAGMENTS,
    perMessageDeflate: false,
    clientTracking: false,
  })
  let isClosing = false
  const takeSeat = createSeats(keeper, { ...adapters, now, tally, isClosing: () => isClosing })
  const upgrades = new Counts(UPGRADES_PER_ADDRESS)

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const answer = await admit(adapters, request)
    if (answer.state === 'refused') tally.refused(answer.status)
    if (isClosing) refuseUpgrade(socket, 503)
    else if (answer.state === 'refused') refuseUpgrade(socket, answer.status)
    else
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        if (answer.state === 'admitted') welcome(webSocket, socket, answer.admission)
        else turnAway(webSocket, answer)
      })
  }

  const channels = new HttpChannels({
    admit: (request) => admit(adapters, request),
    readSession: adapters.readSession,
    isOwnOrigin: adapters.isOwnOrigin,
    takeSeat,
    logger,
  })

  function welcome(webSocket: WebSocket, stream: Duplex, admission: Admission): void {
    const seat = takeSeat(new WebSocketConnection(webSocket, stream), admission)
    webSocket.on('error', (error) => logger.info({ err: error }, 'a socket failed'))
    webSocket.on('pong', () => seat.touch())
    webSocket.on('message', (data, isBinary) => seat.receive(isBinary ? data : null))
    webSocket.on('close', () => seat.leave())
  }

  return {
    handleUpgrade(request, socket, head) {
      // A socket that breaks while we ask who it is would otherwise end the program.
      socket.on('error', () => socket.destroy())
      const decided = upgrades.take(request.socket.remoteAddress ?? '')
      if (!decided) return refuseUpgrade(socket, 503)
      upgrade(request, socket, head)
        .catch((error: unknown) => {
          logger.error({ err: error }, 'an upgrade failed')
          refuseUpgrade(socket, 503)
        })
        .finally(decided)
    },
    handleRequest: channels.handleRequest,
    count: () => keeper.count(),
    notices: createNotices(keeper, logger),
    write: (document, edit) => keeper.write(document, edit),
    recheck: (personId) => keeper.rights.recheckPerson(personId),
    recheckAll: () => keeper.rights.recheckAll(),
    frozen: (documentId) => keeper.rights.freeze((room) => room.documentId === documentId),
    async close() {
      isClosing = true
      await keeper.close(DRAIN_MS)
    },
  }
}

function createNotices(keeper: RoomKeeper, logger: Logger): LiveNotices {
  return {
    changed: (strategyId, what) => keeper.notify(strategyId, what),
    freeze(strategyId) {
      keeper.rights
        .freeze((room) => room.strategyId === strategyId)
        .catch((error: unknown) => logger.error({ err: error, strategyId }, 'freezing failed'))
    },
  }
}

function turnAway(
  webSocket: WebSocket,
  { code, reason }: { readonly code: number; readonly reason: string },
): void {
  webSocket.on('error', () => webSocket.terminate())
  webSocket.close(code, reason)
}

function refuseUpgrade(socket: Duplex, status: 401 | 403 | 404 | 503): void {
  if (socket.destroyed) return
  const body = STATUS_CODES[status] ?? ''
  socket.end(
    `HTTP/1.1 ${status} ${body}\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  )
  socket.once('finish', () => socket.destroy())
}
