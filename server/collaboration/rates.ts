import { BURST_MESSAGES, BYTES_PER_MESSAGE, MESSAGES_PER_SECOND } from './limits'

/** What one socket may say: a steady rate, and a store for the moment somebody comes back with weeks of work. */
export class Allowance {
  private left = BURST_MESSAGES
  private at: number

  constructor(now: number) {
    this.at = now
  }

  /** False when it says too much. Large messages count as many. */
  take({ messages, bytes }: { messages: number; bytes: number }, now: number): boolean {
    const gained = (Math.max(0, now - this.at) / 1_000) * MESSAGES_PER_SECOND
    this.left = Math.min(BURST_MESSAGES, this.left + gained) - messages - bytes / BYTES_PER_MESSAGE
    this.at = now
    return this.left >= 0
  }
}

/** How many of something each person, or each address, has at a time. */
export class Counts {
  private readonly counts = new Map<string, number>()

  constructor(private readonly limit: number) {}

  /** Null when there are enough; else what gives it back, once. */
  take(key: string): (() => void) | null {
    const count = this.counts.get(key) ?? 0
    if (count >= this.limit) return null
    this.counts.set(key, count + 1)
    let isTaken = true
    return () => {
      if (isTaken) this.giveBack(key)
      isTaken = false
    }
  }

  get size(): number {
    return this.counts.size
  }

  private giveBack(key: string): void {
    const left = (this.counts.get(key) ?? 0) - 1
    if (left > 0) this.counts.set(key, left)
    else this.counts.delete(key)
  }
}
