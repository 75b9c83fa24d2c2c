import type { Connection } from './connection'
import type { UpdateLog } from './update-log'

/** What operators want to know, counted as it happens. Times are in seconds. */
export class Tally {
  receivedBytes = 0
  sentBytes = 0
  committedEdits = 0
  /** Closed by the server, by close code. */
  readonly closes = new Map<number, number>()
  /** Not let in, by HTTP status. */
  readonly refusals = new Map<number, number>()

  constructor(private readonly watch: TimeWatch = {}) {}

  closed(code: number): void {
    this.closes.set(code, (this.closes.get(code) ?? 0) + 1)
  }

  refused(status: number): void {
    this.refusals.set(status, (this.refusals.get(status) ?? 0) + 1)
  }

  committed(seconds: number, edits: number): void {
    this.committedEdits += edits
    this.watch.commit?.(seconds)
  }

  /** From the arrival of an edit to the moment it was handed to everybody's socket. */
  shown(seconds: number): void {
    this.watch.show?.(seconds)
  }
}

export interface TimeWatch {
  readonly commit?: (seconds: number) => void
  readonly show?: (seconds: number) => void
}

export function countConnection(connection: Connection, tally: Tally): Connection {
  return {
    get unsentBytes() {
      return connection.unsentBytes
    },
    get isOpen() {
      return connection.isOpen
    },
    send(outgoing, then) {
      tally.sentBytes += outgoing.byteLength + (then?.byteLength ?? 0)
      connection.send(outgoing, then)
    },
    whenDrained: (act) => connection.whenDrained(act),
    close(code, reason) {
      tally.closed(code)
      connection.close(code, reason)
    },
    terminate: () => connection.terminate(),
    ping: () => connection.ping(),
  }
}

type Committing = Pick<UpdateLog, 'append' | 'readAfter'>

export function timeCommits(log: Committing, tally: Tally): Committing {
  return {
    readAfter: (documentId, seq) => log.readAfter(documentId, seq),
    async append(batch) {
      const start = performance.now()
      const answers = await log.append(batch)
      const edits = batch.reduce((sum, { updates }) => sum + updates.length, 0)
      tally.committed((performance.now() - start) / 1000, edits)
      return answers
    },
  }
}
