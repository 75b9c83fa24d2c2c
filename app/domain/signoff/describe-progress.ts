import { nameEdition, numberEdition } from './edition-label'
import type { StrategyState } from '../strategy/strategy'
import type { EditionSummary, SigningBody, SignOff } from './agreement'
import { isApprovingBody, joinNames, waitingBodies } from './sign-off'

/** One step on the way to publication, in words; `now` is where things stand. */
export interface ProgressStep {
  readonly title: string
  readonly detail: string
  readonly status: 'done' | 'now' | 'later'
}

export interface ProgressFacts {
  readonly state: StrategyState
  /** The newest edition; null before the first. A returned one counts as drafting again. */
  readonly edition: EditionSummary | null
  readonly bodies: readonly SigningBody[]
  readonly signOffs: readonly SignOff[]
}

/** Where we are: drafted, submitted, signed off, approved, published (SPEC.md SO26). */
export function describeProgress(facts: ProgressFacts): ProgressStep[] {
  const reached = countReached(facts)
  const details = [
    draftDetail(facts),
    submittedDetail(facts),
    signedDetail(facts),
    approvedDetail(facts),
    publishedDetail(facts),
  ]
  return TITLES.map((title, index) => ({
    title,
    detail: details[index] ?? '',
    status: statusAt(index, reached),
  }))
}

const TITLES = ['Drafting', 'Submitted', 'Signed off by the bodies', 'Approved', 'Published']

/** How many steps are behind us; the next one is where we are. */
function countReached(facts: ProgressFacts): number {
  switch (facts.state) {
    case 'drafting':
      return 0
    case 'submitted':
      return waitingBodies(facts).length === 0 ? 3 : 2
    case 'approved':
      return 4
    case 'published':
      return 5
  }
}

function statusAt(index: number, reached: number): ProgressStep['status'] {
  if (index < reached) return 'done'
  return index === reached ? 'now' : 'later'
}

function draftDetail({ state, edition }: ProgressFacts): string {
  if (state !== 'drafting') return 'The text is frozen.'
  if (edition?.state === 'returned') return `${nameEdition(edition)} was returned to drafting.`
  return edition
    ? `The draft that follows edition ${numberEdition(edition)} is being written.`
    : 'The text is being written together.'
}

function submittedDetail({ state, edition }: ProgressFacts): string {
  if (state === 'drafting' || !edition)
    return 'The chair or an editor submits the text, which freezes it.'
  return `${nameEdition(edition)}, submitted by ${edition.submittedByName}.`
}

function signedDetail({ state, bodies, signOffs }: ProgressFacts): string {
  const required = bodies.filter((body) => body.required && !isApprovingBody(body))
  if (state === 'drafting')
    return `${joinNames(required) || 'No other body'} sign off the frozen text.`
  const waiting = waitingBodies({ bodies, signOffs })
  if (waiting.length === 0) return 'Every required body has agreed.'
  return `${required.length - waiting.length} of ${required.length} required bodies have agreed. Waiting for ${joinNames(waiting)}.`
}

function approvedDetail({ state, bodies }: ProgressFacts): string {
  const name = bodies.find(isApprovingBody)?.name ?? 'The partnership'
  if (state === 'approved' || state === 'published') return `${name} approved the edition.`
  return `${name} approves once every other required body has agreed.`
}

function publishedDetail({ state }: ProgressFacts): string {
  return state === 'published'
    ? 'The edition is public.'
    : 'The chair or an administrator publishes the approved edition.'
}
