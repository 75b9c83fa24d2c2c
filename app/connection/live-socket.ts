import { NOBODY_SAID_WHY, type Pipe, type PipeEvents } from './pipe'
import { type Fetch, RequestsPipe } from './requests-pipe'
import { SocketPipe } from './socket-pipe'
import { RETRY_SOCKET_MS, type Way, type WayMemory } from './way-memory'

export interface LiveSocketOptions {
  readonly memory: WayMemory
  readonly fetch?: Fetch
  /** Which way this socket goes, once that is known for sure. */
  readonly onWay?: (way: Way) => void
}

type Handler<Event> = ((event: Event) => unknown) | null

/**
 * The part of a WebSocket that pages use, over whichever way gets through: a socket first;
 * after two that never delivered anything, requests; and a socket again as soon as one works.
 */
export class LiveSocket {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSING = 2
  readonly CLOSED = 3

  binaryType = 'arraybuffer'
  readyState: 0 | 1 | 2 | 3 = 0
  onopen: Handler<object> = null
  onmessage: Handler<{ readonly data: ArrayBuffer }> = null
  onclose: Handler<{ readonly code: number; readonly reason: string }> = null
  onerror: Handler<object> = null

  private readonly address: URL
  private readonly pipe: Pipe
  private readonly way: Way
  private hasProof = false
  private retry: ReturnType<typeof setTimeout> | undefined

  constructor(
    address: string | URL,
    private readonly options: LiveSocketOptions,
  ) {
    this.address = new URL(address)
    this.way = options.memory.choose()
    this.pipe = this.openPipe()
  }

  send(data: Uint8Array): void {
    if (this.readyState === 1) this.pipe.send(data)
  }

  close(): void {
    if (this.readyState >= 2) return
    this.readyState = 2
    this.pipe.close()
  }

  private openPipe(): Pipe {
    const { fetch } = this.options
    const events: PipeEvents = {
      opened: () => this.takeOpened(),
      received: (data) => this.takeMessage(data),
      closed: (code) => this.takeClosed(code),
    }
    if (this.way === 'socket') return new SocketPipe({ address: this.address, events })
    const address = new URL(this.address)
    address.protocol = address.protocol.replace('ws', 'http')
    return new RequestsPipe({ address, events, ...(fetch && { fetch }) })
  }

  private takeOpened(): void {
    if (this.readyState !== 0) return
    this.readyState = 1
    // Whoever only listens may not hear a word for hours, so coming in is all the proof there is.
    if (this.onlyListens) this.takeProof()
    this.onopen?.({})
  }

  private takeMessage(data: ArrayBuffer): void {
    if (this.readyState !== 1) return
    this.takeProof()
    this.onmessage?.({ data })
  }

  private takeClosed(code: number): void {
    clearTimeout(this.retry)
    const { memory } = this.options
    const wasWanted = this.readyState < 2
    this.readyState = 3
    if (!this.hasProof && wasWanted && code === NOBODY_SAID_WHY) {
      if (this.way === 'socket') memory.socketFailed()
      else memory.requestsFailed()
      this.onerror?.({})
    }
    this.onclose?.({ code, reason: '' })
  }

  private takeProof(): void {
    if (this.hasProof) return
    this.hasProof = true
    const { memory, onWay } = this.options
    if (this.way === 'socket') {
      memory.socketWorks()
      onWay?.('socket')
    } else if (memory.isBlocked) {
      onWay?.('requests')
      this.retry = setTimeout(() => this.trySocket(), RETRY_SOCKET_MS)
    } else this.trySocket()
  }

  private get onlyListens(): boolean {
    return this.address.searchParams.get('listen') === '1'
  }

  /** Requests get through. Does a socket, now? It may have failed only because everything was away. */
  private trySocket(): void {
    let works = false
    const finish = (isDelivering: boolean) => {
      works ||= isDelivering
      probe.close()
    }
    const probe: Pipe = new SocketPipe({
      address: this.address,
      events: {
        opened: () => this.onlyListens && finish(true),
        received: () => finish(true),
        closed: () => this.takeProbe(works),
      },
    })
  }

  private takeProbe(works: boolean): void {
    const { memory, onWay } = this.options
    if (works) {
      memory.socketWorks()
      // Whoever uses this socket opens another one, and that goes by the better way.
      if (this.readyState === 1) this.pipe.close()
      return
    }
    memory.socketIsBlocked()
    if (this.readyState !== 1) return
    onWay?.('requests')
    this.retry = setTimeout(() => this.trySocket(), RETRY_SOCKET_MS)
  }
}
