import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** What one poll answers: the frames from `first` on, and how the channel ended if it did. */
export interface PollAnswer {
  readonly first: number
  readonly frames: readonly Uint8Array[]
  readonly closed: { readonly code: number; readonly reason: string } | null
}

export function encodeAnswer({ first, frames, closed }: PollAnswer): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, closed?.code ?? 0)
  encoding.writeVarString(encoder, closed?.reason ?? '')
  encoding.writeVarUint(encoder, first)
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame)
  return encoding.toUint8Array(encoder)
}

/** The frames of one POST, each behind its length; null when they cannot be told apart. */
export function readFrames(body: Uint8Array): Uint8Array[] | null {
  try {
    const decoder = decoding.createDecoder(body)
    const frames: Uint8Array[] = []
    while (decoding.hasContent(decoder)) frames.push(decoding.readVarUint8Array(decoder))
    return frames
  } catch {
    // lib0 tells a truncated value by throwing.
    return null
  }
}
