import * as Y from 'yjs'
import type { Actor } from '../../../app/domain/access/actor'
import { has, NOT_FOUND } from '../../../app/domain/access/rights'
import { modifyChange } from '../../../app/domain/amendments/modify-change'
import type { Telling } from '../../../app/domain/notices/telling'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import {
  type Decision,
  decideSuggestion,
  TEXT_HAS_CHANGED,
} from '../../../app/domain/suggestions/decide-suggestion'
import { parseSuggestionReason } from '../../../app/domain/suggestions/parse-suggestion'
import type {
  SuggestedChange,
  SuggestionEvent,
  SuggestionState,
} from '../../../app/domain/suggestions/suggestion'
import { applyChange } from '../../../app/document/suggestions/apply-change'
import type { WriteOutcome } from '../documents'
import { checkDrafted, findSuggested, type Suggested } from './find-suggested'
import { tellAuthor } from './tell-author'
import type { DecisionAnswer, HeldSuggestion, SuggestionAdapters } from './suggestion-store'

export interface DecideInput {
  readonly strategyId: string
  readonly suggestionId: string
  readonly decision: Decision
  readonly reason: unknown
  /** Accepted, and written into the text by the person's own hand: the text is left as it is. */
  readonly byHand?: boolean
  /** What a formal amendment adds. */
  readonly formal?: FormalStep
}

export interface FormalStep {
  /** Accepted with these words instead (amendments AM5). */
  readonly words: string | null
  readonly vote: SuggestionEvent['vote']
  readonly minuteReference: string
  /** Signs for the body that proposed it, and so may withdraw it (amendments AM8). */
  readonly isProposer: boolean
  readonly tellings: (state: SuggestionState) => readonly Telling[]
}

/**
 * Takes one step about a suggestion. An acceptance is written into the text first and then recorded: after a crash in
 * between the suggestion is still open, and accepting it again finds that its words are no longer there (SU16).
 */
export async function decideOnSuggestion(
  adapters: SuggestionAdapters,
  actor: Actor | null,
  input: DecideInput,
): Promise<Outcome<{ suggestionId: string }>> {
  const { strategyId, suggestionId, decision } = input
  const found = await findSuggested(adapters.suggestions, actor, { strategyId, right: 'suggest' })
  if (!found.ok) return found
  const reason = parseSuggestionReason(input.reason, decision === 'reject')
  if (!reason.ok) return reason
  const step = { ...input, reason: reason.value }
  const answer = await adapters.suggestions.decide({ strategyId, suggestionId }, (held) =>
    takeStep(adapters, { ...found.value, held, step }),
  )
  if (!answer) return refuse('not_found', NOT_FOUND)
  if (!answer.ok) return answer.refusal
  adapters.notices.changed(strategyId, 'suggestions')
  return done({ suggestionId })
}

interface Situation extends Suggested {
  readonly held: HeldSuggestion
  readonly step: DecideInput & { readonly reason: string }
}

type Answer = DecisionAnswer<Outcome<never>>

async function takeStep(adapters: SuggestionAdapters, situation: Situation): Promise<Answer> {
  const decided = decide(situation)
  if (!decided.ok) return { ok: false, refusal: decided }
  const written = await writeStep(adapters, situation)
  if (!written.ok) return { ok: false, refusal: written }
  return {
    ok: true,
    state: decided.value,
    inverse: written.value,
    ...recordStep(situation, decided.value, { id: adapters.newId(), at: adapters.now() }),
  }
}

function decide({ actor, strategy, held, step }: Situation): Outcome<SuggestionState> {
  if (held.amendmentNumber !== null && !step.formal)
    return refuse('conflict', onItsPage(held.amendmentNumber))
  return decideSuggestion(step.decision, {
    state: held.state,
    isAuthor: step.formal?.isProposer ?? held.createdBy.personId === actor.personId,
    mayDecide: has(actor, 'decide_suggestion', strategy),
  })
}

function recordStep(
  { actor, strategy, held, step }: Situation,
  state: SuggestionState,
  { id, at }: { readonly id: string; readonly at: Date },
) {
  const { decision, reason, formal } = step
  const { personId, organisationName: organisation } = actor
  const byHand = decision === 'accept' && step.byHand === true
  const { words, vote, minuteReference } = formal ?? INFORMAL
  const strategyId = strategy.id
  return {
    event: {
      id,
      action: decision,
      personId,
      organisation,
      reason,
      byHand,
      at,
      words,
      vote,
      minuteReference,
    },
    audit: {
      at,
      actorId: personId,
      action: `suggestion.${decision === 'reopen' ? 'reopened' : state}`,
      subject: held.id,
      data: { strategyId, byHand },
    },
    tellings: formal
      ? formal.tellings(state)
      : tellAuthor(held, { actor, strategyId, state, reason }),
  }
}

const INFORMAL = { words: null, vote: null, minuteReference: '' } as const

/** An amendment has a procedure of its own (amendments AM4). */
const onItsPage = (number: number) =>
  `This is amendment ${number}, which is decided on its own page. Nothing was changed.`

/** What has to be written into the text for this step; answers what takes it back. */
async function writeStep(
  adapters: SuggestionAdapters,
  situation: Situation,
): Promise<Outcome<SuggestedChange | null>> {
  const { held, step } = situation
  const found = changeFor(held, step)
  if (!found.ok) return found
  const change = found.value
  if (!change) return done(null)
  const drafted = checkDrafted(situation.strategy)
  if (!drafted.ok) return drafted
  const written = await writeChange(adapters, situation, change)
  return step.decision === 'accept' || !written.ok ? written : done(null)
}

function changeFor(
  held: HeldSuggestion,
  { decision, byHand, formal }: DecideInput,
): Outcome<SuggestedChange | null> {
  if (decision === 'reopen') return done(held.state === 'accepted' ? held.inverse : null)
  if (decision !== 'accept' || byHand === true) return done(null)
  const words = formal?.words ?? null
  return words === null ? done(held.change) : modifyChange(held.change, words)
}

async function writeChange(
  { documents, writer }: SuggestionAdapters,
  { strategy, actor, step }: Situation,
  change: SuggestedChange,
): Promise<Outcome<SuggestedChange | null>> {
  const { doc } = await documents.read(strategy.documentId)
  try {
    const before = Y.encodeStateVector(doc)
    const applied = applyChange(doc, change)
    if (!applied.isApplied)
      return refuse('conflict', step.decision === 'reopen' ? CANNOT_UNDO : TEXT_HAS_CHANGED)
    const written = await writer.write(
      { strategyId: strategy.id, documentId: strategy.documentId },
      {
        bytes: Y.encodeStateAsUpdate(doc, before),
        personId: actor.personId,
        isDecision: true,
      },
    )
    return written === 'committed' ? done(applied.inverse) : refuseWrite(written)
  } finally {
    doc.destroy()
  }
}

const CANNOT_UNDO =
  'The text has changed since this was accepted, so it cannot be taken back by itself. Nothing was changed: change the text by hand, or restore a version.'

function refuseWrite(outcome: Exclude<WriteOutcome, 'committed'>): Outcome<never> {
  switch (outcome) {
    case 'frozen':
      return refuse(
        'conflict',
        'The text has just been frozen, so nothing was accepted. Nothing was changed.',
      )
    case 'nothing':
      return refuse('conflict', TEXT_HAS_CHANGED)
    case 'full':
      return refuse('conflict', 'The strategy has no room for it. Nothing was changed.')
    case 'unavailable':
      return refuse(
        'unavailable',
        'The text cannot be saved at the moment. Nothing was changed: try again in a minute.',
      )
  }
}
