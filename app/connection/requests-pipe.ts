import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { NOBODY_SAID_WHY, type Pipe, type PipeEvents } from './pipe'

export type Fetch = (address: string, options: RequestInit) => Promise<Response>

interface RequestsPipeOptions {
  /** http(s)://host/collaboration/:strategyId?schema=1… */
  readonly address: URL
  readonly events: PipeEvents
  readonly fetch?: Fetch
}

const LONG_POLL_MS = 20_000
/** A browser opens six connections to a host, and tabs in the background must not hold them all. */
const HIDDEN_PAUSE_MS = 5_000
/** A request without an answer for longer than the server ever waits. */
const REQUEST_LIMIT_MS = 28_000
/** Failures for longer than this are an interruption. */
const GIVE_UP_MS = 4_000
const FIRST_RETRY_MS = 250
const MAX_BATCH_BYTES = 1024 * 1024
/** What a browser lets a page that is being left still send. */
const MAX_LAST_BYTES = 60 * 1024

/** The messages of a socket as plain requests: long polls for what comes, numbered and repeated POSTs for what goes. */
export class RequestsPipe implements Pipe {
  private channel: URL | null = null
  private received = 0
  private readonly queue: Uint8Array[] = []
  private firstQueued = 1
  private isSending = false
  private isClosing = false
  private isEnded = false
  private readonly aborter = new AbortController()
  private readonly fetch: Fetch

  constructor(private readonly options: RequestsPipeOptions) {
    this.fetch = options.fetch ?? ((address, init) => fetch(address, init))
    if (typeof addEventListener === 'function') addEventListener('pagehide', this.leaveInAHurry)
    void this.open()
  }

  send(message: Uint8Array): void {
    if (this.isClosing || this.isEnded) return
    this.queue.push(message)
    void this.sendAll()
  }

  close(): void {
    if (this.isClosing || this.isEnded) return
    this.isClosing = true
    void this.sendAll()
  }

  private async open(): Promise<void> {
    const address = new URL(this.options.address)
    address.pathname += '/channel'
    try {
      const answer = await this.ask(address, { method: 'POST' })
      const said: unknown = await answer.json()
      if (!isRecord(said)) return this.end(NOBODY_SAID_WHY)
      if (typeof said['closed'] === 'number') return this.end(said['closed'])
      if (typeof said['channel'] !== 'string') return this.end(NOBODY_SAID_WHY)
      this.channel = new URL(`${address.pathname}/${said['channel']}`, address)
    } catch {
      // No answer, or one that is not from Northing: a page of the network in between.
      return this.end(NOBODY_SAID_WHY)
    }
    if (this.isClosing) return void this.sendAll()
    this.options.events.opened()
    void this.sendAll()
    await this.pollOn()
  }

  private async pollOn(): Promise<void> {
    while (!this.isEnded && !this.isClosing) {
      const isHidden = typeof document === 'object' && document.hidden
      const wait = isHidden ? 0 : LONG_POLL_MS
      const answer = await this.insist((channel) => {
        channel.search = `after=${this.received}&wait=${wait}`
        return this.ask(channel, { method: 'GET' })
      })
      if (!answer || !(await this.receive(answer))) return
      if (isHidden) await this.pause(HIDDEN_PAUSE_MS)
    }
  }

  /** Hands on what is new; false when there is nothing more to come. */
  private async receive(answer: Response): Promise<boolean> {
    let polled
    try {
      polled = readAnswer(new Uint8Array(await answer.arrayBuffer()))
    } catch {
      // The answer broke off on its way. It has not been acknowledged, so the next poll brings it again.
      return true
    }
    for (const [index, message] of polled.frames.entries()) {
      if (this.isEnded) return false
      if (polled.first + index <= this.received) continue
      this.received = polled.first + index
      this.options.events.received(message.slice().buffer)
    }
    if (polled.code !== 0) this.end(polled.code)
    return !this.isEnded
  }

  private async sendAll(): Promise<void> {
    if (this.isSending || !this.channel) return
    this.isSending = true
    while (this.queue.length > 0 && !this.isEnded) {
      const batch = this.nextBatch(MAX_BATCH_BYTES)
      const sent = await this.insist((channel) => this.post(channel, batch, { isLast: false }))
      if (!sent) return
      this.queue.splice(0, batch.length)
      this.firstQueued += batch.length
    }
    this.isSending = false
    if (this.isClosing && !this.isEnded) this.sayGoodbye()
  }

  private sayGoodbye(): void {
    if (this.channel)
      void this.post(new URL(this.channel), [], { isLast: true }).catch(() => undefined)
    this.end(NOBODY_SAID_WHY)
  }

  /** The page is being left, perhaps for good: one request may still go. It repeats what may be on its way already. */
  private readonly leaveInAHurry = (): void => {
    if (this.isEnded || !this.channel) return
    const batch = this.nextBatch(MAX_LAST_BYTES)
    const isAll = batch.length === this.queue.length
    void this.post(new URL(this.channel), isAll ? batch : [], { isLast: true }).catch(
      () => undefined,
    )
    this.end(NOBODY_SAID_WHY)
  }

  private nextBatch(maxBytes: number): Uint8Array[] {
    let bytes = 0
    const end = this.queue.findIndex((message, index) => {
      bytes += message.length
      return index > 0 && bytes > maxBytes
    })
    return end === -1 ? [...this.queue] : this.queue.slice(0, end)
  }

  private post(
    channel: URL,
    batch: readonly Uint8Array[],
    { isLast }: { isLast: boolean },
  ): Promise<Response> {
    channel.search = `from=${this.firstQueued}${isLast ? '&last=1' : ''}`
    const encoder = encoding.createEncoder()
    for (const message of batch) encoding.writeVarUint8Array(encoder, message)
    return this.ask(channel, {
      method: 'POST',
      body: encoding.toUint8Array(encoder),
      headers: { 'Content-Type': 'application/octet-stream' },
      keepalive: isLast,
    })
  }

  /** Asks again while the network fails, and ends the pipe when it goes on failing or the server no longer knows it. */
  private async insist(request: (channel: URL) => Promise<Response>): Promise<Response | null> {
    const start = Date.now()
    for (let wait = FIRST_RETRY_MS; this.channel && !this.isEnded; wait *= 2) {
      const before = Date.now()
      const answer = await request(new URL(this.channel)).catch(() => null)
      if (answer?.ok) return answer
      const isRefused = answer !== null && answer.status < 500
      const tookLong = Date.now() - before > GIVE_UP_MS
      if (isRefused || (Date.now() - start > GIVE_UP_MS && !tookLong)) break
      await this.pause(wait)
    }
    this.end(NOBODY_SAID_WHY)
    return null
  }

  private ask(address: URL, options: RequestInit): Promise<Response> {
    const limit = AbortSignal.timeout(REQUEST_LIMIT_MS)
    const signal = options.keepalive ? limit : AbortSignal.any([limit, this.aborter.signal])
    return this.fetch(address.href, { cache: 'no-store', ...options, signal })
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(resolve, ms)
    })
  }

  private end(code: number): void {
    if (this.isEnded) return
    this.isEnded = true
    this.aborter.abort()
    if (typeof removeEventListener === 'function')
      removeEventListener('pagehide', this.leaveInAHurry)
    this.options.events.closed(code)
  }
}

function readAnswer(body: Uint8Array): { code: number; first: number; frames: Uint8Array[] } {
  const decoder = decoding.createDecoder(body)
  const code = decoding.readVarUint(decoder)
  decoding.readVarString(decoder)
  const first = decoding.readVarUint(decoder)
  const frames: Uint8Array[] = []
  while (decoding.hasContent(decoder)) frames.push(decoding.readVarUint8Array(decoder))
  return { code, first, frames }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
