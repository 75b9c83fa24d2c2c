import type { Actor } from '../../../app/domain/access/actor'
import { has, mayDo } from '../../../app/domain/access/rights'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type { Round, RoundInvitee } from '../../../app/domain/rounds/round'
import { findGuest } from '../guests/open-guest'
import { findRound, findStrategyOf, maySee } from './find-round'
import type { RoundAdapters, RoundChoices, RoundKey, WaitingRound } from './round-store'

export interface ListedRounds {
  /** Newest first. */
  readonly rounds: readonly Round[]
  readonly mayRun: boolean
}

export async function listRounds(
  { rounds }: RoundAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<ListedRounds>> {
  const found = await findStrategyOf(rounds, actor, { strategyId, right: 'read' })
  if (!found.ok) return found
  const listed = await rounds.list(strategyId)
  return done({
    rounds: listed.filter((round) => maySee(found.value, round)),
    mayRun: has(actor, 'run_round', found.value.strategy),
  })
}

export interface RoundView {
  readonly round: Round
  readonly mayRun: boolean
  /** While it is a draft: who would be asked if it were opened now. */
  readonly wouldAsk: readonly RoundInvitee[]
}

export async function readRound(
  { rounds, now }: RoundAdapters,
  actor: Actor | null,
  key: RoundKey,
): Promise<Outcome<RoundView>> {
  const found = await findRound(rounds, actor, key)
  if (!found.ok) return found
  const { round, strategy } = found.value
  return done({
    round,
    mayRun: has(actor, 'run_round', strategy),
    wouldAsk:
      round.state === 'draft'
        ? await rounds.findInvitees(round.strategyId, round.asked, now())
        : [],
  })
}

export interface RoundFormView {
  readonly choices: RoundChoices
  readonly editions: readonly number[]
}

/** What the form of a round offers. */
export async function readRoundForm(
  { rounds, now }: RoundAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<RoundFormView>> {
  const found = await findStrategyOf(rounds, actor, { strategyId, right: 'run_round' })
  if (!found.ok) return found
  const [choices, editions] = await Promise.all([
    rounds.listChoices(strategyId, now()),
    rounds.listEditions(strategyId),
  ])
  return done({ choices, editions: editions.map(({ number }) => number) })
}

/** Rounds that wait for this person, in all strategies of their partnership. */
export async function listWaitingRounds(
  { rounds }: RoundAdapters,
  actor: Actor,
): Promise<Outcome<WaitingRound[]>> {
  const allowed = mayDo(actor, 'read', actor)
  return allowed.ok ? done(await rounds.listWaiting(actor.partnershipId, actor.personId)) : allowed
}

/** That somebody who was asked opened the text; for everybody else nothing is kept (SPEC.md RR8). */
export async function noteRead(
  { rounds, now, newId }: RoundAdapters,
  actor: Actor,
  { strategyId, edition }: { readonly strategyId: string; readonly edition: number | null },
): Promise<void> {
  await rounds.noteRead({ id: newId(), strategyId, personId: actor.personId, edition, at: now() })
}

/** What a guest is asked: their open rounds, kept as opened with the text they are shown. */
export async function openAsGuest(
  adapters: RoundAdapters,
  token: string,
  edition: number | null,
): Promise<Outcome<Round[]>> {
  const found = await findGuest(adapters, token)
  if (!found.ok) return found
  const { personId, strategyId } = found.value
  const { rounds, now, newId } = adapters
  await rounds.noteRead({ id: newId(), strategyId, personId, edition, at: now() })
  const listed = await rounds.list(strategyId)
  return done(
    listed
      .filter(
        ({ state, people }) =>
          state === 'open' && people.some((person) => person.personId === personId),
      )
      // Of the others a guest sees nothing.
      .map((round) => ({
        ...round,
        asked: [],
        events: [],
        people: round.people.filter((person) => person.personId === personId),
      })),
  )
}
