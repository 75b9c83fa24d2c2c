import { createHash, randomBytes } from 'node:crypto'
import { Redis } from 'ioredis'
import type { Bus, BusListener, DocumentNews } from '../collaboration/bus'
import {
  decodeDocumentNews,
  decodeNodeNews,
  encodeDocumentNews,
  encodeNodeNews,
} from './bus-messages'

export interface RedisBus extends Bus {
  /** Fails when Redis does not answer. */
  check(): Promise<void>
  /** For whoever else keeps something small there. Its commands fail at once while Redis is away. */
  readonly commands: Redis
  close(): Promise<void>
}

export interface RedisBusParts {
  readonly url: string
  /** What the nodes of this installation share and others do not know: one Redis may serve several. */
  readonly secret: string
  readonly logger: {
    info(fields: object, message: string): void
    warn(fields: object, message: string): void
  }
}

const LONGEST_RETRY_MS = 1_000
const PULSE_MS = 1_000
/** A connection that hangs rather than breaks: a paused Redis, a network that swallows packets. */
const SILENCE_MS = 5_000
/** Handed to Redis and not answered. What would go beyond this is dropped: nothing is lost but time. */
const MAX_UNANSWERED_BYTES = 4 * 1024 * 1024

const OPTIONS = {
  connectTimeout: 3_000,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  keepAlive: 5_000,
  noDelay: true,
  retryStrategy: (tries: number) => Math.min(LONGEST_RETRY_MS, 50 * 2 ** Math.min(tries, 5)),
} as const

/** Nodes of one installation over Redis publish and subscribe: at most once, so every message is a hint. */
export function createRedisBus(parts: RedisBusParts): RedisBus {
  return new PubSubBus(parts)
}

class PubSubBus implements RedisBus {
  readonly commands: Redis
  private readonly subscriber: Redis
  private readonly node = randomBytes(6).toString('base64url')
  private readonly prefix: string
  private readonly nodesChannel: string
  private readonly documents = new Set<string>()
  private readonly pulse: NodeJS.Timeout
  private listener: BusListener | null = null
  private unanswered = 0
  private heardAt = Date.now()
  private isAway = true

  constructor(private readonly parts: RedisBusParts) {
    const installation = createHash('sha256').update(`bus ${parts.secret}`).digest('hex')
    this.prefix = `northing:${installation.slice(0, 16)}:`
    this.nodesChannel = `${this.prefix}nodes`
    this.commands = new Redis(parts.url, { ...OPTIONS, commandTimeout: 2_000 })
    this.subscriber = new Redis(parts.url, { ...OPTIONS, autoResubscribe: false })
    // Being away is told once, below; an 'error' nobody hears would end the program.
    for (const connection of [this.commands, this.subscriber])
      connection.on('error', () => undefined)
    this.subscriber.on('messageBuffer', (channel: Buffer, message: Buffer) =>
      this.receive(channel.toString(), message),
    )
    this.subscriber.on('ready', () => void this.rejoin())
    this.subscriber.on('close', () => this.noticeAway())
    this.pulse = setInterval(() => this.feelPulse(), PULSE_MS)
    this.pulse.unref()
  }

  listen(listener: BusListener): void {
    this.listener = listener
  }

  async join(documentId: string): Promise<void> {
    this.documents.add(documentId)
    // While it is away: joined with all the others when it is back.
    if (this.subscriber.status === 'ready')
      await this.subscriber.subscribe(this.channelOf(documentId))
  }

  leave(documentId: string): void {
    this.documents.delete(documentId)
    if (this.subscriber.status === 'ready')
      this.subscriber.unsubscribe(this.channelOf(documentId)).catch(ignore)
  }

  tell(documentId: string, news: DocumentNews): void {
    this.publish(this.channelOf(documentId), () => encodeDocumentNews(this.node, news))
  }

  tellChanged(...[strategyId, what]: Parameters<Bus['tellChanged']>): void {
    const news = { type: 'changed', strategyId, what } as const
    this.publish(this.nodesChannel, () => encodeNodeNews(this.node, news))
  }

  async check(): Promise<void> {
    await this.commands.ping()
  }

  async close(): Promise<void> {
    clearInterval(this.pulse)
    if (this.commands.status === 'ready')
      await this.commands
        .publish(this.nodesChannel, encodeNodeNews(this.node, { type: 'left' }))
        .catch(ignore)
    this.listener = null
    this.subscriber.disconnect()
    this.commands.disconnect()
  }

  private channelOf(documentId: string): string {
    return `${this.prefix}document:${documentId}`
  }

  private publish(channel: string, encode: () => Buffer): void {
    if (this.commands.status !== 'ready' || this.unanswered > MAX_UNANSWERED_BYTES) return
    const message = encode()
    this.unanswered += message.length
    this.commands
      .publish(channel, message)
      .catch(ignore)
      .finally(() => (this.unanswered -= message.length))
  }

  private receive(channel: string, message: Buffer): void {
    this.heardAt = Date.now()
    try {
      if (channel === this.nodesChannel) this.receiveNodeNews(message)
      else this.receiveDocumentNews(channel, message)
    } catch (error) {
      // A node of another version; the log says what it committed.
      this.parts.logger.warn({ err: error }, 'a message of another node could not be read')
    }
  }

  private receiveNodeNews(message: Buffer): void {
    const { node, news } = decodeNodeNews(message)
    if (node === this.node) return
    if (news.type === 'left') this.listener?.nodeLeft(node)
    else this.listener?.changed(news.strategyId, news.what)
  }

  private receiveDocumentNews(channel: string, message: Buffer): void {
    const { node, news } = decodeDocumentNews(message)
    if (node === this.node) return
    this.listener?.hear(channel.slice(this.channelOf('').length), node, news)
  }

  private async rejoin(): Promise<void> {
    const channels = [...this.documents].map((documentId) => this.channelOf(documentId))
    try {
      await this.subscriber.subscribe(this.nodesChannel, ...channels)
      this.heardAt = Date.now()
      this.noticeBack()
    } catch {
      // It went away again; the next 'ready' joins anew.
    }
  }

  /** A paused Redis keeps its connections and says nothing, and so does a network that lets nothing through. */
  private feelPulse(): void {
    if (this.subscriber.status === 'ready')
      this.subscriber.ping().then(() => this.noticePulse(), ignore)
    const silence = Date.now() - this.heardAt
    if (silence < SILENCE_MS) return
    this.noticeAway()
    this.heardAt = Date.now()
    this.subscriber.disconnect(true)
    this.commands.disconnect(true)
  }

  private noticePulse(): void {
    this.heardAt = Date.now()
  }

  private noticeAway(): void {
    if (this.isAway) return
    this.isAway = true
    this.parts.logger.warn(
      {},
      'Redis is away: other nodes are heard of from the log, every few seconds',
    )
  }

  private noticeBack(): void {
    if (this.isAway) this.parts.logger.info({}, 'Redis answers')
    this.isAway = false
    this.listener?.restored()
  }
}

/** Whoever misses a message finds out from the log. */
function ignore(): void {}
