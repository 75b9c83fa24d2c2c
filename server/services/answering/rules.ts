import type { Actor } from '../../../app/domain/access/actor'
import { has, mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import {
  type AnsweringRules,
  parseAnsweringRules,
} from '../../../app/domain/answering/answering-rules'
import type { Texts } from '../../../app/domain/answering/read-texts'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { AnsweringAdapters } from './answering-store'

export interface RulesView extends AnsweringRules {
  readonly maySet: boolean
}

/** What is asked of leads now; every member reads it. */
export async function readRules(
  { metrics, answering }: AnsweringAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<RulesView>> {
  const partnershipId = await metrics.findPartnershipOf(strategyId)
  if (partnershipId === null) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'read', { partnershipId })
  if (!allowed.ok) return allowed
  const rules = await answering.readRules(partnershipId)
  return done({ ...rules, maySet: has(actor, 'set_answering_rules', { partnershipId }) })
}

/** The rules from now on; those before stay on record (rule AN40). */
export async function setRules(
  adapters: AnsweringAdapters,
  actor: Actor | null,
  { strategyId, texts }: { readonly strategyId: string; readonly texts: Texts },
): Promise<Outcome<void>> {
  const { metrics, answering, now, newId } = adapters
  const partnershipId = await metrics.findPartnershipOf(strategyId)
  if (partnershipId === null) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'set_answering_rules', { partnershipId })
  if (!allowed.ok) return allowed
  const rules = parseAnsweringRules(texts)
  if (!rules.ok) return rules
  const at = now()
  const id = newId()
  const { personId } = allowed.value
  await answering.addRules({
    ...rules.value,
    id,
    partnershipId,
    personId,
    at,
    audit: {
      at,
      actorId: personId,
      action: 'answering.rules_set',
      subject: partnershipId,
      data: { id, rules: rules.value.rules.length },
    },
  })
  return done(undefined)
}
