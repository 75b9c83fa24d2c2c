import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { tellOpened } from '../../../app/domain/rounds/reminders'
import type { Round, RoundText } from '../../../app/domain/rounds/round'
import { checkOpening } from '../../../app/domain/rounds/run-round'
import { findStrategyOf, type FoundStrategy } from './find-round'
import { recordStep } from './record-step'
import type { RoundAdapters, RoundKey } from './round-store'

/** Settles who is asked and keeps the text they are asked about; from here on it waits for them (SPEC.md RR5, RR8). */
export async function openRound(
  adapters: RoundAdapters,
  actor: Actor | null,
  { strategyId, roundId }: RoundKey,
): Promise<Outcome<{ roundId: string }>> {
  const { rounds } = adapters
  const found = await findStrategyOf(rounds, actor, { strategyId, right: 'run_round' })
  if (!found.ok) return found
  const planned = await rounds.find(strategyId, roundId)
  if (!planned) return refuse('not_found', NOT_FOUND)
  const first = await readOpening(adapters, planned)
  if (!first.ok) return first
  // Before the round is held: making a version takes a moment, and one that nobody asked for does no harm.
  const text = await keepText(adapters, found.value, planned)
  if (!text.ok) return text
  const step = { adapters, actor: found.value.actor, strategyId, roundId }
  const written = await rounds.change({ strategyId, roundId }, async (held) => {
    if (held.edition !== planned.edition) return refuse('conflict', CHANGED)
    const people = await readOpening(adapters, held)
    if (!people.ok) return people
    const told = people.value.filter(({ personId }) => personId !== step.actor.personId)
    return done({
      ...recordStep(step, { action: 'open', audited: 'opened' }),
      state: 'open',
      opened: { text: text.value, people: people.value },
      tellings: told.map(({ personId }) => tellOpened(held, personId)),
    })
  })
  if (!written) return refuse('not_found', NOT_FOUND)
  if (!written.ok) return written
  await markVersion(adapters, found.value, { round: planned, text: text.value })
  return done({ roundId })
}

const CHANGED =
  'Somebody has just changed this round. Nothing was opened: look at it once more, then open it.'

async function readOpening({ rounds, now }: RoundAdapters, round: Round) {
  const people = await rounds.findInvitees(round.strategyId, round.asked, now())
  const today = dayOfInstant(now())
  const may = checkOpening(round, { people: people.length, today })
  return may.ok ? done(people) : may
}

async function keepText(
  { rounds, versions, history }: RoundAdapters,
  { strategy }: FoundStrategy,
  { edition }: Round,
): Promise<Outcome<RoundText>> {
  if (edition !== null) {
    const editions = await rounds.listEditions(strategy.id)
    const found = editions.find(({ number }) => number === edition)
    if (!found) return refuse('not_found', NOT_FOUND)
    return done({ edition, version: null, sha256: found.hash })
  }
  const seq = await versions.keep(strategy.documentId)
  const version = await history.findVersion(strategy.documentId, seq)
  return done({ edition, version: Number(seq), sha256: version?.sha256 ?? '' })
}

const NAME_MAX = 100

/** So that the history says why this version matters. */
async function markVersion(
  { history, notices, newId, now }: RoundAdapters,
  { actor, strategy }: FoundStrategy,
  { round, text }: { readonly round: Round; readonly text: RoundText },
): Promise<void> {
  if (text.version === null) return
  await history.insertMark({
    id: newId(),
    documentId: strategy.documentId,
    seq: BigInt(text.version),
    kind: 'named',
    name: Array.from(`Sent for review: ${round.title}`).slice(0, NAME_MAX).join(''),
    note: '',
    reason: '',
    personId: actor.personId,
    at: now(),
  })
  notices.changed(strategy.id, 'versions')
}
