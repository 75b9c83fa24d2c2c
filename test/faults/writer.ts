import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { spreadReturns } from '../../app/connection/spread-returns'
import { pause, until } from '../collaboration/live-client'
import { STRATEGY } from '../collaboration/live-world'

// Each y-websocket provider listens for the end of the program.
process.setMaxListeners(0)

export interface WriterOptions {
  /** Marks its tokens; no two writers of one document share one. */
  readonly name: string
  readonly port: number
  readonly cookie: string
  readonly strategyId?: string
  readonly doc?: Y.Doc
  /** How long it waits at most before it tries again. */
  readonly maxWaitMs?: number
}

/**
 * A y-websocket client that types tokens and knows which of them it was told are saved.
 * A token counts as saved only with the last message that may have carried it.
 */
export class Writer {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  readonly typed: string[] = []
  readonly saved = new Set<string>()
  readonly closes: { readonly code: number; readonly at: number }[] = []
  /** When each try to connect was made. */
  readonly tries: number[] = []
  readonly syncedAt: number[] = []
  /** Tokens and the number of the message that carried each, on the present socket; 0 while unsent. */
  private readonly open = new Map<string, number>()
  private sent = 0
  private confirmed = 0

  constructor(readonly options: WriterOptions) {
    this.doc = options.doc ?? new Y.Doc()
    const noteTry = () => this.beginSocket()
    const noteSent = (isAnswer: boolean) => this.noteSent(isAnswer)
    class CountedSocket extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols, { headers: { cookie: options.cookie } })
        noteTry()
        this.on('error', () => undefined)
      }
      override send(data: Uint8Array, ...rest: unknown[]): void {
        if (data[0] === 0 && data[1] !== 0) noteSent(data[1] === 1)
        super.send(data, ...(rest as []))
      }
    }
    this.provider = new WebsocketProvider(
      `ws://127.0.0.1:${options.port}/collaboration`,
      options.strategyId ?? STRATEGY,
      this.doc,
      {
        WebSocketPolyfill: CountedSocket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
        params: { schema: '1', northing: '1', content: '2' },
        maxBackoffTime: options.maxWaitMs ?? 300,
      },
    )
    spreadReturns(this.provider, options.maxWaitMs ?? 300)
    this.listen()
  }

  get text(): Y.Text {
    return this.doc.getText('words')
  }

  get hasUnsaved(): boolean {
    return !this.provider.synced || this.confirmed < this.sent || this.open.size > 0
  }

  /** Types one token at the end. */
  type(): string {
    const token = `<${this.options.name}.${this.typed.length}>`
    this.typed.push(token)
    this.open.set(token, 0)
    const before = this.sent
    this.text.insert(this.text.length, token)
    if (this.sent > before) this.open.set(token, this.sent)
    return token
  }

  /** Types at that pace until it is over. */
  async typeUntil(isOver: { readonly now: boolean }, everyMs: number): Promise<void> {
    while (!isOver.now) {
      this.type()
      await pause(everyMs)
    }
  }

  synced(limitMs?: number): Promise<void> {
    return until(() => this.provider.synced, `${this.options.name} synced`, limitMs)
  }

  allSaved(limitMs?: number): Promise<void> {
    return until(() => !this.hasUnsaved, `everything of ${this.options.name} saved`, limitMs)
  }

  /** The connection breaks without a word; the provider comes back by itself. */
  breakOff(): void {
    ;(this.provider.ws as unknown as WebSocket | null)?.terminate()
  }

  destroy(): void {
    this.provider.destroy()
    this.provider.awareness.destroy()
  }

  private listen(): void {
    this.provider.messageHandlers[64] = (_encoder, decoder) => {
      const notice = JSON.parse(decoding.readVarString(decoder)) as {
        type: string
        updates?: number
      }
      if (notice.type === 'saved') this.noteSaved(notice.updates ?? 0)
    }
    this.provider.on('connection-close', (event) => {
      if (event) this.closes.push({ code: event.code, at: Date.now() })
    })
    this.provider.on('sync', (isSynced: boolean) => {
      if (isSynced) this.syncedAt.push(Date.now())
    })
  }

  private beginSocket(): void {
    this.tries.push(Date.now())
    this.sent = 0
    this.confirmed = 0
    for (const token of this.open.keys()) this.open.set(token, 0)
  }

  /** An answer to the server's step 1 carries whatever the server does not have. */
  private noteSent(isAnswer: boolean): void {
    this.sent += 1
    if (isAnswer) for (const token of this.open.keys()) this.open.set(token, this.sent)
  }

  private noteSaved(updates: number): void {
    this.confirmed = updates
    for (const [token, number] of this.open) {
      if (number === 0 || number > updates) continue
      this.saved.add(token)
      this.open.delete(token)
    }
  }
}
