import type { Unowned } from '../../../app/domain/answering/answer-for'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import type { Actor } from '../../../app/domain/access/actor'
import { has, type Right } from '../../../app/domain/access/rights'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type { EditionSummary, SigningBody, SignOff } from '../../../app/domain/signoff/agreement'
import type { StrategyFacts } from '../../../app/domain/signoff/edition-content'
import { describeProgress, type ProgressStep } from '../../../app/domain/signoff/describe-progress'
import { checkSecondApproval } from '../../../app/domain/signoff/publication'
import type { PhaseChange } from '../../../app/domain/signoff/phases'
import type { WritingChange } from '../../../app/domain/signoff/suggesting-only'
import type { StaleSignOffs } from '../../../app/domain/signoff/stale-sign-offs'
import { checkSignOff, resultsFor } from '../../../app/domain/signoff/sign-off'
import { mayTakeStep, type Step, STEPS } from '../../../app/domain/signoff/steps'
import type { AgreementAdapters } from './agreement-store'
import { listUnownedOf } from './list-unowned'
import { readStale } from './read-stale'
import { findAgreed, latestFor, situationOf } from './take-step'

/** Everything the agreement page shows, and what this person may do on it. */
export interface AgreementView {
  readonly strategy: StrategyFacts
  /** Newest first. */
  readonly editions: readonly EditionSummary[]
  readonly bodies: readonly SigningBody[]
  /** About the newest edition, unless the next draft has been started without one. */
  readonly signOffs: readonly SignOff[]
  readonly progress: readonly ProgressStep[]
  /** The steps this person may take now. */
  readonly steps: readonly Step[]
  /** Bodies this person may sign for now. */
  readonly signable: readonly SigningBody[]
  /** Bodies to whose sign-offs this person may add files. */
  readonly provable: readonly string[]
  /** Sign-offs of an earlier text; null when there are none. */
  readonly stale: StaleSignOffs | null
  /** Whether this person submitted the edition that would be published. */
  readonly isOwnSubmission: boolean
  /** Metrics of the edition to be published that nobody answers for: they stand in its way. */
  readonly unowned: readonly Unowned[]
  /** How the draft has come here, newest first. */
  readonly phaseChanges: readonly PhaseChange[]
  readonly writingChanges: readonly WritingChange[]
}

const STEP_RIGHTS: Record<Step, Right> = {
  submit: 'submit',
  return_to_drafting: 'return_to_drafting',
  publish: 'publish',
  approve_publication: 'publish',
  withdraw: 'publish',
  start_next_draft: 'submit',
  change_phase: 'change_phase',
  suggest_only: 'suggest_only',
  open_writing: 'suggest_only',
}

export async function readAgreement(
  adapters: Pick<AgreementAdapters, 'agreement' | 'documents' | 'compareTexts' | 'now'>,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<AgreementView>> {
  const store = adapters.agreement
  const found = await findAgreed(store, actor, { strategyId, right: 'read' })
  if (!found.ok) return found
  const { facts } = found.value
  const [editions, bodies, phaseChanges, writingChanges] = await Promise.all([
    store.listEditions(strategyId),
    store.listBodies(facts.partnershipId),
    store.listPhaseChanges(strategyId),
    store.listWritingChanges(strategyId),
  ])
  const [edition] = editions
  const signOffs = edition ? await store.listSignOffs(edition.id) : []
  const steps = STEPS.filter((step) => isOpenTo(found.value.actor, step, { facts, editions }))
  const toPublish = steps.includes('publish') ? latestFor('publish', editions) : undefined
  const { partnershipId } = facts
  const today = dayOfInstant(adapters.now())
  return done({
    strategy: facts,
    editions,
    bodies,
    signOffs,
    progress: describeProgress({ state: facts.state, edition: edition ?? null, bodies, signOffs }),
    steps,
    unowned: toPublish
      ? await listUnownedOf(store, { partnershipId, edition: toPublish, today })
      : [],
    signable: edition ? listSignable(found.value.actor, { edition, bodies, signOffs, facts }) : [],
    provable: has(found.value.actor, 'sign_off', facts) ? found.value.actor.signatoryOf : [],
    stale: await readStale(adapters, { facts, editions, signOffs }),
    isOwnSubmission: latestFor('publish', editions)?.submittedById === found.value.actor.personId,
    phaseChanges,
    writingChanges,
  })
}

function isOpenTo(
  actor: Actor,
  step: Step,
  { facts, editions }: { facts: StrategyFacts; editions: readonly EditionSummary[] },
): boolean {
  if (!has(actor, STEP_RIGHTS[step], facts)) return false
  const edition = latestFor(step, editions)
  if (step === 'approve_publication' && edition && !checkSecondApproval(edition, actor.personId).ok)
    return false
  return mayTakeStep(step, situationOf(step, facts, editions)).ok
}

interface Signable {
  readonly edition: EditionSummary
  readonly bodies: readonly SigningBody[]
  readonly signOffs: readonly SignOff[]
  readonly facts: StrategyFacts
}

/** A body is offered when at least one of its answers would be taken: the partnership may always decline. */
export function listSignable(
  actor: Actor,
  { edition, bodies, signOffs, facts }: Signable,
): SigningBody[] {
  if (!has(actor, 'sign_off', facts)) return []
  const situation = { edition, bodies, signOffs, signatoryOf: actor.signatoryOf }
  return bodies.filter((body) =>
    resultsFor(body.verb).some(
      (result) =>
        checkSignOff({ bodyId: body.id, editionHash: edition.hash, result }, situation).ok,
    ),
  )
}
