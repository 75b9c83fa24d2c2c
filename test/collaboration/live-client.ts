import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { WebsocketProvider } from 'y-websocket'
import { STRATEGY } from './live-world'

/** The plain client from npm, with a session cookie, as a person's browser would have it. */
export interface LiveClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** What the server said is saved, newest last. */
  readonly saved: number[]
  readonly notices: { type: string; what?: string; updates?: number }[]
  readonly closes: number[]
  /** Document messages sent on the present socket, counted as SPEC.md CO8 counts them. */
  sent(): number
  synced(): Promise<void>
  destroy(): void
}

export interface ClientOptions {
  readonly cookie: string
  readonly params?: Record<string, string>
  readonly doc?: Y.Doc
  /** Another way than a WebSocket of Node's. */
  readonly socket?: typeof globalThis.WebSocket
}

export function connectClient(
  url: string,
  { cookie, params, doc = new Y.Doc(), socket }: ClientOptions,
): LiveClient {
  let sent = 0
  class CookieSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie } })
      sent = 0
      this.on('error', () => undefined)
    }
    override send(data: Uint8Array, ...rest: unknown[]): void {
      if (data[0] === 0 && data[1] !== 0) sent += 1
      super.send(data, ...(rest as []))
    }
  }
  const provider = new WebsocketProvider(url, STRATEGY, doc, {
    WebSocketPolyfill: socket ?? (CookieSocket as unknown as typeof globalThis.WebSocket),
    disableBc: true,
    params: { schema: '1', northing: '1', content: '2', ...params },
    maxBackoffTime: 300,
  })
  const client: LiveClient = {
    doc,
    provider,
    saved: [],
    notices: [],
    closes: [],
    sent: () => sent,
    synced: () => until(() => provider.synced, 'synced'),
    destroy() {
      provider.destroy()
      provider.awareness.destroy()
    },
  }
  provider.messageHandlers[64] = (_encoder, decoder) => {
    const notice = JSON.parse(decoding.readVarString(decoder)) as LiveClient['notices'][number]
    client.notices.push(notice)
    if (notice.type === 'saved') client.saved.push(notice.updates ?? -1)
  }
  provider.on('connection-close', (event) => {
    if (event) client.closes.push(event.code)
  })
  return client
}

/** A bare socket, for what no honest client sends. */
export interface RawSocket {
  readonly socket: WebSocket
  readonly frames: Buffer[]
  /** The close code, or the HTTP status when there was no upgrade. */
  readonly ended: Promise<number>
  send(...bytes: number[]): void
}

export function openRaw(address: string, headers: Record<string, string>): RawSocket {
  const socket = new WebSocket(address, { headers })
  const frames: Buffer[] = []
  socket.on('message', (data) => frames.push(data as Buffer))
  const ended = new Promise<number>((resolve) => {
    socket.on('error', () => undefined)
    socket.on('unexpected-response', (_request, response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    socket.on('close', (code) => resolve(code))
  })
  return { socket, frames, ended, send: (...bytes) => socket.send(Uint8Array.from(bytes)) }
}

export async function openedRaw(
  address: string,
  headers: Record<string, string>,
): Promise<RawSocket> {
  const raw = openRaw(address, headers)
  await new Promise<void>((resolve, reject) => {
    raw.socket.once('open', resolve)
    raw.socket.once('error', reject)
  })
  return raw
}

/** Waits for something to become true, at most 30 s. */
export async function until(
  isTrue: () => boolean | Promise<boolean>,
  what: string,
  limitMs = 30_000,
): Promise<void> {
  const end = Date.now() + limitMs
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`)
    await pause(10)
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

/** A sync message of step 2 or update. */
export function documentFrame(step: 1 | 2, update: Uint8Array): Uint8Array {
  const length: number[] = []
  for (let rest = update.length; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) {
      length.push(rest)
      break
    }
    length.push((rest % 128) + 128)
  }
  return Buffer.concat([Uint8Array.of(0, step), Uint8Array.from(length), update])
}
