import type { Actor } from '../../../app/domain/access/actor'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import { parseUrgentReason } from '../../../app/domain/signoff/parse-sign-off'
import { checkLeads, checkPublication } from '../../../app/domain/signoff/publication'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import type { AgreementAdapters } from './agreement-store'
import { listUnownedOf } from './list-unowned'
import { tellMembers } from './tell-members'
import { checkHash, latestFor, takeStep } from './take-step'

export interface PublishInput {
  readonly strategyId: string
  readonly editionHash: string
  /** It cannot wait for somebody who did not submit it. */
  readonly isUrgent?: boolean
  readonly urgentReason?: unknown
}

/** Makes the approved edition public; the one that was public before is superseded and stays on record (SO27–SO28). */
export async function publishEdition(
  adapters: AgreementAdapters,
  actor: Actor | null,
  input: PublishInput,
): Promise<Outcome<{ slug: string }>> {
  const { strategyId } = input
  const outcome = await takeStep(adapters, actor, {
    strategyId,
    right: 'publish',
    step: 'publish',
    work: async ({ tx, actor, at, editions }) => {
      const edition = checkHash(latestFor('publish', editions), input.editionHash)
      if (!edition.ok) return edition
      const { id, number, hash } = edition.value
      const reason = parseUrgentReason(input.urgentReason)
      if (!reason.ok) return reason
      const { personId } = actor
      const isUrgent = input.isUrgent === true
      const allowed = checkPublication(edition.value, { personId, isUrgent, reason: reason.value })
      if (!allowed.ok) return allowed
      const { partnershipId } = tx.facts
      const today = dayOfInstant(at)
      const led = checkLeads(
        await listUnownedOf(tx, { partnershipId, edition: edition.value, today }),
      )
      if (!led.ok) return led
      for (const older of editions.filter((candidate) => candidate.state === 'published')) {
        await tx.moveEdition(older.id, { state: 'superseded', at })
      }
      const urgent = isUrgent ? { reason: reason.value } : {}
      await tx.moveEdition(id, { state: 'published', at, personId, ...urgent })
      // The next draft may have been started already; it stays a draft.
      if (tx.facts.state === 'approved') await tx.setStrategyState('published')
      await tellMembers(tx, { number, became: 'published', personId, at })
      const data = { strategyId, number, hash, isUrgent }
      await tx.audit({
        at,
        actorId: personId,
        action: 'edition.published',
        subject: id,
        data,
      })
      return done({ slug: tx.facts.slug })
    },
  })
  if (outcome.ok) adapters.notices.changed(strategyId, 'state')
  return outcome
}
