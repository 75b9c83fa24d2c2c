import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Connection } from './connection'

/** After a close frame the other side has this long to answer. */
const CLOSING_MS = 3_000

/**
 * Writes ready frames to the stream under the socket: `WebSocket.send` would make each recipient's frame anew.
 * Both write in order to the same stream, because nothing is compressed.
 */
export function createWebSocketConnection(socket: WebSocket, stream: Duplex): Connection {
  return {
    get unsentBytes() {
      return stream.writableLength
    },
    get isOpen() {
      return socket.readyState === socket.OPEN
    },
    send({ webSocketFrames }, then) {
      const [only] = webSocketFrames
      if (webSocketFrames.length === 1 && only && !then) {
        stream.write(only)
        return
      }
      stream.cork()
      for (const frame of webSocketFrames) stream.write(frame)
      if (then) for (const frame of then.webSocketFrames) stream.write(frame)
      stream.uncork()
    },
    whenDrained: (act) => void stream.once('drain', act),
    close(code, reason) {
      socket.close(code, reason)
      setTimeout(() => socket.terminate(), CLOSING_MS).unref()
    },
    terminate: () => socket.terminate(),
    ping: () => socket.ping(),
  }
}
