import { GUEST_PURPOSES, type GuestLink } from '../../app/domain/guests/guest'
import type { AuditRecord } from '../services/audit'
import type { GuestStore, NewGuestLink } from '../services/guests/guest-store'
import { appendAudit } from './audit'
import type { Database } from './database'
import type { Prisma } from './generated/client'
import { canBeStored } from './text'
import { oneOf } from './vocabulary'

export function createGuestStore(db: Database): GuestStore {
  return {
    list: (strategyId) => readLinks(db, { strategyId }),
    async findByHash(tokenHash) {
      const [link] = await readLinks(db, { tokenHash })
      return link ?? null
    },
    invite: (link, audit) => invite(db, link, audit),
    async revoke({ strategyId, linkId, at }, audit) {
      if (!canBeStored(linkId)) return false
      return db.prisma.$transaction(async (tx) => {
        const where = { id: linkId, strategyId, revokedAt: null }
        const { count } = await tx.guestLink.updateMany({ where, data: { revokedAt: at } })
        if (count > 0) await appendAudit(tx, audit)
        return count > 0
      })
    },
    async noteUse(id, lastUsedAt) {
      await db.prisma.guestLink.updateMany({ where: { id }, data: { lastUsedAt } })
    },
  }
}

const WITH_PEOPLE = {
  strategy: { select: { partnershipId: true } },
  person: { select: { name: true } },
  createdBy: { select: { name: true } },
} satisfies Prisma.GuestLinkInclude

async function readLinks(db: Database, where: Prisma.GuestLinkWhereInput): Promise<GuestLink[]> {
  const rows = await db.prisma.guestLink.findMany({
    where,
    include: WITH_PEOPLE,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    linkId: row.id,
    personId: row.personId,
    name: row.person.name,
    organisationName: row.organisation,
    email: row.email,
    strategyId: row.strategyId,
    partnershipId: row.strategy.partnershipId,
    purpose: oneOf(GUEST_PURPOSES, row.purpose),
    bodyId: row.bodyId,
    seesComments: row.seesComments,
    createdAt: row.createdAt.toISOString(),
    createdByName: row.createdBy.name,
    expiresAt: row.expiresAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }))
}

/** The person of a link has an address nobody can have, and so can never sign in. */
async function invite(db: Database, link: NewGuestLink, audit: AuditRecord): Promise<void> {
  const { id, personId, name, organisationName: organisation, at, ...rest } = link
  await db.prisma.$transaction(async (tx) => {
    const email = `${personId}@guest.invalid`
    await tx.person.create({ data: { id: personId, name, email, createdAt: at } })
    await tx.guestLink.create({ data: { id, personId, organisation, createdAt: at, ...rest } })
    await appendAudit(tx, audit)
  })
}
