/** Latencies of edits, each known by its client id and clock. Sender and receiver share one process and one clock. */
export class Recorder {
  delivered = 0
  sentCount = 0
  private readonly sent = new Map<number, Map<number, number>>()
  private samples = new Float64Array(1 << 16)
  private count = 0
  private from = Infinity
  private until = Infinity

  /** Only edits sent within the window count. */
  openWindow(from: number, until: number): void {
    this.count = 0
    this.delivered = 0
    this.sentCount = 0
    this.from = from
    this.until = until
  }

  forgetSent(): void {
    this.sent.clear()
  }

  noteSent(client: number, clock: number, at: number): void {
    const clocks = this.sent.get(client) ?? new Map<number, number>()
    this.sent.set(client, clocks)
    clocks.set(clock, at)
    if (at >= this.from && at < this.until) this.sentCount += 1
  }

  /** `at`: when it was received or applied. */
  noteReceived(client: number, { from, to }: { from: number; to: number }, at: number): void {
    const clocks = this.sent.get(client)
    if (!clocks) return
    for (let clock = from; clock < to; clock += 1) {
      const sentAt = clocks.get(clock)
      if (sentAt === undefined || sentAt < this.from || sentAt >= this.until) continue
      this.add(at - sentAt)
    }
  }

  stats(): {
    n: number
    p50: number | null
    p95: number | null
    p99: number | null
    max: number | null
  } {
    const sorted = this.samples.slice(0, this.count).sort()
    const at = (share: number) => {
      const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
      return value === undefined ? null : Number(value.toFixed(3))
    }
    return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
  }

  private add(latency: number): void {
    if (this.count === this.samples.length) {
      const larger = new Float64Array(this.samples.length * 2)
      larger.set(this.samples)
      this.samples = larger
    }
    this.samples[this.count] = latency
    this.count += 1
    this.delivered += 1
  }
}
