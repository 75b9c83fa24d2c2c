import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import {
  type DecisionWithVotes,
  isVotingMethod,
  lastCasts,
  statusOf,
} from '../../../app/domain/decisions/decision'
import {
  checkMayEnd,
  parseEndReason,
  parseStatement,
} from '../../../app/domain/decisions/end-decision'
import { tallyVotes } from '../../../app/domain/decisions/tally'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { findPartnership } from '../find-partnership'
import type { DecisionAdapters, DecisionKey, End, Writes } from './decision-store'
import { tellEnded } from './tell-voters'

/**
 * Closes every decision whose close is past, each once, from however many nodes (decisions DE37). Answers how many this
 * call closed.
 */
export async function closeDue(adapters: DecisionAdapters, now: Date): Promise<number> {
  let closed = 0
  for (const key of await adapters.decisions.listDue(now)) {
    const outcome = await adapters.decisions.hold(key, (held) => closeByDate(held, now))
    if (!outcome?.ok || !outcome.value) continue
    closed += 1
    adapters.notices.changed(key.strategyId, 'decisions')
  }
  return closed
}

function closeByDate(
  held: DecisionWithVotes,
  now: Date,
): Outcome<Writes & { readonly answer: boolean }> {
  if (statusOf(held, now) !== 'due') return done({ tellings: [], audit: null, answer: false })
  const end = endOf(held, { closedAt: new Date(held.closesAt), closedById: null })
  return done({ ...writesOf(held, end, now), answer: true })
}

export interface EndInput extends DecisionKey {
  readonly how: 'close' | 'cancel'
  readonly fields: Readonly<Record<string, unknown>>
}

/** Closes a decision early, or cancels it (decisions DE13). */
export async function endDecision(
  adapters: DecisionAdapters,
  actor: Actor | null,
  { how, fields, ...key }: EndInput,
): Promise<Outcome<void>> {
  const found = await findPartnership(adapters.decisions, actor, {
    strategyId: key.strategyId,
    right: 'open_decision',
  })
  if (!found.ok || !actor) return found.ok ? refuse('not_found', NOT_FOUND) : found
  const reason = parseEndReason(fields['reason'])
  if (!reason.ok) return reason
  const said = parseStatement(how === 'close' ? fields : {}, false)
  if (!said.ok) return said
  const by = { personId: actor.personId, isChair: actor.role === 'chair' }
  const outcome = await adapters.decisions.hold(key, (held) => {
    const now = adapters.now()
    if (statusOf(held, now) === 'due') return refuse('conflict', CLOSED_BY_DATE)
    const may = checkMayEnd(held, by)
    if (!may.ok) return may
    const stamp = { closedAt: now, closedById: by.personId, closeReason: reason.value }
    const end = how === 'close' ? { ...endOf(held, stamp), ...said.value } : cancelled(stamp)
    return done({ ...writesOf(held, end, now), answer: undefined })
  })
  if (!outcome) return refuse('not_found', NOT_FOUND)
  if (outcome.ok) adapters.notices.changed(key.strategyId, 'decisions')
  return outcome
}

const CLOSED_BY_DATE = 'This decision has closed by its date. Nothing was changed.'

type Stamp = Pick<End, 'closedAt' | 'closedById'> & { readonly closeReason?: string }

function endOf(held: DecisionWithVotes, stamp: Stamp): End {
  const ballots = [...lastCasts(held.casts).values()].map(({ ballot }) => ballot)
  const { method, rules, seats } = held
  const tally = isVotingMethod(method)
    ? tallyVotes(method, rules, { entitled: seats.length, ballots })
    : null
  return {
    state: 'closed',
    closeReason: '',
    outcome: tally?.outcome ?? null,
    outcomeWords: tally?.words ?? '',
    statement: '',
    minuteReference: '',
    ...stamp,
  }
}

function cancelled(stamp: Required<Stamp>): End {
  const nothing = { outcome: null, outcomeWords: '', statement: '', minuteReference: '' }
  return { state: 'cancelled', ...nothing, ...stamp }
}

function writesOf(held: DecisionWithVotes, end: End, now: Date): Writes {
  const words =
    end.state === 'cancelled' ? `It was cancelled: ${end.closeReason}` : end.outcomeWords
  return {
    end,
    tellings: tellEnded(held, held.seats, { words, by: end.closedById }),
    audit: {
      at: now,
      actorId: end.closedById,
      action: `decision.${end.state}`,
      subject: held.id,
      data: { strategyId: held.strategyId, outcome: end.outcome },
    },
  }
}

/** What the outcome means, once, by who opened it or the chair (decisions DE31). */
export async function stateOutcome(
  adapters: DecisionAdapters,
  actor: Actor | null,
  { fields, ...key }: Omit<EndInput, 'how'>,
): Promise<Outcome<void>> {
  const found = await findPartnership(adapters.decisions, actor, {
    strategyId: key.strategyId,
    right: 'open_decision',
  })
  if (!found.ok) return found
  const said = parseStatement(fields, true)
  if (!said.ok) return said
  const { personId } = found.value
  const at = adapters.now()
  const outcome = await adapters.decisions.hold(key, (held) => {
    if (held.openedById !== personId && actor?.role !== 'chair')
      return refuse('forbidden', 'Only who opened a decision, or the chair, may say what it means.')
    if (held.state !== 'closed' || held.statement !== '')
      return refuse('conflict', 'What the outcome means is said once, after the close.')
    const { id: subject, strategyId } = held
    const action = 'decision.stated'
    return done({
      statement: {
        ...said.value,
        minuteReference: held.minuteReference || said.value.minuteReference,
      },
      tellings: [],
      audit: { at, actorId: personId, action, subject, data: { strategyId } },
      answer: undefined,
    })
  })
  if (outcome?.ok) adapters.notices.changed(key.strategyId, 'decisions')
  return outcome ?? refuse('not_found', NOT_FOUND)
}
