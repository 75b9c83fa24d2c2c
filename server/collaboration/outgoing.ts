/** Above this a message is not copied behind its frame header. */
const COPY_BELOW_BYTES = 16 * 1024

/**
 * Messages on their way out, in order. One object serves every recipient:
 * the frames of a WebSocket are made once, however many sockets they go to.
 */
export class Outgoing {
  private frames: readonly Buffer[] | null = null
  readonly byteLength: number

  constructor(readonly messages: readonly Uint8Array[]) {
    this.byteLength = messages.reduce((sum, message) => sum + message.length, 0)
  }

  /** Binary WebSocket frames, unmasked as a server sends them. Each message is a frame of its own: y-websocket reads only the first message of a frame. */
  get webSocketFrames(): readonly Buffer[] {
    this.frames ??= joinSmall(this.messages)
    return this.frames
  }
}

function joinSmall(messages: readonly Uint8Array[]): Buffer[] {
  const pieces: Buffer[] = []
  let small: Uint8Array[] = []
  for (const message of messages) {
    small.push(encodeHeader(message.length))
    if (message.length < COPY_BELOW_BYTES) small.push(message)
    else {
      pieces.push(Buffer.concat(small), asBuffer(message))
      small = []
    }
  }
  if (small.length > 0) pieces.push(Buffer.concat(small))
  return pieces
}

function encodeHeader(length: number): Buffer {
  const binary = 0x82
  if (length < 126) return Buffer.of(binary, length)
  if (length < 2 ** 16) return Buffer.of(binary, 126, length >> 8, length & 255)
  const header = Buffer.alloc(10)
  header[0] = binary
  header[1] = 127
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
