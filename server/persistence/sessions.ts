import type { SessionReader } from '../http/read-actor'
import type { SessionWriter } from '../services/sign-in/sign-in-adapters'
import { askTogether } from './ask-together'
import type { Database } from './database'

export interface SessionStore extends SessionReader, SessionWriter {
  /** Clears what can no longer be used: sessions and links that ended before this moment. */
  deleteEnded(before: Date): Promise<void>
}

interface Seen {
  readonly id: string
  readonly at: Date
}

interface SessionRow {
  readonly id: string
  readonly person_id: string
  readonly last_seen_at: Date
  readonly expires_at: Date
}

function toSession({ person_id, last_seen_at, expires_at }: SessionRow) {
  return { personId: person_id, lastSeenAt: last_seen_at, expiresAt: expires_at }
}

/** Sessions and sign-in links, found by the hash of their token. */
export function createSessionStore({ prisma, pool }: Database): SessionStore {
  const findSession = askTogether(async (ids: readonly string[]) => {
    const { rows } = await pool.query<SessionRow>(
      'SELECT id, person_id, last_seen_at, expires_at FROM session WHERE id = ANY($1)',
      [ids],
    )
    return new Map(rows.map((row) => [row.id, toSession(row)]))
  })
  // Signing out in another tab may have come first, so a row may be gone.
  const touch = askTogether(async (seen: readonly Seen[]) => {
    const [ids, times] = [seen.map(({ id }) => id), seen.map(({ at }) => at)]
    await pool.query(
      `UPDATE session SET last_seen_at = seen.at
       FROM unnest($1::text[], $2::timestamptz[]) AS seen(id, at) WHERE session.id = seen.id`,
      [ids, times],
    )
    return new Map<Seen, never>()
  })
  return {
    findSession,
    touchSession: async (id, at) => void (await touch({ id, at })),

    async createSession(session) {
      await prisma.session.create({ data: { ...session, lastSeenAt: session.createdAt } })
    },

    async deleteSession(id) {
      await prisma.session.deleteMany({ where: { id } })
    },

    async deleteOtherSessions(personId, keptId) {
      const where = { personId, ...(keptId ? { id: { not: keptId } } : {}) }
      const [ended] = await prisma.$transaction([
        prisma.session.deleteMany({ where }),
        prisma.signInLink.deleteMany({ where: { personId, usedAt: null } }),
      ])
      return ended.count
    },

    async createLink(link) {
      await prisma.signInLink.create({ data: link })
    },

    async consumeLink(id, at) {
      // One statement decides: of two requests at the same moment only one changes the row.
      const used = await prisma.signInLink.updateManyAndReturn({
        where: { id, usedAt: null, expiresAt: { gt: at }, person: { suspendedAt: null } },
        data: { usedAt: at },
        select: { personId: true },
      })
      return used[0]?.personId ?? null
    },

    async deleteEnded(before) {
      await prisma.session.deleteMany({ where: { expiresAt: { lt: before } } })
      await prisma.signInLink.deleteMany({ where: { expiresAt: { lt: before } } })
    },
  }
}
