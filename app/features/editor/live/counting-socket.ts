import * as decoding from 'lib0/decoding'

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

/** A WebSocket that tells of every document message it sends. */
export function createCountingSocket(onSent: (isAnswer: boolean) => void): typeof WebSocket {
  return class CountingSocket extends WebSocket {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      super.send(data)
      const message = data instanceof Uint8Array ? readDocumentMessage(data) : null
      if (message) onSent(message.isAnswer)
    }
  }
}
