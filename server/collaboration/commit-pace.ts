/** Below this many edits a second each is committed at once. */
const CALM_PER_SECOND = 400
/** A commit costs about as much as handling thirty edits, so the more there are, the longer it is worth to gather them. */
const SHORTEST_WAIT_MS = 4
const LONGEST_WAIT_MS = 20
const EDITS_A_SECOND_PER_MS = 100
const WINDOW_MS = 100

/**
 * How long to gather before a commit. A few people typing wait for nothing; a full house waits some milliseconds,
 * which saves most of what commits cost.
 */
export class CommitPace {
  private counted = 0
  private perSecond = 0
  private windowStart = 0
  private lastStart = 0

  constructor(private readonly now: () => number = () => performance.now()) {}

  count(): void {
    this.counted += 1
  }

  start(): void {
    this.lastStart = this.now()
  }

  get isCalm(): boolean {
    return this.perSecond < CALM_PER_SECOND
  }

  /** Milliseconds to wait before the next commit may start. */
  findWait(): number {
    const now = this.now()
    this.measure(now)
    if (this.isCalm) return 0
    const worth = this.perSecond / EDITS_A_SECOND_PER_MS
    const spacing = Math.max(SHORTEST_WAIT_MS, Math.min(LONGEST_WAIT_MS, worth))
    return Math.max(0, Math.round(this.lastStart + spacing - now))
  }

  private measure(now: number): void {
    const passed = now - this.windowStart
    if (passed < WINDOW_MS) return
    this.perSecond = (this.counted * 1000) / passed
    this.counted = 0
    this.windowStart = now
  }
}
