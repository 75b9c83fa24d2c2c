import type { Connection } from './connection'
import type { Outgoing } from './outgoing'
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

/** A connection whose traffic is counted. */
export class CountedConnection implements Connection {
  constructor(
    private readonly connection: Connection,
    private readonly tally: Tally,
  ) {}

  get unsentBytes(): number {
    return this.connection.unsentBytes
  }

  get isOpen(): boolean {
    return this.connection.isOpen
  }

  send(outgoing: Outgoing, then?: Outgoing): void {
    this.tally.sentBytes += outgoing.byteLength + (then?.byteLength ?? 0)
    this.connection.send(outgoing, then)
  }

  whenDrained(act: () => void): void {
    this.connection.whenDrained(act)
  }

  close(code: number, reason: string): void {
    this.tally.closed(code)
    this.connection.close(code, reason)
  }

  terminate(): void {
    this.connection.terminate()
  }

  ping(): void {
    this.connection.ping()
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
