import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { parseNote } from '../../../app/domain/rounds/parse-round'
import { checkAnswer } from '../../../app/domain/rounds/run-round'
import { findGuest } from '../guests/open-guest'
import { findStrategyOf } from './find-round'
import { recordStep } from './record-step'
import type { RoundAdapters, RoundKey } from './round-store'

export interface AnswerInput extends RoundKey {
  readonly answer: 'finished' | 'declined'
  readonly note: unknown
}

/** “I have finished”, or not taking part (SPEC.md RR9–RR10). */
export async function answerRound(
  adapters: RoundAdapters,
  actor: Actor | null,
  input: AnswerInput,
): Promise<Outcome<{ roundId: string }>> {
  const { strategyId } = input
  const found = await findStrategyOf(adapters.rounds, actor, { strategyId, right: 'read' })
  return found.ok ? answerAs(adapters, found.value.actor.personId, input) : found
}

/** The same by a guest link: whatever it is for, who was asked may say that they have finished. */
export async function answerAsGuest(
  adapters: RoundAdapters,
  token: string,
  input: Omit<AnswerInput, 'strategyId'>,
): Promise<Outcome<{ roundId: string }>> {
  const found = await findGuest(adapters, token)
  if (!found.ok) return found
  const { personId, strategyId } = found.value
  return answerAs(adapters, personId, { ...input, strategyId })
}

async function answerAs(
  adapters: RoundAdapters,
  personId: string,
  { strategyId, roundId, answer, note: typed }: AnswerInput,
): Promise<Outcome<{ roundId: string }>> {
  const note = parseNote(typed, false)
  if (!note.ok) return note
  const step = { adapters, actor: { personId }, strategyId, roundId }
  const written = await adapters.rounds.change({ strategyId, roundId }, async (held) => {
    if (held.state === 'draft') return refuse('not_found', NOT_FOUND)
    const may = checkAnswer(held, { personId, answer })
    if (!may.ok) return may
    if (may.value === null) return done(null)
    const action = answer === 'finished' ? 'finish' : 'decline'
    return done({
      ...recordStep(step, { action, audited: answer, note: note.value }),
      tellings: [],
    })
  })
  if (!written) return refuse('not_found', NOT_FOUND)
  return written.ok ? done({ roundId }) : written
}
