const HOUR_MS = 60 * 60 * 1000

/** A session ends this long after it was last used. */
export const SESSION_IDLE_MS = 12 * HOUR_MS

/** A session ends this long after signing in, however much it is used. */
export const SESSION_ABSOLUTE_MS = 7 * 24 * HOUR_MS

/** A sign-in link works once, this long. */
export const LINK_LIFE_MS = HOUR_MS / 4

export interface SessionTimes {
  readonly lastSeenAt: Date
  readonly expiresAt: Date
}

export function isSessionAlive(session: SessionTimes, now: Date): boolean {
  const idle = now.getTime() - session.lastSeenAt.getTime()
  return idle < SESSION_IDLE_MS && now < session.expiresAt
}
