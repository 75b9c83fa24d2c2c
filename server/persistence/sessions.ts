import type { SessionReader } from '../http/read-actor'
import type { SessionWriter } from '../services/sign-in/sign-in-adapters'
import type { Database } from './database'

export interface SessionStore extends SessionReader, SessionWriter {
  /** Clears what can no longer be used: sessions and links that ended before this moment. */
  deleteEnded(before: Date): Promise<void>
}

/** Sessions and sign-in links, found by the hash of their token. */
export function createSessionStore({ prisma }: Database): SessionStore {
  return {
    async findSession(id) {
      return prisma.session.findUnique({
        where: { id },
        select: { personId: true, lastSeenAt: true, expiresAt: true },
      })
    },

    async touchSession(id, at) {
      // Signing out in another tab may have come first, so the row may be gone.
      await prisma.session.updateMany({ where: { id }, data: { lastSeenAt: at } })
    },

    async createSession(session) {
      await prisma.session.create({ data: { ...session, lastSeenAt: session.createdAt } })
    },

    async deleteSession(id) {
      await prisma.session.deleteMany({ where: { id } })
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
