import { NOBODY_SAID_WHY, type Pipe, type PipeEvents } from './pipe'

interface SocketPipeOptions {
  readonly address: URL
  readonly events: PipeEvents
}

/** Browsers wait for minutes where a network swallows the request without a word. */
const OPENING_MS = 10_000
/** Some networks let a socket open and then let nothing through. The server speaks first, and at once. */
const FIRST_MESSAGE_MS = 5_000

/** A WebSocket that either delivers something soon or ends. */
export class SocketPipe implements Pipe {
  private readonly socket: WebSocket
  private timer: ReturnType<typeof setTimeout> | undefined
  private isEnded = false

  constructor({ address, events }: SocketPipeOptions) {
    const onlyListens = address.searchParams.get('listen') === '1'
    this.socket = new WebSocket(address)
    this.socket.binaryType = 'arraybuffer'
    const end = (code: number) => {
      if (this.isEnded) return
      this.isEnded = true
      clearTimeout(this.timer)
      events.closed(code)
    }
    const giveUp = () => {
      this.socket.close()
      end(NOBODY_SAID_WHY)
    }
    this.timer = setTimeout(giveUp, OPENING_MS)
    this.socket.addEventListener('open', () => {
      clearTimeout(this.timer)
      if (!onlyListens) this.timer = setTimeout(giveUp, FIRST_MESSAGE_MS)
      if (!this.isEnded) events.opened()
    })
    this.socket.addEventListener('message', ({ data }) => {
      clearTimeout(this.timer)
      if (!this.isEnded && data instanceof ArrayBuffer) events.received(data)
    })
    this.socket.addEventListener('close', ({ code }) => end(code))
  }

  send(message: Uint8Array): void {
    if (this.socket.readyState === WebSocket.OPEN)
      this.socket.send(message as Uint8Array<ArrayBuffer>)
  }

  close(): void {
    this.socket.close()
  }
}
