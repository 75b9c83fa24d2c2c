import { type Outcome, done, refuse } from '../outcome/outcome'
import type { Attendance, SigningBody, SignOffResult } from './agreement'
import { isPositive } from './sign-off'

/** Was this counted rightly, and were enough present for a positive answer? (SPEC.md SO45–SO47) */
export function checkAttendance(
  body: Pick<SigningBody, 'name' | 'members' | 'quorum'>,
  { result, ...counted }: Attendance & { readonly result: SignOffResult },
): Outcome<void> {
  const { present } = counted
  const quorate = isPositive(result) ? checkQuorum(body, present) : done(undefined)
  if (!quorate.ok) return quorate
  const { name, members } = body
  if (members !== null && present !== null && present > members)
    return refusePresent(`${name} has ${members} members, so ${present} cannot have been present.`)
  const votes = countVotes(counted)
  if (present !== null && votes > present) {
    const message = `${votes} votes were counted and ${present} were present. Check the numbers.`
    return refuse('invalid', `${message} Nothing was recorded.`, { votesFor: message })
  }
  return done(undefined)
}

function checkQuorum(
  { name, quorum }: Pick<SigningBody, 'name' | 'quorum'>,
  present: number | null,
): Outcome<void> {
  if (quorum === null) return done(undefined)
  if (present === null)
    return refusePresent(`Say how many were present: ${name} decides with ${quorum} or more.`)
  if (present >= quorum) return done(undefined)
  return refusePresent(
    `${present} were present, and ${name} decides with ${quorum} or more. The meeting was not quorate, so it cannot have agreed: record the answer of the next meeting that is.`,
  )
}

function countVotes({ votesFor, votesAgainst, votesAbstained }: Attendance): number {
  return (votesFor ?? 0) + (votesAgainst ?? 0) + (votesAbstained ?? 0)
}

function refusePresent(message: string): Outcome<never> {
  return refuse('invalid', `${message} Nothing was recorded; what you typed is still here.`, {
    present: message,
  })
}

/** “9 of 14 present; 7 for, 1 against, 1 abstained”; null when nothing was counted. */
export function describeAttendance(
  { present, votesFor, votesAgainst, votesAbstained }: Attendance,
  members: number | null,
): string | null {
  const votes = [
    votesFor === null ? null : `${votesFor} for`,
    votesAgainst === null ? null : `${votesAgainst} against`,
    votesAbstained === null ? null : `${votesAbstained} abstained`,
  ].filter((part) => part !== null)
  const there = present === null ? null : `${present}${members ? ` of ${members}` : ''} present`
  const parts = [there, votes.join(', ') || null].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join('; ')
}
