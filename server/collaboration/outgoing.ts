/** Above this a message is not copied behind its frame header. */
const COPY_BELOW_BYTES = 16 * 1024

/** A message in two pieces, so that a large body need not be copied behind its head. */
export interface Envelope {
  readonly head: Uint8Array
  readonly body: Uint8Array
}

/**
 * Messages on their way out, in order. One object serves every recipient:
 * the frames of a WebSocket are made once, however many sockets they go to.
 */
export class Outgoing {
  private frames: readonly Buffer[] | null = null
  readonly byteLength: number

  constructor(private readonly parts: readonly (Uint8Array | Envelope)[]) {
    this.byteLength = parts.reduce((sum, part) => sum + sizeOf(part), 0)
  }

  get messages(): readonly Uint8Array[] {
    return this.parts.map((part) =>
      part instanceof Uint8Array ? part : Buffer.concat([part.head, part.body]),
    )
  }

  /** Binary WebSocket frames, unmasked as a server sends them. Each message is a frame of its own: y-websocket reads only the first message of a frame. */
  get webSocketFrames(): readonly Buffer[] {
    this.frames ??= joinSmall(this.parts)
    return this.frames
  }
}

function sizeOf(part: Uint8Array | Envelope): number {
  return part instanceof Uint8Array ? part.length : part.head.length + part.body.length
}

function joinSmall(parts: readonly (Uint8Array | Envelope)[]): Buffer[] {
  const pieces: Buffer[] = []
  let small: Uint8Array[] = []
  for (const part of parts) {
    small.push(encodeHeader(sizeOf(part)))
    const body = part instanceof Uint8Array ? part : part.body
    if (!(part instanceof Uint8Array)) small.push(part.head)
    if (body.length < COPY_BELOW_BYTES) small.push(body)
    else {
      pieces.push(Buffer.concat(small), asBuffer(body))
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
