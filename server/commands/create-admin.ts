import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { appendAudit } from '../persistence/audit'
import type { Database } from '../persistence/database'
import type { Prisma } from '../persistence/generated/client'
import { UsageProblem } from './usage-problem'

const Email = z.email().max(254).toLowerCase()

/** Makes somebody an administrator: a member gets the role, anybody else becomes a member of the only partnership. */
export async function createAdmin(db: Database, words: readonly string[]): Promise<readonly string[]> {
  const [given = '', name, partnershipName] = words
  const email = Email.safeParse(given)
  if (!email.success) throw new UsageProblem(`${given || 'Nothing'} is not an e-mail address: create-admin jo@example.org "Jo Smith"`)
  return db.prisma.$transaction(async (tx) => {
    const partnership = await findPartnership(tx, partnershipName)
    const person = await tx.person.upsert({
      where: { email: email.data },
      update: { suspendedAt: null, ...(name ? { name } : {}) },
      create: { id: randomUUID(), email: email.data, name: name ?? email.data },
    })
    await makeAdministrator(tx, person.id, partnership)
    await appendAudit(tx, {
      at: new Date(),
      actorId: null,
      action: 'administrator.made',
      subject: person.id,
      data: { partnershipId: partnership.id },
    })
    return [`${person.name} <${person.email}> is an administrator of ${partnership.name}, and signs in by e-mailed link.`]
  })
}

type Found = { id: string; name: string }

async function findPartnership(tx: Prisma.TransactionClient, name: string | undefined): Promise<Found> {
  const all = await tx.partnership.findMany({ select: { id: true, name: true } })
  const [only] = name ? all.filter((one) => one.name === name) : all
  if (only && (name || all.length === 1)) return only
  if (all.length > 1) throw new UsageProblem(`Say which partnership: ${all.map((one) => `"${one.name}"`).join(' or ')}`)
  if (!name) throw new UsageProblem('There is no partnership yet. Name it: create-admin EMAIL "Jo Smith" "Name of the partnership"')
  return tx.partnership.create({ data: { id: randomUUID(), name }, select: { id: true, name: true } })
}

async function makeAdministrator(tx: Prisma.TransactionClient, personId: string, partnership: Found): Promise<void> {
  const partnershipId = partnership.id
  const organisation =
    (await tx.organisation.findFirst({ where: { partnershipId }, orderBy: { id: 'asc' } })) ??
    (await tx.organisation.create({
      data: { id: randomUUID(), partnershipId, name: partnership.name, shortName: partnership.name, type: 'other' },
    }))
  const today = new Date(`${new Date().toISOString().slice(0, 10)}T00:00:00Z`)
  await tx.membership.upsert({
    where: { personId_partnershipId: { personId, partnershipId } },
    update: { role: 'administrator', validTo: null },
    create: {
      id: randomUUID(),
      personId,
      partnershipId,
      organisationId: organisation.id,
      role: 'administrator',
      validFrom: today,
    },
  })
}
