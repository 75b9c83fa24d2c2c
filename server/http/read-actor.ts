import type { Actor } from '../../app/domain/access/actor'
import { type SessionTimes, isSessionAlive } from '../services/sign-in/session-limits'
import { hashToken } from '../services/sign-in/tokens'
import { readSessionToken } from './session-cookie'

/** What reading a session needs of the database. */
export interface SessionReader {
  findSession(id: string): Promise<(SessionTimes & { readonly personId: string }) | null>
  touchSession(id: string, at: Date): Promise<void>
}

export interface ActorReader {
  /** Null when the person is suspended or not a member on that day. */
  readActor(personId: string, at: Date): Promise<Actor | null>
}

export interface ReadActorDeps {
  readonly sessions: SessionReader
  readonly people: ActorReader
  readonly now: () => Date
  /** True when PUBLIC_URL is https: the cookie then has its `__Host-` name. */
  readonly secure: boolean
}

/** Being used is written at most this often: a page is many requests. */
const TOUCH_EVERY_MS = 60_000

/** Who sent this cookie: for pages and for the upgrade of a socket alike. */
export async function readActor(
  cookieHeader: string | undefined,
  deps: ReadActorDeps,
): Promise<Actor | null> {
  const token = readSessionToken(cookieHeader, deps.secure)
  if (!token) return null
  const id = hashToken(token)
  const now = deps.now()
  const session = await deps.sessions.findSession(id)
  if (!session || !isSessionAlive(session, now)) return null
  const isUsedAgain = now.getTime() - session.lastSeenAt.getTime() > TOUCH_EVERY_MS
  const [actor] = await Promise.all([
    deps.people.readActor(session.personId, now),
    isUsedAgain ? deps.sessions.touchSession(id, now) : undefined,
  ])
  return actor
}
