import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Connection } from './connection'
import type { Outgoing } from './outgoing'

/** After a close frame the other side has this long to answer. */
const CLOSING_MS = 3_000

/**
 * Writes ready frames to the stream under the socket: `WebSocket.send` would make each recipient's frame anew.
 * Both write in order to the same stream, because nothing is compressed.
 */
export class WebSocketConnection implements Connection {
  constructor(
    private readonly socket: WebSocket,
    private readonly stream: Duplex,
  ) {}

  get unsentBytes(): number {
    return this.stream.writableLength
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN
  }

  send({ webSocketFrames }: Outgoing, then?: Outgoing): void {
    const [only] = webSocketFrames
    if (webSocketFrames.length === 1 && only && !then) {
      this.stream.write(only)
      return
    }
    this.stream.cork()
    for (const frame of webSocketFrames) this.stream.write(frame)
    if (then) for (const frame of then.webSocketFrames) this.stream.write(frame)
    this.stream.uncork()
  }

  whenDrained(act: () => void): void {
    this.stream.once('drain', act)
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason)
    setTimeout(() => this.socket.terminate(), CLOSING_MS).unref()
  }

  terminate(): void {
    this.socket.terminate()
  }

  ping(): void {
    this.socket.ping()
  }
}
