import type { Actor } from '../../../app/domain/access/actor'
import type { AmendmentStep } from '../../../app/domain/amendments/amendment'
import { modifyChange, wordsOfChange } from '../../../app/domain/amendments/modify-change'
import { MINUTE_REFERENCE_MAX } from '../../../app/domain/amendments/parse-amendment'
import {
  type TypedVote,
  type Vote,
  describeVote,
  isCarried,
  parseVote,
} from '../../../app/domain/amendments/vote'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { SuggestedChange } from '../../../app/domain/suggestions/suggestion'
import type { Decision } from '../../../app/domain/suggestions/decide-suggestion'
import { decideOnSuggestion, type FormalStep } from '../suggestions/decide-on-suggestion'
import type { AmendedRow, AmendmentAdapters } from './amendment-store'
import { type Amended, findAmended, signatoriesOf } from './find-amended'
import { tellDecided } from './tell-amendment'

export interface DecideAmendmentInput {
  readonly strategyId: string
  readonly number: number
  readonly step: AmendmentStep
  readonly reason: string
  readonly minuteReference: string
  /** For `modify`. */
  readonly words: string
  /** For `vote`. */
  readonly vote: TypedVote
}

/** One step of an amendment's procedure (amendments AM4–AM9). */
export async function decideOnAmendment(
  adapters: AmendmentAdapters,
  actor: Actor | null,
  input: DecideAmendmentInput,
): Promise<Outcome<{ number: number }>> {
  const { strategyId, number } = input
  const right = input.step === 'withdraw' ? 'propose_amendment' : 'decide_amendment'
  const found = await findAmended(adapters, actor, { strategyId, right })
  if (!found.ok) return found
  const row = (await adapters.amendments.list(strategyId)).find((one) => one.number === number)
  if (!row) return refuse('not_found', NOT_FOUND)
  const read = await readStep(adapters, { ...input, suggestionId: row.suggestionId })
  if (!read.ok) return read
  const { decision, byHand, vote, words, reason, minuteReference, about } = read.value
  const told = { actor: found.value.actor, strategyId, number, bodyName: row.body.name, about }
  const formal: FormalStep = {
    words,
    vote,
    minuteReference,
    isProposer: isProposer(found.value, row),
    tellings: () =>
      tellDecided(signatoriesOf(found.value.parties, row.body.id), told, {
        outcome: OUTCOMES[input.step](vote),
        reason,
      }),
  }
  const { suggestionId } = row
  const step = { strategyId, suggestionId, decision, reason, byHand, formal }
  const decided = await decideOnSuggestion(adapters, actor, step)
  return decided.ok ? done({ number }) : decided
}

function isProposer({ actor }: Amended, row: AmendedRow): boolean {
  return actor.signatoryOf.includes(row.body.id)
}

interface ReadStep {
  readonly decision: Decision
  readonly byHand: boolean
  readonly vote: Vote | null
  readonly words: string | null
  readonly reason: string
  readonly minuteReference: string
  readonly about: string
}

async function readStep(
  adapters: AmendmentAdapters,
  input: DecideAmendmentInput & { readonly suggestionId: string },
): Promise<Outcome<ReadStep>> {
  const minuteReference = input.minuteReference.trim()
  if (Array.from(minuteReference).length > MINUTE_REFERENCE_MAX)
    return invalid('minuteReference', 'Use 200 characters or fewer.')
  const suggestion = await adapters.suggestions.find(input.strategyId, input.suggestionId)
  if (!suggestion) return refuse('not_found', NOT_FOUND)
  const plain = { byHand: false, vote: null, words: null, reason: input.reason, minuteReference }
  const step = { ...plain, about: suggestion.about }
  switch (input.step) {
    case 'modify':
      return readModified(input, { ...step, decision: 'accept' }, suggestion.change)
    case 'vote':
      return readVote(input, { ...step, decision: 'reject' })
    case 'accept_by_hand':
      return done({ ...step, decision: 'accept', byHand: true })
    default:
      return done({ ...step, decision: input.step })
  }
}

function readModified(
  { words, reason }: DecideAmendmentInput,
  step: ReadStep,
  change: SuggestedChange,
): Outcome<ReadStep> {
  const modified = modifyChange(change, words)
  if (!modified.ok) return modified
  if (reason.trim() === '')
    return invalid('reason', 'Say why, so that the body that proposed it knows.')
  return done({ ...step, words: wordsOfChange(modified.value) })
}

function readVote(
  { vote: typed, reason }: DecideAmendmentInput,
  step: ReadStep,
): Outcome<ReadStep> {
  if (step.minuteReference === '')
    return invalid('minuteReference', 'Say in which minute the vote is recorded.')
  const vote = parseVote(typed)
  if (!vote.ok) return vote
  return done({
    ...step,
    decision: isCarried(vote.value) ? 'accept' : 'reject',
    vote: vote.value,
    reason: [describeVote(vote.value), reason.trim()].filter(Boolean).join(' '),
  })
}

function invalid(field: string, message: string): Outcome<never> {
  return refuse('invalid', `${message} Nothing was changed; what you wrote is still here.`, {
    [field]: message,
  })
}

const OUTCOMES: Record<AmendmentStep, (vote: Vote | null) => string> = {
  accept: () => 'Accepted',
  accept_by_hand: () => 'Accepted, written in by hand',
  modify: () => 'Accepted with other words',
  vote: (vote) => (vote && isCarried(vote) ? 'Carried' : 'Not carried'),
  reject: () => 'Rejected',
  withdraw: () => 'Withdrawn',
  supersede: () => 'Set aside',
  reopen: () => 'Open again',
}
