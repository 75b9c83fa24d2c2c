/** A way to the server that carries whole messages in both directions. */
export interface Pipe {
  send(message: Uint8Array): void
  /** What was given to `send` is still delivered. */
  close(): void
}

export interface PipeEvents {
  opened(): void
  received(message: ArrayBuffer): void
  /** Once, whoever ended it; 1006 when nobody said why. */
  closed(code: number): void
}

export const NOBODY_SAID_WHY = 1006
