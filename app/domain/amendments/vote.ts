import { type Outcome, done, refuse } from '../outcome/outcome'

export interface Vote {
  readonly votesFor: number
  readonly votesAgainst: number
  readonly votesAbstained: number
}

export type TypedVote = Readonly<Record<keyof Vote, string>>

const MOST = 10_000

/** A count as typed; an abstention left empty is none (SPEC.md AM6). */
export function parseVote(typed: TypedVote): Outcome<Vote> {
  const counts = {
    votesFor: parseCount(typed.votesFor),
    votesAgainst: parseCount(typed.votesAgainst),
    votesAbstained: parseCount(typed.votesAbstained.trim() || '0'),
  }
  const fields: Record<string, string> = {}
  for (const [name, count] of Object.entries(counts)) if (count === null) fields[name] = COUNT
  if (counts.votesFor === 0 && counts.votesAgainst === 0)
    fields['votesFor'] = 'Somebody must have voted for or against.'
  if (Object.keys(fields).length > 0 || !isCounted(counts))
    return refuse('invalid', 'The vote was not recorded; what you typed is still here.', fields)
  return done(counts)
}

function isCounted(
  counts: Record<keyof Vote, number | null>,
): counts is Record<keyof Vote, number> {
  return Object.values(counts).every((count) => count !== null)
}

const COUNT = 'Write the number of votes as a whole number, like 7.'

function parseCount(text: string): number | null {
  const typed = text.trim()
  return /^\d{1,5}$/.test(typed) && Number(typed) <= MOST ? Number(typed) : null
}

/** More for than against; a tie is not carried (SPEC.md AM6). */
export function isCarried({ votesFor, votesAgainst }: Vote): boolean {
  return votesFor > votesAgainst
}

/** “Carried by 7 votes to 3, with 1 abstention.” */
export function describeVote(vote: Vote): string {
  const { votesFor, votesAgainst, votesAbstained } = vote
  const count = `${votesFor} ${votesFor === 1 ? 'vote' : 'votes'} for and ${votesAgainst} against`
  const abstained =
    votesAbstained === 0
      ? ''
      : `, with ${votesAbstained} ${votesAbstained === 1 ? 'abstention' : 'abstentions'}`
  return `${isCarried(vote) ? 'Carried' : 'Not carried'}: ${count}${abstained}.`
}
