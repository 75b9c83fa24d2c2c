import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Adapter, Ports } from '../adapters/adapter'
import {
  createFraming,
  EMPTY_STATE_VECTOR,
  EMPTY_UPDATE,
  type Framing,
  MESSAGE,
  type Message,
  peekSingle,
  readMessage,
  STEP,
} from './frames'
import type { Recorder } from './recorder'

export const now = () => performance.now()

export interface ClientOptions {
  readonly adapter: Adapter
  readonly ports: Ports
  readonly room: string
  /** Who it is: every index is another person. */
  readonly index?: number
  /** A whole client: holds a document and applies what comes. */
  readonly doc?: Y.Doc
  /** A light client: holds no document, answers the server's step 1 out of these bytes and reads only clocks. */
  readonly state?: Uint8Array | null
  readonly stateVector?: Uint8Array
  readonly recorder?: Recorder
}

/** One client of either protocol, as light as possible: the load process must not be the limit. */
export class Client {
  readonly room: string
  readonly index: number
  readonly doc: Y.Doc | null
  readonly framing: Framing
  readonly synced: Promise<void>
  recorder: Pick<Recorder, 'noteReceived'> | null
  /** The client id of its own edits, when it has no document; their echo is not a delivery. */
  own: number | null = null
  socket: WebSocket | null = null
  isClosed = false
  closeCode: number | null = null
  closedAt = 0
  messages = 0
  bytes = 0
  presenceMessages = 0
  documentBytes = 0
  uploaded = 0
  acknowledged = 0
  gotStep1 = false
  lastMessageAt = 0
  onApplied: ((message: Message) => void) | null = null
  private markSynced: () => void = () => undefined

  constructor(private readonly options: ClientOptions) {
    this.room = options.room
    this.index = options.index ?? 0
    this.doc = options.doc ?? null
    this.recorder = options.recorder ?? null
    this.framing = createFraming(options.adapter.protocol, options.room)
    this.synced = new Promise((resolve) => (this.markSynced = resolve))
    this.doc?.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.sendUpdate(update)
    })
    if (options.recorder)
      this.doc?.on('afterTransaction', (transaction) => this.record(transaction))
  }

  /** Answers when the socket is open. */
  connect(timeoutMs = 20_000): Promise<void> {
    const { adapter, ports } = this.options
    const place = { ports, room: this.room, index: this.index }
    this.isClosed = false
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(adapter.url(place), {
        perMessageDeflate: false,
        headers: adapter.headers?.(place) ?? {},
        maxPayload: 256 << 20,
        handshakeTimeout: timeoutMs,
      })
      this.socket = socket
      socket.binaryType = 'nodebuffer'
      socket.on('error', reject)
      socket.on('close', (code) => {
        this.isClosed = true
        this.closeCode = code
        this.closedAt = now()
      })
      socket.on('open', () => {
        this.begin()
        resolve()
      })
      socket.on('message', (data) => this.receive(data as Buffer))
    })
  }

  send(frame: Uint8Array): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(frame)
  }

  sendUpdate(update: Uint8Array): void {
    this.send(this.framing.sync(STEP.update, update))
  }

  close(): void {
    this.socket?.close()
  }

  terminate(): void {
    this.socket?.terminate()
  }

  private begin(): void {
    const { protocol } = this.options.adapter
    if (protocol === 'relay') this.markSynced()
    else if (protocol === 'hocuspocus') this.send(this.framing.auth('bench'))
    else this.askForDocument()
  }

  private askForDocument(): void {
    const mine = this.doc ? Y.encodeStateVector(this.doc) : this.options.stateVector
    this.send(this.framing.sync(STEP.one, mine ?? EMPTY_STATE_VECTOR))
  }

  private receive(frame: Buffer): void {
    this.messages += 1
    this.bytes += frame.length
    this.lastMessageAt = now()
    const message = readMessage(this.options.adapter.protocol, frame)
    if (message.type === MESSAGE.sync) this.receiveSync(message)
    else if (message.type === MESSAGE.presence) this.presenceMessages += 1
    else this.receiveOther(message)
  }

  private receiveOther({ type, step, saved }: Message): void {
    if (type === MESSAGE.northing) this.acknowledged = Math.max(this.acknowledged, saved)
    else if (type === MESSAGE.auth && step === 2) this.askForDocument()
    else if (type === MESSAGE.syncStatus && step === 1) this.acknowledged += 1
  }

  private receiveSync(message: Message): void {
    const { step, payload } = message
    if (step === STEP.one) {
      if (this.options.adapter.protocol !== 'relay') this.answerStep1(payload)
      return
    }
    this.documentBytes += payload.length
    if (this.doc) Y.applyUpdate(this.doc, payload, this)
    else if (step === STEP.update) this.recordUpdate(payload)
    if (step === STEP.two) this.markSynced()
    this.onApplied?.(message)
  }

  private answerStep1(theirs: Uint8Array): void {
    const { state } = this.options
    this.gotStep1 = true
    const update = this.doc
      ? Y.encodeStateAsUpdate(this.doc, theirs)
      : state
        ? diffOnce(state, theirs)
        : EMPTY_UPDATE
    this.uploaded += update.length
    this.send(this.framing.sync(STEP.two, update))
  }

  private record({ origin, beforeState, afterState }: Y.Transaction): void {
    if (origin !== this) return
    const at = now()
    for (const [client, to] of afterState) {
      const from = beforeState.get(client) ?? 0
      if (to > from && client !== this.doc?.clientID)
        this.recorder?.noteReceived(client, { from, to }, at)
    }
  }

  private recordUpdate(update: Uint8Array): void {
    if (!this.recorder) return
    const single = peekSingle(update)
    if (single) {
      const [client, clock] = single
      if (client !== this.own)
        this.recorder.noteReceived(client, { from: clock, to: clock + 1 }, this.lastMessageAt)
      return
    }
    const { from, to } = Y.parseUpdateMeta(update)
    for (const [client, end] of to) {
      if (client !== this.own)
        this.recorder.noteReceived(
          client,
          { from: from.get(client) ?? 0, to: end },
          this.lastMessageAt,
        )
    }
  }
}

const diffs = new Map<string, Uint8Array>()

/** Hundreds of light clients hold the same document; the answer is made once. */
function diffOnce(update: Uint8Array, stateVector: Uint8Array): Uint8Array {
  const key = `${update.length}|${Buffer.from(stateVector).toString('latin1')}`
  const known = diffs.get(key)
  if (known) return known
  const diff = Y.diffUpdate(update, stateVector)
  if (diffs.size < 2000) diffs.set(key, diff)
  return diff
}
