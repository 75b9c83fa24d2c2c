import type * as Y from 'yjs'

/** Reads live documents for services: exports, editions, comments. */
export interface DocumentReader {
  /**
   * A private copy of the document as committed, and the sequence it stands at.
   * The caller destroys `doc`. Throws when there is no such document.
   */
  read(documentId: string): Promise<DocumentAtSequence>
}

export interface DocumentAtSequence {
  readonly doc: Y.Doc
  readonly seq: bigint
}

export const CHANGES = [
  'threads',
  'suggestions',
  'metrics',
  'state',
  'blocks',
  'editions',
  'versions',
  'decisions',
] as const
export type Change = (typeof CHANGES)[number]

/** Tells the pages that are open. Never fails and never waits: a page that misses it reloads later. */
export interface LiveNotices {
  changed(strategyId: string, what: Change): void
  /** Call after the database says frozen: sockets that may write are closed with 4409. */
  freeze(strategyId: string): void
}

/** An edit the program has worked out for somebody who asked for its outcome. */
export interface EditFor {
  readonly bytes: Uint8Array
  readonly personId: string
  /** It carries out an accepted suggestion, which is taken in suggesting only too. */
  readonly isDecision?: boolean
}

/** `unavailable`: it cannot be stored at the moment, and nothing was. */
export type WriteOutcome = 'committed' | 'nothing' | 'frozen' | 'full' | 'unavailable'

/** Writes into a live document as if that person had: committed first, then seen by everybody who has it open. */
export interface DocumentWriter {
  write(
    document: { readonly strategyId: string; readonly documentId: string },
    edit: EditFor,
  ): Promise<WriteOutcome>
}
