import type { Outgoing } from './outgoing'

/**
 * A way to one client: a WebSocket, or HTTP where those are blocked.
 * Whoever opens it also hands every frame that arrives to `receiveFrame`, and tells the room when it has closed.
 */
export interface Connection {
  /** What was accepted and has not been handed to the network yet. */
  readonly unsentBytes: number
  readonly isOpen: boolean
  /** Both in one write. */
  send(outgoing: Outgoing, then?: Outgoing): void
  /** Calls back once, when some of what waits has been taken; whoever asks looks at `unsentBytes` again. */
  whenDrained(act: () => void): void
  /** Says why and ends; what was sent before still arrives. */
  close(code: number, reason: string): void
  /** Ends at once. */
  terminate(): void
  /** Asks whether somebody is still there; the opener sets `member.isAlive` when an answer comes. */
  ping(): void
}
