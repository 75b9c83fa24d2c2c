import type { Change } from '../services/documents'
import type { OwnPresence } from './presence'

/** What one node tells the others about a document. Each is a hint: whoever misses it finds out by itself. */
export type DocumentNews =
  /** Committed in this order, beginning with `firstSeq`. `updates` null: too large to send, to be read from the log. */
  | {
      readonly type: 'committed'
      readonly firstSeq: bigint
      readonly count: number
      readonly updates: readonly Uint8Array[] | null
    }
  /** People whose sockets are at the telling node. */
  | { readonly type: 'presence'; readonly entries: readonly OwnPresence[] }
  /** A node that has just opened the document asks who is there. */
  | { readonly type: 'who-is-here' }

export interface BusListener {
  hear(documentId: string, node: string, news: DocumentNews): void
  changed(strategyId: string, what: Change): void
  /** That node has ended in an orderly way. */
  nodeLeft(node: string): void
  /** Up to this moment anything may have been missed. */
  restored(): void
}

/** What nodes tell each other. Without one there is only this node, and nothing of this costs anything. */
export interface Bus {
  listen(listener: BusListener): void
  /** Hears of this document from the moment this settles. */
  join(documentId: string): Promise<void>
  leave(documentId: string): void
  /** Never waits and never fails: a message that cannot be sent now is lost. */
  tell(documentId: string, news: DocumentNews): void
  tellChanged(strategyId: string, what: Change): void
}
