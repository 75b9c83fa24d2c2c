import { createHash, randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { RawData } from 'ws'
import type { AdmissionAnswer } from './admission'
import { CLOSE } from './close-codes'
import type { Connection } from './connection'
import { HttpChannel } from './http-channel'
import { encodeAnswer, readFrames } from './http-frames'
import { MAX_FRAME_BYTES } from './limits'
import type { Logger } from './logger'
import type { Admission } from './member'
import { answerBytes, answerJson, readBody } from './http-messages'

/** What a client is in its room, whichever way it came. */
export interface Seat {
  /** Null: a text frame, which the protocol does not know. */
  receive(frame: RawData | null): void
  /** It has been heard of. */
  touch(): void
  close(code: number, reason: string): void
  leave(): void
}

export interface HttpChannelAdapters {
  readonly admit: (request: Pick<IncomingMessage, 'url' | 'headers'>) => Promise<AdmissionAnswer>
  /** What all requests of one signed-in browser have in common. */
  readonly readSession: (request: { readonly headers: IncomingHttpHeaders }) => string | null
  readonly isOwnOrigin: (request: { readonly headers: IncomingHttpHeaders }) => boolean
  readonly takeSeat: (connection: Connection, admission: Admission) => Seat
  readonly logger: Logger
  /** After so long without a request a client has gone. */
  readonly silenceMs?: number
}

interface OpenChannel {
  readonly channel: HttpChannel
  readonly seat: Seat
  readonly session: string
  readonly strategyId: string
  readonly leave: NodeJS.Timeout
}

interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly strategyId: string
  readonly query: URLSearchParams
}

const PATH = /^\/collaboration\/([\w-]{1,100})\/channel(?:\/([\w-]{1,100}))?$/
/** Long enough to be cheap, short enough for proxies that give up after half a minute. */
const MAX_POLL_MS = 20_000
const SILENCE_MS = 35_000
/** Every tab of a browser has one, and a page left in a hurry leaves one behind for a while. */
const MAX_PER_SESSION = 30
/** Frames of one POST and their lengths. */
const MAX_BODY_BYTES = MAX_FRAME_BYTES + 64 * 1024

const REFUSED = { 401: CLOSE.notSignedIn, 403: CLOSE.mayNot, 404: CLOSE.notFound } as const

/** The messages of a socket over plain requests, for networks that block sockets. SPEC.md CO130–CO138. */
export class HttpChannels {
  private readonly channels = new Map<string, OpenChannel>()

  constructor(private readonly adapters: HttpChannelAdapters) {}

  /** False: this request is not for a channel. */
  readonly handleRequest = (request: IncomingMessage, response: ServerResponse): boolean => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2)
    const [, strategyId, id] = PATH.exec(path) ?? []
    if (!strategyId) return false
    const asked = { request, response, strategyId, query: new URLSearchParams(query) }
    this.handle(asked, id).catch((error: unknown) => {
      if (!request.complete) return response.destroy()
      this.adapters.logger.error({ err: error }, 'a request of a channel failed')
      return answerJson(response, 503, {})
    })
    return true
  }

  private async handle(asked: Asked, id: string | undefined): Promise<void> {
    const { request, response } = asked
    if (id === undefined && request.method === 'POST') return this.open(asked)
    if (id === undefined) return answerJson(response, 405, {})
    if (!this.adapters.isOwnOrigin(request)) return answerJson(response, 403, {})
    const found = this.find(id, asked)
    if (!found) return answerJson(response, 404, {})
    if (request.method === 'GET') return this.poll(found, asked)
    if (request.method === 'POST') return this.take(found, id, asked)
    return answerJson(response, 405, {})
  }

  private async open({ request, response, strategyId, query }: Asked): Promise<void> {
    const url = `/collaboration/${strategyId}?${query.toString()}`
    const answer = await this.adapters.admit({ url, headers: request.headers })
    if (answer.state === 'refused')
      return answerJson(response, answer.status, { closed: REFUSED[answer.status] })
    if (answer.state === 'turned away') return answerJson(response, 200, { closed: answer.code })
    const session = hash(this.adapters.readSession(request) ?? '')
    const others = [...this.channels.values()].filter((one) => one.session === session)
    if (others.length >= MAX_PER_SESSION)
      return answerJson(response, 429, { closed: CLOSE.tooFast })
    return answerJson(response, 200, { channel: this.create(session, answer.admission) })
  }

  private create(session: string, admission: Admission): string {
    const id = randomBytes(32).toString('base64url')
    const channel = new HttpChannel((frame) => seat.receive(frame as Buffer))
    const seat = this.adapters.takeSeat(channel, admission)
    const leave = setTimeout(() => this.end(id), this.adapters.silenceMs ?? SILENCE_MS)
    leave.unref()
    this.channels.set(id, { channel, seat, session, strategyId: admission.strategyId, leave })
    return id
  }

  private end(id: string): void {
    const found = this.channels.get(id)
    if (!found) return
    this.channels.delete(id)
    clearTimeout(found.leave)
    found.channel.terminate()
    found.seat.leave()
  }

  /** Somebody else's channel is as unknown as one that never was. */
  private find(id: string, { request, strategyId }: Asked): OpenChannel | null {
    const found = this.channels.get(id)
    const session = this.adapters.readSession(request)
    if (!found || session === null || found.session !== hash(session)) return null
    if (found.strategyId !== strategyId) return null
    found.leave.refresh()
    found.seat.touch()
    return found
  }

  private async poll({ channel, seat, leave }: OpenChannel, asked: Asked): Promise<void> {
    const { response, query } = asked
    const after = Number(query.get('after') ?? 0) || 0
    const wished = Number(query.get('wait') ?? MAX_POLL_MS) || 0
    const patienceMs = Math.min(MAX_POLL_MS, Math.max(0, wished))
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const answer = await channel.poll(after, { patienceMs, signal: gone.signal })
    leave.refresh()
    answerBytes(response, encodeAnswer(answer))
    // The channel itself stays for a while, in case this answer is lost.
    if (answer.closed) seat.leave()
  }

  private async take({ channel, seat }: OpenChannel, id: string, asked: Asked): Promise<void> {
    const { request, response, query } = asked
    const body = await readBody(request, MAX_BODY_BYTES)
    if (body === null) {
      seat.close(CLOSE.tooLarge, 'too much at once')
      return answerJson(response, 413, { closed: CLOSE.tooLarge })
    }
    const frames = readFrames(body)
    const from = Number(query.get('from'))
    const isSound = frames !== null && Number.isSafeInteger(from) && from > 0
    const outcome = isSound ? channel.take(from, frames) : 'missing'
    if (outcome === 'missing') seat.close(CLOSE.malformed, 'the messages cannot be read')
    // A page that is being left has one request to send what it still has and to say so.
    if (query.get('last') === '1') this.end(id)
    return answerJson(response, 200, {})
  }
}

function hash(session: string): string {
  return createHash('sha256').update(session).digest('base64url')
}
