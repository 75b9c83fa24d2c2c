import type { LoggedUpdate } from './update-log'

/** Beyond this what other nodes sent is read from the log instead of being kept. */
const MAX_KEPT_BYTES = 1024 * 1024

/** What other nodes committed to one document and this node has not shown yet. */
export class RemoteNews {
  private readonly ahead = new Map<bigint, Uint8Array>()
  private bytes = 0
  /** The highest sequence that is known to exist. */
  private newest = 0n

  keep(firstSeq: bigint, updates: readonly Uint8Array[]): void {
    let seq = firstSeq
    for (const update of updates) {
      if (this.bytes + update.length > MAX_KEPT_BYTES) break
      if (!this.ahead.has(seq)) this.bytes += update.length
      this.ahead.set(seq, update)
      seq += 1n
    }
    this.know(firstSeq + BigInt(updates.length) - 1n)
  }

  know(seq: bigint): void {
    if (seq > this.newest) this.newest = seq
  }

  /** Everything after `seq` that follows without a gap. */
  takeAfter(seq: bigint): LoggedUpdate[] {
    this.forgetUpTo(seq)
    const taken: LoggedUpdate[] = []
    for (let next = seq + 1n; ; next += 1n) {
      const bytes = this.ahead.get(next)
      if (!bytes) return taken
      taken.push({ seq: next, bytes })
      this.forget(next, bytes)
    }
  }

  /** Exactly what lies between the two, or null when any of it is missing. */
  between(after: bigint, before: bigint): LoggedUpdate[] | null {
    const found: LoggedUpdate[] = []
    for (let seq = after + 1n; seq < before; seq += 1n) {
      const bytes = this.ahead.get(seq)
      if (!bytes) return null
      found.push({ seq, bytes })
    }
    return found
  }

  isAheadOf(seq: bigint): boolean {
    return this.newest > seq
  }

  forgetUpTo(seq: bigint): void {
    for (const [known, bytes] of this.ahead) if (known <= seq) this.forget(known, bytes)
  }

  private forget(seq: bigint, bytes: Uint8Array): void {
    this.ahead.delete(seq)
    this.bytes -= bytes.length
  }
}
