import type { Logger } from './logger'
import { type ClientClaim, LogUnavailable, type UpdateLog } from './update-log'

const FIRST_RETRY_MS = 50
const LAST_RETRY_MS = 2_000

interface Waiting {
  readonly claims: readonly ClientClaim[]
  resolve(foreign: readonly ClientClaim[]): void
  reject(error: unknown): void
}

/** Claims of all rooms that arrive while the database is asked go together: hundreds return at once after a restart. */
export class ClaimQueue {
  private waiting: Waiting[] = []
  private isRunning = false
  private isStopped = false

  constructor(
    private readonly log: Pick<UpdateLog, 'claimClients'>,
    private readonly logger: Logger,
  ) {}

  /** Answers the claims on ids that are somebody else's. Waits while the database is away. */
  claim(claims: readonly ClientClaim[]): Promise<readonly ClientClaim[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ claims, resolve, reject })
      if (!this.isRunning) void this.run()
    })
  }

  stop(): void {
    this.isStopped = true
  }

  private async run(): Promise<void> {
    this.isRunning = true
    await new Promise((resolve) => setImmediate(resolve))
    while (this.waiting.length > 0) await this.ask(this.waiting.splice(0))
    this.isRunning = false
  }

  private async ask(batch: readonly Waiting[]): Promise<void> {
    try {
      const foreign = await this.retry(batch.flatMap(({ claims }) => claims))
      for (const waiting of batch) waiting.resolve(waiting.claims.filter((own) => foreign.has(own)))
    } catch (error) {
      if (batch.length > 1 && !this.isStopped) {
        // One claim's trouble is not the others'.
        for (const waiting of batch) await this.ask([waiting])
        return
      }
      for (const waiting of batch) waiting.reject(error)
    }
  }

  private async retry(claims: readonly ClientClaim[]): Promise<Set<ClientClaim>> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return new Set(await this.log.claimClients(claims))
      } catch (error) {
        if (!(error instanceof LogUnavailable) || this.isStopped) throw error
        if (attempt === 0) this.logger.warn({ err: error }, 'the database is away; edits wait')
        const ms = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt)
        await new Promise((resolve) => {
          setTimeout(resolve, ms)
        })
      }
    }
  }
}
