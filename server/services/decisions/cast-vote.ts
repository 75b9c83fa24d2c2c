import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import {
  type DecisionWithVotes,
  isVotingMethod,
  lastCasts,
  type Seat,
} from '../../../app/domain/decisions/decision'
import { mayCastFor } from '../../../app/domain/decisions/electorate'
import { checkTakesVotes } from '../../../app/domain/decisions/end-decision'
import { parseVote, type ParsedVote } from '../../../app/domain/decisions/parse-ballot'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { canonicaliseJson } from '../../../app/domain/signoff/canonical-json'
import { findPartnership } from '../find-partnership'
import type { DecisionAdapters, DecisionKey, Writes } from './decision-store'

export interface VoteInput extends DecisionKey {
  readonly seatId: string
  /** Parsed here. */
  readonly fields: Readonly<Record<string, unknown>>
}

/**
 * Casts or changes a vote (decisions DE5–DE12). The clock is read while the decision is held: a vote and a close at the
 * same moment happen one after the other.
 */
export async function castVote(
  adapters: DecisionAdapters,
  actor: Actor | null,
  { seatId, fields, ...key }: VoteInput,
): Promise<Outcome<void>> {
  const { strategyId } = key
  const found = await findPartnership(adapters.decisions, actor, { strategyId, right: 'vote' })
  if (!found.ok) return found
  const { personId } = found.value
  const outcome = await adapters.decisions.hold(key, (held) => {
    const at = adapters.now()
    const seat = held.seats.find(({ id }) => id === seatId)
    if (!seat) return refuse('not_found', NOT_FOUND)
    const vote = checkVote(held, { seat, personId, fields, at })
    return vote.ok ? done(writesOf(held, { ...vote.value, seat, personId, at })) : vote
  })
  if (outcome?.ok) adapters.notices.changed(strategyId, 'decisions')
  return outcome ?? refuse('not_found', NOT_FOUND)

  function writesOf(held: DecisionWithVotes, vote: Voted): Writes & { answer: undefined } {
    const { seat, ballot, reason, at } = vote
    const last = lastCasts(held.casts).get(seat.id)
    const isSame =
      last?.personId === personId && last.reason === reason && isEqual(last.ballot, ballot)
    if (isSame) return { tellings: [], audit: null, answer: undefined }
    const number = (last?.number ?? 0) + 1
    return {
      cast: { id: adapters.newId(), seatId: seat.id, number, personId, ballot, reason, at },
      tellings: [],
      audit: {
        at,
        actorId: personId,
        action: 'decision.voted',
        subject: held.id,
        data: { strategyId, seatId: seat.id, number },
      },
      answer: undefined,
    }
  }
}

interface Voting {
  readonly seat: Seat
  readonly personId: string
  readonly at: Date
}

interface Voted extends Voting, ParsedVote {}

function checkVote(
  held: DecisionWithVotes,
  { seat, personId, fields, at }: Voting & Pick<VoteInput, 'fields'>,
): Outcome<ParsedVote> {
  const may = mayCastFor(personId, seat, lastCasts(held.casts).get(seat.id) ?? null)
  if (!may.ok) return may
  const takes = checkTakesVotes(held, at)
  if (!takes.ok) return takes
  if (!isVotingMethod(held.method)) return refuse('not_found', NOT_FOUND)
  return parseVote(held.method, held.rules, fields)
}

function isEqual(a: ParsedVote['ballot'], b: ParsedVote['ballot']): boolean {
  return canonicaliseJson(a, 'vote') === canonicaliseJson(b, 'vote')
}
