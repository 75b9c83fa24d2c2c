import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND, type Right } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { AgreementState, EditionSummary } from '../../../app/domain/signoff/agreement'
import type { StrategyFacts } from '../../../app/domain/signoff/edition-content'
import { awaitsSecondApproval } from '../../../app/domain/signoff/publication'
import { mayTakeStep, type Step } from '../../../app/domain/signoff/steps'
import type { AgreementAdapters, AgreementReader, AgreementTransaction } from './agreement-store'

export interface StepRequest {
  readonly strategyId: string
  readonly right: Right
  readonly step: Step
}

export interface StepSituation {
  readonly tx: AgreementTransaction
  readonly actor: Actor
  readonly at: Date
  /** Newest first. */
  readonly editions: readonly EditionSummary[]
}

/** The strategy, if this person may do this to something of its partnership. */
export async function findAgreed(
  reader: AgreementReader,
  actor: Actor | null,
  asked: { strategyId: string; right: Right },
): Promise<Outcome<{ actor: Actor; facts: StrategyFacts }>> {
  const facts = await reader.findStrategy(asked.strategyId)
  if (!facts) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, asked.right, facts)
  return allowed.ok ? done({ actor: allowed.value, facts }) : allowed
}

/** Asks whether the person may, then, holding the strategy, whether it is the time for it; then does the work. */
export async function takeStep<T>(
  adapters: Pick<AgreementAdapters, 'agreement' | 'now'>,
  actor: Actor | null,
  request: StepRequest & { work: (situation: StepSituation) => Promise<Outcome<T>> },
): Promise<Outcome<T>> {
  const found = await findAgreed(adapters.agreement, actor, request)
  if (!found.ok) return found
  const outcome = await adapters.agreement.transact(request.strategyId, async (tx) => {
    const editions = await tx.listEditions(request.strategyId)
    const timely = mayTakeStep(request.step, situationOf(request.step, tx.facts, editions))
    if (!timely.ok) return timely
    return request.work({ tx, actor: found.value.actor, at: adapters.now(), editions })
  })
  return outcome ?? refuse('not_found', NOT_FOUND)
}

export function situationOf(
  step: Step,
  { state, suggestingOnly }: Pick<StrategyFacts, 'state' | 'suggestingOnly'>,
  editions: readonly EditionSummary[],
): AgreementState {
  const edition = latestFor(step, editions)
  return {
    strategy: state,
    suggestingOnly,
    edition: edition?.state ?? null,
    awaitsSecondApproval: edition !== undefined && awaitsSecondApproval(edition),
  }
}

/**
 * Publishing is about the newest text that was agreed, whatever has been submitted or returned since; what comes after
 * it, about the one that is public.
 */
export function latestFor(
  step: Step,
  editions: readonly EditionSummary[],
): EditionSummary | undefined {
  switch (step) {
    case 'publish':
      return editions.find(({ state }) => state === 'approved' || state === 'published')
    case 'approve_publication':
    case 'withdraw':
      return editions.find(({ state }) => state === 'published')
    default:
      return editions[0]
  }
}

/** A step about an edition names the text the person saw; any other text is refused (SPEC.md SO14). */
export function checkHash(
  edition: EditionSummary | undefined,
  hash: string,
): Outcome<EditionSummary> {
  if (edition && edition.hash === hash) return done(edition)
  return refuse(
    'conflict',
    'The edition has changed since you opened this page. Nothing was changed: reload the page and look again.',
  )
}
