import { dayOfInstant, formatInstant } from '../dates/format-date'
import type { Telling } from '../notices/telling'
import { type DecisionWithVotes, lastCasts } from './decision'

const DAY_MS = 86_400_000

/** What is told a day before an open decision closes, to those whose vote is missing (SPEC.md DE32). */
export function remindersFor(decisions: readonly DecisionWithVotes[], today: string): Telling[] {
  return decisions
    .filter(({ state, closesAt }) => state === 'open' && dayBefore(closesAt) === today)
    .flatMap((decision) => peopleMissing(decision).map((personId) => remind(decision, personId)))
}

function dayBefore(instant: string): string {
  const noon = new Date(`${dayOfInstant(instant)}T12:00:00Z`)
  return dayOfInstant(new Date(noon.getTime() - DAY_MS))
}

/** Those who cast a vote that is not there, once each; deputies are asked along. */
function peopleMissing({ seats, casts }: DecisionWithVotes): string[] {
  const voted = lastCasts(casts)
  const people = seats
    .filter(({ id }) => !voted.has(id))
    .flatMap(({ casterId, deputyId }) => (deputyId ? [casterId, deputyId] : [casterId]))
  return [...new Set(people)]
}

function remind(decision: DecisionWithVotes, personId: string): Telling {
  return {
    kind: 'due_soon',
    personId,
    strategyId: decision.strategyId,
    about: 'A decision waits for your vote',
    sentences: [
      `“${decision.question}” closes ${formatInstant(decision.closesAt)}, and your vote is not there yet.`,
    ],
    path: pathToDecision(decision),
    onceKey: `due_soon:decision:${decision.id}`,
  }
}

export function pathToDecision({ strategyId, id }: { strategyId: string; id: string }): string {
  return `/strategies/${encodeURIComponent(strategyId)}/decisions/${id}`
}
