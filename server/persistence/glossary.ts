import type { GlossaryStore } from '../services/glossary/glossary-services'
import { appendAudit } from './audit'
import type { Database } from './database'
import { findPartnershipOf } from './partnership-of'

export function createGlossaryStore(db: Database): GlossaryStore {
  return {
    findPartnershipOf: (strategyId) => findPartnershipOf(db, strategyId),
    async listTerms(partnershipId) {
      const select = { id: true, term: true, definition: true, insteadOf: true }
      const terms = await db.prisma.glossaryTerm.findMany({ where: { partnershipId }, select })
      return terms.sort((a, b) => a.term.localeCompare(b.term, 'en-GB'))
    },
    async saveTerm({ id, ...term }, audit) {
      const values = { ...term, updatedById: audit.actorId ?? '', updatedAt: audit.at }
      await db.prisma.$transaction(async (tx) => {
        await tx.glossaryTerm.upsert({ where: { id }, create: { id, ...values }, update: values })
        await appendAudit(tx, audit)
      })
    },
    async removeTerm({ id, partnershipId }, audit) {
      await db.prisma.$transaction(async (tx) => {
        const { count } = await tx.glossaryTerm.deleteMany({ where: { id, partnershipId } })
        if (count > 0) await appendAudit(tx, audit)
      })
    },
  }
}
