import { z } from 'zod'
import { ROLES, ROLE_LABELS } from '../../app/domain/access/actor'
import { appendAudit } from '../persistence/audit'
import type { Database } from '../persistence/database'
import type { Prisma } from '../persistence/generated/client'
import { UsageProblem } from './usage-problem'

// The database tells every running node of each of these as it is committed, so they hold at once.

type Transaction = Prisma.TransactionClient

interface Found {
  readonly id: string
  readonly name: string
}

/** Changes the role in the one partnership of this person, or in all of theirs. */
export async function setRole(
  db: Database,
  [email = '', given = '']: readonly string[],
): Promise<string[]> {
  const role = z.enum(ROLES).safeParse(given)
  if (!role.success)
    throw new UsageProblem(`A role is one of ${ROLES.join(', ')}: set-role jo@example.org viewer`)
  return change(
    db,
    { email, action: 'membership.role_changed', data: { role: role.data } },
    async (tx, person) => {
      const { count } = await tx.membership.updateMany({
        where: { personId: person.id },
        data: { role: role.data },
      })
      if (count === 0)
        throw new UsageProblem(
          `${person.name} is not a member of a partnership. Nothing was changed.`,
        )
      return `${person.name} now has the role “${ROLE_LABELS[role.data]}”.`
    },
  )
}

export async function suspend(db: Database, [email = '']: readonly string[]): Promise<string[]> {
  return change(db, { email, action: 'person.suspended', data: {} }, async (tx, person) => {
    await tx.person.update({ where: { id: person.id }, data: { suspendedAt: new Date() } })
    await endSessions(tx, person)
    return `${person.name} is suspended and signed out everywhere.`
  })
}

export async function unsuspend(db: Database, [email = '']: readonly string[]): Promise<string[]> {
  return change(db, { email, action: 'person.restored', data: {} }, async (tx, person) => {
    await tx.person.update({ where: { id: person.id }, data: { suspendedAt: null } })
    return `${person.name} may sign in again.`
  })
}

export async function signOutPerson(
  db: Database,
  [email = '']: readonly string[],
): Promise<string[]> {
  return change(db, { email, action: 'person.signed_out', data: {} }, async (tx, person) => {
    const ended = await endSessions(tx, person)
    return `${person.name} is signed out everywhere (${ended} ${ended === 1 ? 'session' : 'sessions'}).`
  })
}

interface Change {
  readonly email: string
  readonly action: string
  readonly data: Record<string, string>
}

async function change(
  db: Database,
  { email, action, data }: Change,
  act: (tx: Transaction, person: Found) => Promise<string>,
): Promise<string[]> {
  return db.prisma.$transaction(async (tx) => {
    const person = await tx.person.findUnique({
      where: { email: email.toLowerCase() },
      select: { id: true, name: true },
    })
    if (!person)
      throw new UsageProblem(
        `Nobody has the e-mail address ${email || '(none given)'}. Nothing was changed.`,
      )
    const line = await act(tx, person)
    await appendAudit(tx, { at: new Date(), actorId: null, action, subject: person.id, data })
    return [line]
  })
}

/** Links that were mailed and not used open nothing any more either. */
async function endSessions(tx: Transaction, { id }: Found): Promise<number> {
  await tx.signInLink.deleteMany({ where: { personId: id, usedAt: null } })
  return (await tx.session.deleteMany({ where: { personId: id } })).count
}
