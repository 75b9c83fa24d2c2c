import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { type FormFields, parseRound, type RoundPlan } from '../../../app/domain/rounds/parse-round'
import { mayStep } from '../../../app/domain/rounds/run-round'
import { findStrategyOf } from './find-round'
import { recordStep } from './record-step'
import type { RoundAdapters, RoundKey } from './round-store'

/** Writes down what is to be asked; nobody is told yet (SPEC.md RR1–RR4). */
export async function createRound(
  adapters: RoundAdapters,
  actor: Actor | null,
  { strategyId, form }: { readonly strategyId: string; readonly form: FormFields },
): Promise<Outcome<{ roundId: string }>> {
  const found = await findStrategyOf(adapters.rounds, actor, { strategyId, right: 'run_round' })
  if (!found.ok) return found
  const plan = await readPlan(adapters, strategyId, form)
  if (!plan.ok) return plan
  const id = adapters.newId()
  const step = { adapters, actor: found.value.actor, strategyId, roundId: id }
  const { event, audit } = recordStep(step, { action: 'create', audited: 'created' })
  await adapters.rounds.create(
    { ...plan.value, id, strategyId, ownerId: found.value.actor.personId, event },
    audit,
  )
  return done({ roundId: id })
}

export async function changeRound(
  adapters: RoundAdapters,
  actor: Actor | null,
  { strategyId, roundId, form }: RoundKey & { readonly form: FormFields },
): Promise<Outcome<{ roundId: string }>> {
  const found = await findStrategyOf(adapters.rounds, actor, { strategyId, right: 'run_round' })
  if (!found.ok) return found
  const plan = await readPlan(adapters, strategyId, form)
  if (!plan.ok) return plan
  const step = { adapters, actor: found.value.actor, strategyId, roundId }
  const written = await adapters.rounds.change({ strategyId, roundId }, async (held) => {
    const may = mayStep('change', held)
    if (!may.ok) return may
    const recorded = recordStep(step, { action: 'change', audited: 'changed' })
    return done({ ...recorded, plan: plan.value, tellings: [] })
  })
  if (!written) return refuse('not_found', NOT_FOUND)
  return written.ok ? done({ roundId }) : written
}

async function readPlan(
  { rounds }: RoundAdapters,
  strategyId: string,
  form: FormFields,
): Promise<Outcome<RoundPlan>> {
  const plan = parseRound(form)
  if (!plan.ok || plan.value.edition === null) return plan
  const editions = await rounds.listEditions(strategyId)
  if (editions.some(({ number }) => number === plan.value.edition)) return plan
  const message = 'Choose one of the editions shown, or the draft.'
  return refuse('invalid', `${message} The round was not saved; what you typed is still here.`, {
    text: message,
  })
}
