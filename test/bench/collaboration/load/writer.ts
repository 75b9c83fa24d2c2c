import * as Y from 'yjs'
import type { Client } from '../clients/client'
import { STEP } from '../clients/frames'

interface PreparedUpdate {
  readonly clock: number
  readonly frame: Uint8Array
}

/** Sends updates that were made beforehand, in order and without leaving one out: a gap would park all later ones. */
export class Writer {
  private queue: PreparedUpdate[] = []
  private next = 0
  private readonly edit: () => void

  /** `begin` prepares the document and answers how to make one more edit. Its own updates are the first in the queue. */
  constructor(
    readonly client: Client,
    readonly own: number,
    begin: (doc: Y.Doc) => () => void,
  ) {
    const doc = new Y.Doc()
    doc.clientID = own
    client.own = own
    let clock = 0
    doc.on('update', (update: Uint8Array) => {
      this.queue.push({ clock, frame: client.framing.sync(STEP.update, update) })
      clock = Y.getState(doc.store, own)
    })
    this.edit = begin(doc)
  }

  get sent(): number {
    return this.next
  }

  prepare(count: number): void {
    this.queue = this.queue.slice(this.next)
    this.next = 0
    while (this.queue.length < count) this.edit()
  }

  /** Answers the clock of what was sent, or null when nothing is left. */
  sendNext(): number | null {
    const update = this.queue[this.next]
    if (!update) return null
    this.next += 1
    this.client.send(update.frame)
    return update.clock
  }
}
