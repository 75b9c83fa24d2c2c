/** Above this a message is not copied behind its frame header. */
const COPY_BELOW_BYTES = 16 * 1024

/** An update in its message, so that a large one need not be copied behind its head. */
export interface Envelope {
  readonly head: Uint8Array
  readonly body: Uint8Array
}

type Part = Uint8Array | Envelope

/**
 * Messages on their way out, in order. One object serves every recipient:
 * the frames of a WebSocket are made once, however many sockets they go to.
 */
export class Outgoing {
  private frames: readonly Buffer[] | null = null
  readonly byteLength: number

  constructor(private readonly parts: readonly Part[]) {
    let bytes = 0
    for (const part of parts) bytes += sizeOf(part)
    this.byteLength = bytes
  }

  get messages(): readonly Uint8Array[] {
    return this.parts.map((part) =>
      part instanceof Uint8Array ? part : Buffer.concat([part.head, part.body]),
    )
  }

  /** Binary WebSocket frames, unmasked as a server sends them. Each message is a frame of its own: y-websocket reads only the first message of a frame. */
  get webSocketFrames(): readonly Buffer[] {
    this.frames ??=
      this.byteLength < COPY_BELOW_BYTES
        ? [joinSmall(this.parts, this.byteLength)]
        : joinLarge(this.parts)
    return this.frames
  }
}

function sizeOf(part: Part): number {
  return part instanceof Uint8Array ? part.length : part.head.length + part.body.length
}

/** All frames in one piece of memory. */
function joinSmall(parts: readonly Part[], byteLength: number): Buffer {
  const frames = Buffer.allocUnsafe(byteLength + parts.length * LONGEST_HEADER)
  let at = 0
  for (const part of parts) {
    at = writeHeader(frames, at, sizeOf(part))
    if (part instanceof Uint8Array) frames.set(part, at)
    else {
      frames.set(part.head, at)
      frames.set(part.body, at + part.head.length)
    }
    at += sizeOf(part)
  }
  return frames.subarray(0, at)
}

function joinLarge(parts: readonly Part[]): Buffer[] {
  const pieces: Buffer[] = []
  let small: Part[] = []
  let smallBytes = 0
  for (const part of parts) {
    const size = sizeOf(part)
    if (smallBytes + size < COPY_BELOW_BYTES) {
      small.push(part)
      smallBytes += size
      continue
    }
    if (small.length > 0) pieces.push(joinSmall(small, smallBytes))
    small = []
    smallBytes = 0
    pieces.push(...frameAlone(part, size))
  }
  if (small.length > 0) pieces.push(joinSmall(small, smallBytes))
  return pieces
}

function frameAlone(part: Part, size: number): Buffer[] {
  const header = Buffer.allocUnsafe(LONGEST_HEADER)
  const front = header.subarray(0, writeHeader(header, 0, size))
  if (part instanceof Uint8Array) return [front, asBuffer(part)]
  return [Buffer.concat([front, part.head]), asBuffer(part.body)]
}

const LONGEST_HEADER = 10
const BINARY = 0x82

/** Answers where the message begins. */
function writeHeader(target: Buffer, at: number, length: number): number {
  target[at] = BINARY
  if (length < 126) {
    target[at + 1] = length
    return at + 2
  }
  if (length < 2 ** 16) {
    target[at + 1] = 126
    return target.writeUInt16BE(length, at + 2)
  }
  target[at + 1] = 127
  return target.writeBigUInt64BE(BigInt(length), at + 2)
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
