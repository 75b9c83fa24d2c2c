import type { Owned, Term } from '../../app/domain/answering/answer-for'
import { toDate } from '../../app/domain/dates/parse-date'
import type { Prisma } from './generated/client'

/** Who leads on these metrics, and everybody who is or was a member: whether somebody answers for each. */
export async function listAnsweredFor(
  client: Prisma.TransactionClient,
  partnershipId: string,
  metricIds: readonly string[],
): Promise<{ owned: Owned[]; terms: Term[] }> {
  const [metrics, memberships] = await Promise.all([
    client.metric.findMany({
      where: { partnershipId, id: { in: [...metricIds] } },
      select: { id: true, plainTitle: true, leadId: true, deputyId: true },
      orderBy: { code: 'asc' },
    }),
    client.membership.findMany({
      where: { partnershipId },
      select: { person: { select: { id: true, name: true } }, validFrom: true, validTo: true },
    }),
  ])
  return {
    owned: metrics.map(({ plainTitle, ...metric }) => ({ ...metric, title: plainTitle })),
    terms: memberships.map(({ person, validFrom, validTo }) => ({
      person,
      from: toDate(validFrom),
      to: validTo && toDate(validTo),
    })),
  }
}
