import type { Actor } from '../../../app/domain/access/actor'
import { has, mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import {
  type Cast,
  type Decision,
  type DecisionStatus,
  type DecisionWithVotes,
  isVotingMethod,
  lastCasts,
  type Seat,
  statusOf,
} from '../../../app/domain/decisions/decision'
import { type ListedDecision, toCsv } from '../../../app/domain/decisions/decision-log'
import {
  type Electorate,
  mayCastFor,
  seatsWaitingFor,
} from '../../../app/domain/decisions/electorate'
import { type Tally, tallyVotes } from '../../../app/domain/decisions/tally'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { findPartnership } from '../find-partnership'
import { closeDue } from './close-decision'
import type { DecisionAdapters, DecisionKey } from './decision-store'

export interface ShownDecision extends ListedDecision {
  readonly status: DecisionStatus
}

export interface ListedDecisions {
  readonly decisions: readonly ShownDecision[]
  readonly mayOpen: boolean
}

/** A seat this person casts the vote of, or stands in for. */
export interface OwnSeat {
  readonly seat: Seat
  readonly isDeputy: boolean
  readonly last: Cast | null
  readonly mayCast: boolean
}

export interface DecisionView {
  readonly decision: ShownDecision
  readonly own: readonly OwnSeat[]
  readonly seats: readonly Seat[]
  /** Null while nobody may see how votes stand. */
  readonly result: Tally | null
  /** Every vote that may be seen, oldest first. */
  readonly casts: readonly Cast[]
  readonly mayEnd: boolean
  readonly mayOpen: boolean
}

/** Every decision of a strategy; those past their close are closed first. */
export async function listDecisions(
  adapters: DecisionAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<ListedDecisions>> {
  const found = await findPartnership(adapters.decisions, actor, { strategyId, right: 'read' })
  if (!found.ok) return found
  const now = adapters.now()
  await closeDue(adapters, now)
  const { personId, partnershipId } = found.value
  const decisions = await adapters.decisions.list(strategyId)
  const mayVote = has(actor, 'vote', { partnershipId })
  return done({
    decisions: decisions.map((one) => toListed(one, { personId, mayVote, now })),
    mayOpen: has(actor, 'open_decision', { partnershipId }),
  })
}

/** The log as CSV. */
export async function exportDecisions(
  adapters: DecisionAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<string>> {
  const partnershipId = await adapters.decisions.findPartnershipOf(strategyId)
  if (partnershipId === null) return refuse('not_found', NOT_FOUND)
  const may = mayDo(actor, 'export', { partnershipId })
  if (!may.ok) return may
  const listed = await listDecisions(adapters, actor, strategyId)
  return listed.ok ? done(toCsv(listed.value.decisions, adapters.now())) : listed
}

interface Reader {
  readonly personId: string
  readonly mayVote: boolean
  readonly now: Date
}

/** Without votes and seats: a list says how many have voted, never how. */
function toListed(held: DecisionWithVotes, { personId, mayVote, now }: Reader): ShownDecision {
  const { seats, casts, ...decision } = held
  const voted = lastCasts(casts)
  const status = statusOf(decision, now)
  const isMine = mayVote && status === 'open' && seatsWaitingFor(personId, seats, voted).length > 0
  return { ...decision, status, voted: voted.size, entitled: seats.length, isMine }
}

/** One decision, as far as this person may see it now (decisions DE35). */
export async function readDecision(
  adapters: DecisionAdapters,
  actor: Actor | null,
  { strategyId, decisionId }: DecisionKey,
): Promise<Outcome<DecisionView>> {
  const found = await findPartnership(adapters.decisions, actor, { strategyId, right: 'read' })
  if (!found.ok) return found
  const now = adapters.now()
  await closeDue(adapters, now)
  const held = await adapters.decisions.find(strategyId, decisionId)
  if (!held) return refuse('not_found', NOT_FOUND)
  const { personId, partnershipId } = found.value
  const mayVote = has(actor, 'vote', { partnershipId })
  const mayOpen = has(actor, 'open_decision', { partnershipId })
  const status = statusOf(held, now)
  const own = mayVote ? ownSeats(held, personId, status) : []
  const isSecret = held.isHidden && held.state === 'open'
  return done({
    decision: toListed(held, { personId, mayVote, now }),
    own,
    seats: held.seats,
    result: isSecret ? null : resultOf(held),
    casts: isSecret ? held.casts.filter((cast) => cast.personId === personId) : held.casts,
    mayOpen,
    mayEnd: mayOpen && (held.openedById === personId || actor?.role === 'chair'),
  })
}

/** While others' votes are hidden, who casts a vote sees that a deputy has, not how. */
function ownSeats(held: DecisionWithVotes, personId: string, status: DecisionStatus): OwnSeat[] {
  const voted = lastCasts(held.casts)
  return held.seats
    .filter(({ casterId, deputyId }) => casterId === personId || deputyId === personId)
    .map((seat) => {
      const last = voted.get(seat.id) ?? null
      const mayCast = status === 'open' && mayCastFor(personId, seat, last).ok
      const shown = last?.personId === personId || !held.isHidden ? last : null
      return { seat, isDeputy: seat.casterId !== personId, last: shown, mayCast }
    })
}

function resultOf({ method, rules, seats, casts, state }: DecisionWithVotes): Tally | null {
  if (!isVotingMethod(method) || state === 'cancelled') return null
  const ballots = [...lastCasts(casts).values()].map(({ ballot }) => ballot)
  return tallyVotes(method, rules, { entitled: seats.length, ballots })
}

/** Whom a new decision can ask. */
export async function readElectorate(
  adapters: DecisionAdapters,
  actor: Actor | null,
  { strategyId, supersedes }: { readonly strategyId: string; readonly supersedes: string | null },
): Promise<Outcome<{ electorate: Electorate; supersedes: Decision | null }>> {
  const right = 'open_decision'
  const found = await findPartnership(adapters.decisions, actor, { strategyId, right })
  if (!found.ok) return found
  const { partnershipId } = found.value
  const electorate = await adapters.decisions.readElectorate(partnershipId, adapters.now())
  const old = supersedes ? await adapters.decisions.find(strategyId, supersedes) : null
  return done({ electorate, supersedes: old })
}

export interface WaitingDecision {
  readonly strategyId: string
  readonly strategyTitle: string
  readonly decisionId: string
  readonly question: string
  readonly closesAt: string
}

/** Open decisions in which a vote of this person is missing (decisions DE33). */
export async function listWaitingDecisions(
  adapters: Pick<DecisionAdapters, 'decisions' | 'now'>,
  actor: Actor,
): Promise<Outcome<WaitingDecision[]>> {
  if (!has(actor, 'vote', actor)) return done([])
  const now = adapters.now()
  const open = await adapters.decisions.listOpen(actor.partnershipId)
  return done(
    open
      .filter((one) => statusOf(one, now) === 'open')
      .filter(
        ({ seats, casts }) => seatsWaitingFor(actor.personId, seats, lastCasts(casts)).length > 0,
      )
      .map(({ id, strategyId, strategyTitle, question, closesAt }) => ({
        strategyId,
        strategyTitle,
        decisionId: id,
        question,
        closesAt,
      })),
  )
}
