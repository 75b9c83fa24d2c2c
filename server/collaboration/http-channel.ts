import type { Connection } from './connection'
import type { PollAnswer } from './http-frames'
import type { Outgoing } from './outgoing'

/** Frames made at nearly the same time travel in one answer: each answer costs the client a request. */
const MERGE_MS = 5
/** One answer carries at most this much, and always at least one frame. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024
/** From ws: the other side went without a word. */
const GONE = 1006

/** `missing`: frames before these have not come. */
export type TakenFrames = 'taken' | 'missing'

/**
 * One client over HTTP. Frames to it are numbered from 1 and kept until a poll says they came;
 * frames from it are numbered too, so that a repeated request is taken once.
 */
export class HttpChannel implements Connection {
  private readonly outbox: Uint8Array[] = []
  /** The number of the last frame the client has. */
  private acknowledged = 0
  private taken = 0
  private bytes = 0
  private waiting: ((answer: PollAnswer) => void) | null = null
  private timer: NodeJS.Timeout | undefined
  private drained: (() => void) | null = null
  private closed: { readonly code: number; readonly reason: string } | null = null

  constructor(private readonly onFrame: (frame: Uint8Array) => void) {}

  get unsentBytes(): number {
    return this.bytes
  }

  get isOpen(): boolean {
    return this.closed === null
  }

  send({ messages }: Outgoing, then?: Outgoing): void {
    if (this.closed) return
    for (const message of [...messages, ...(then?.messages ?? [])]) {
      this.outbox.push(message)
      this.bytes += message.length
    }
    this.answerSoon()
  }

  whenDrained(act: () => void): void {
    this.drained = act
  }

  close(code: number, reason: string): void {
    this.closed ??= { code, reason }
    this.answer()
  }

  terminate(): void {
    this.closed ??= { code: GONE, reason: '' }
    this.forget()
    this.answer()
  }

  /** An empty answer asks as well as a ping: whoever is there polls again at once. */
  ping(): void {
    this.answer()
  }

  /** What the client has not got, as soon as there is something, or after `patienceMs`. A newer poll replaces an older one. */
  poll(
    after: number,
    { patienceMs, signal }: { patienceMs: number; signal: AbortSignal },
  ): Promise<PollAnswer> {
    this.answer()
    this.acknowledge(after)
    return new Promise((resolve) => {
      this.waiting = resolve
      // Nobody waits for this answer any more: what it would have said is said to the next poll.
      signal.addEventListener('abort', () => {
        if (this.waiting === resolve) this.waiting = null
      })
      if (this.outbox.length > 0 || this.closed) this.answer()
      else this.timer = setTimeout(() => this.answer(), patienceMs)
    })
  }

  /** Frames numbered from `from` on: those that came before are left out. */
  take(from: number, frames: readonly Uint8Array[]): TakenFrames {
    if (from > this.taken + 1) return 'missing'
    for (const frame of frames.slice(this.taken + 1 - from)) {
      this.taken += 1
      if (this.isOpen) this.onFrame(frame)
    }
    return 'taken'
  }

  private acknowledge(number: number): void {
    const count = Math.max(0, Math.min(number - this.acknowledged, this.outbox.length))
    for (const frame of this.outbox.splice(0, count)) this.bytes -= frame.length
    this.acknowledged += count
    if (count === 0) return
    const act = this.drained
    this.drained = null
    act?.()
  }

  private answerSoon(): void {
    if (!this.waiting) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.answer(), MERGE_MS)
  }

  private answer(): void {
    clearTimeout(this.timer)
    const { waiting } = this
    this.waiting = null
    waiting?.({ first: this.acknowledged + 1, ...this.nextFrames() })
  }

  /** The end is told with the last frames, never before them. */
  private nextFrames(): Pick<PollAnswer, 'frames' | 'closed'> {
    let bytes = 0
    const end = this.outbox.findIndex((frame, index) => {
      bytes += frame.length
      return index > 0 && bytes > MAX_ANSWER_BYTES
    })
    if (end === -1) return { frames: [...this.outbox], closed: this.closed }
    return { frames: this.outbox.slice(0, end), closed: null }
  }

  private forget(): void {
    this.outbox.length = 0
    this.bytes = 0
  }
}
