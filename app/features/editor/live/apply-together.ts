import * as decoding from 'lib0/decoding'
import type { WebsocketProvider } from 'y-websocket'
import { messageYjsSyncStep1, messageYjsSyncStep2 } from 'y-protocols/sync'
import * as Y from 'yjs'

const SYNC_MESSAGE = 0

/**
 * A large text arrives in many parts. They are put into the document together, when the last one is here or the
 * connection breaks off: whoever watches the document is told once, and nobody sees half a text.
 */
export function applyTogether(provider: WebsocketProvider): void {
  const stock = provider.messageHandlers[SYNC_MESSAGE]
  if (!stock) throw new Error('y-websocket no longer keeps its handlers by number')
  const waiting: Uint8Array[] = []

  function applyWaiting(): void {
    const updates = waiting.splice(0)
    if (updates.length === 0) return
    attempt(() =>
      provider.doc.transact(() => {
        for (const update of updates) attempt(() => Y.applyUpdate(provider.doc, update, provider))
      }, provider),
    )
  }

  provider.messageHandlers[SYNC_MESSAGE] = (...args) => {
    const [, decoder] = args
    const type = decoding.peekVarUint(decoder)
    if (provider.synced || type === messageYjsSyncStep1) return stock(...args)
    if (type === messageYjsSyncStep2) {
      applyWaiting()
      return stock(...args)
    }
    decoding.readVarUint(decoder)
    waiting.push(decoding.readVarUint8Array(decoder))
    return undefined
  }
  provider.on('connection-close', applyWaiting)
}

/** As y-protocols does: what one update or one listener breaks must not stop the others, or the connection. */
function attempt(act: () => void): void {
  try {
    act()
  } catch (error) {
    console.error('Caught error while handling a Yjs update', error)
  }
}
