import * as decoding from 'lib0/decoding'
import { LiveSocket } from '../../../connection/live-socket'
import { type Way, pageWayMemory } from '../../../connection/way-memory'

const SYNC = 0
const STEP_1 = 0
const STEP_2 = 1

/** What a frame says about the document: the server counts these, so this page does too. */
export function readDocumentMessage(frame: Uint8Array): { isAnswer: boolean } | null {
  const decoder = decoding.createDecoder(frame)
  if (decoding.readVarUint(decoder) !== SYNC) return null
  const step = decoding.readVarUint(decoder)
  return step === STEP_1 ? null : { isAnswer: step === STEP_2 }
}

export interface CountingSocketEvents {
  readonly onSent: (isAnswer: boolean) => void
  /** Which way messages travel, once that is known for sure. */
  readonly onWay: (way: Way) => void
}

/** What y-websocket takes for a WebSocket: it goes whichever way gets through, and tells of every document message it sends. */
export function createCountingSocket({ onSent, onWay }: CountingSocketEvents): typeof WebSocket {
  class CountingSocket extends LiveSocket {
    constructor(address: string | URL) {
      super(address, { memory: pageWayMemory(), onWay })
    }
    override send(data: Uint8Array): void {
      super.send(data)
      const message = readDocumentMessage(data)
      if (message) onSent(message.isAnswer)
    }
  }
  return CountingSocket as unknown as typeof WebSocket
}
