import { CommitPace } from './commit-pace'
import type { Logger } from './logger'
import {
  type Appended,
  LogUnavailable,
  type LoggedUpdate,
  type NewUpdate,
  type UpdateLog,
} from './update-log'

/** `bytes` null: nothing to store, but its turn comes only when everything before it is committed. */
export interface QueuedEdit {
  readonly bytes: Uint8Array | null
  readonly personId: string
  readonly isDecision?: boolean
}

/** Why a document took nothing; `failed`: nobody can say. */
export type RefusalReason = 'frozen' | 'suggesting' | 'unknown' | 'failed'

/** A document whose edits are queued. */
export interface CommitTarget<Edit extends QueuedEdit> {
  readonly documentId: string
  /** The last committed sequence this target knows. */
  readonly head: bigint
  /** `missed`: what somebody else appended in between, in order. Edits without bytes take no sequence. */
  committed(edits: readonly Edit[], firstSeq: bigint, missed: readonly LoggedUpdate[]): void
  /** What it knows already of what lies between its head and `seq`; null when that is not all. */
  heardBefore?(seq: bigint): readonly LoggedUpdate[] | null
  /** None of these edits, nor any queued after them, was stored. */
  refused(reason: RefusalReason, edits: readonly Edit[]): void
}

const MAX_GROUP_EDITS = 2048
/** More than one, so that a document need not wait for the commit of another. */
const MAX_COMMITS = 2
const FIRST_RETRY_MS = 50
const LAST_RETRY_MS = 2_000

interface Group<Edit extends QueuedEdit> {
  readonly target: CommitTarget<Edit>
  readonly edits: readonly Edit[]
}

/**
 * Group commit: everything that arrives while a commit is under way forms the next one, so groups grow with the load.
 * A document is in one commit at a time, which keeps its order; several documents may be in several.
 * While storage is away edits wait here in order; nobody sees them and nobody is told that they are saved.
 */
export class CommitQueue<Edit extends QueuedEdit> {
  private readonly waiting = new Map<CommitTarget<Edit>, Edit[]>()
  private readonly busy = new Set<CommitTarget<Edit>>()
  private readonly pace = new CommitPace()
  private readonly idle: (() => void)[] = []
  private commits = 0
  private isDue = false
  private isStopped = false
  private bytes = 0

  constructor(
    private readonly log: Pick<UpdateLog, 'append' | 'readAfter'>,
    private readonly logger: Logger,
  ) {}

  /** How much waits to be committed, in all documents. */
  get waitingBytes(): number {
    return this.bytes
  }

  /** Few people are typing. */
  get isCalm(): boolean {
    return this.pace.isCalm
  }

  add(target: CommitTarget<Edit>, edit: Edit): void {
    this.bytes += edit.bytes?.length ?? 0
    this.pace.count()
    const edits = this.waiting.get(target)
    if (edits) edits.push(edit)
    else this.waiting.set(target, [edit])
    this.schedule()
  }

  /** Waits until everything queued is committed, at most `limitMs`; then gives up what is left. */
  async stop(limitMs: number): Promise<void> {
    const giveUp = setTimeout(() => (this.isStopped = true), limitMs)
    if (this.commits > 0 || this.waiting.size > 0)
      await new Promise<void>((resolve) => this.idle.push(resolve))
    clearTimeout(giveUp)
    this.isStopped = true
  }

  private schedule(): void {
    if (this.isDue || this.commits >= MAX_COMMITS) return
    this.isDue = true
    const start = () => {
      this.isDue = false
      this.start()
    }
    const wait = this.pace.findWait()
    // The messages of one turn of the event loop go together from the first commit on.
    if (wait > 0) setTimeout(start, wait)
    else setImmediate(start)
  }

  private start(): void {
    const groups = this.isStopped ? [] : this.takeGroups()
    if (groups.length === 0) {
      this.tellIdle()
      return
    }
    this.pace.start()
    this.commits += 1
    for (const { target } of groups) this.busy.add(target)
    void this.commit(groups).finally(() => {
      this.commits -= 1
      for (const { target } of groups) this.busy.delete(target)
      if (this.waiting.size > 0) this.schedule()
      this.tellIdle()
    })
    if (this.waiting.size > 0) this.schedule()
  }

  private tellIdle(): void {
    if (this.commits > 0 || (this.waiting.size > 0 && !this.isStopped)) return
    for (const resolve of this.idle.splice(0)) resolve()
  }

  private takeGroups(): Group<Edit>[] {
    const groups: Group<Edit>[] = []
    let room = MAX_GROUP_EDITS
    for (const [target, waiting] of this.waiting) {
      if (room === 0) break
      if (this.busy.has(target)) continue
      const edits = waiting.splice(0, room)
      room -= edits.length
      if (waiting.length === 0) this.waiting.delete(target)
      groups.push({ target, edits })
    }
    return groups
  }

  private async commit(groups: readonly Group<Edit>[]): Promise<void> {
    try {
      const results = await this.append(groups)
      for (const group of groups) await this.settle(group, results.get(group.target.documentId))
    } catch (error) {
      if (this.isStopped) return
      if (groups.length > 1) {
        // One document's trouble is not the others'.
        for (const group of groups) await this.commit([group])
        return
      }
      for (const { target } of groups) {
        this.logger.error(
          { err: error, documentId: target.documentId },
          'edits could not be stored',
        )
      }
      for (const group of groups) this.refuse(group, 'failed')
    }
  }

  private async append(groups: readonly Group<Edit>[]): Promise<ReadonlyMap<string, Appended>> {
    const first = groups.map(({ target, edits }) => ({
      documentId: target.documentId,
      updates: toUpdates(edits),
    }))
    const batch = first.filter(({ updates }) => updates.length > 0)
    if (batch.length === 0) return new Map()
    const heads = new Map(groups.map(({ target }) => [target.documentId, target.head]))
    const again = batch.map((entry) => ({
      ...entry,
      retryAfter: heads.get(entry.documentId) ?? 0n,
    }))
    return this.retry((attempt) => this.log.append(attempt === 0 ? batch : again))
  }

  private async settle(
    { target, edits }: Group<Edit>,
    result: Appended | undefined,
  ): Promise<void> {
    if (result && result.state !== 'committed') {
      this.refuse({ target, edits }, result.state)
      return
    }
    const firstSeq = result?.firstSeq ?? target.head + 1n
    const isNext = firstSeq === target.head + 1n
    const later = isNext
      ? []
      : (target.heardBefore?.(firstSeq) ??
        (await this.retry(() => this.log.readAfter(target.documentId, target.head))))
    this.forget(edits)
    target.committed(
      edits,
      firstSeq,
      later.filter(({ seq }) => seq < firstSeq),
    )
  }

  private refuse({ target, edits }: Group<Edit>, reason: RefusalReason): void {
    const all = [...edits, ...(this.waiting.get(target) ?? [])]
    this.waiting.delete(target)
    this.forget(all)
    target.refused(reason, all)
  }

  private forget(edits: readonly Edit[]): void {
    for (const { bytes } of edits) this.bytes -= bytes?.length ?? 0
  }

  private async retry<T>(act: (attempt: number) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const value = await act(attempt)
        if (attempt > 0) this.logger.info({ attempt }, 'the database answers again')
        return value
      } catch (error) {
        if (!(error instanceof LogUnavailable) || this.isStopped) throw error
        if (attempt === 0) this.logger.warn({ err: error }, 'the database is away; edits wait')
        await sleep(Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt))
      }
    }
  }
}

function toUpdates(edits: readonly QueuedEdit[]): NewUpdate[] {
  return edits.flatMap(({ bytes, personId, isDecision = false }) =>
    bytes ? [{ bytes, personId, isDecision }] : [],
  )
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
