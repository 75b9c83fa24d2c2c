import { type Role, ROLES } from '../access/actor'
import { type Outcome, done, refuse } from '../outcome/outcome'
import type { Cast, Seat, Voters } from './decision'
import { type Fields, textOf } from './parse-ballot'

export interface ElectorateMember {
  readonly personId: string
  readonly name: string
  readonly organisationId: string
  readonly organisationName: string
  readonly role: Role
  readonly signatoryOf: readonly string[]
}

/** Whom a decision can ask: members who may vote, and what they can speak for. */
export interface Electorate {
  readonly members: readonly ElectorateMember[]
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
}

export type NewSeat = Omit<Seat, 'id' | 'casterName' | 'deputyName'>

/** The votes of a decision, from its form: who holds each, who casts it, who stands in (SPEC.md DE10). */
export function readSeats(
  voters: Voters,
  fields: Fields,
  electorate: Electorate,
): Outcome<readonly NewSeat[]> {
  const seats = SEATS[voters](fields, electorate)
  if (!seats.ok) return seats
  return seats.value.length > 0 ? seats : wrong(voters, EMPTY[voters])
}

const EMPTY: Record<Voters, string> = {
  roles: 'Choose at least one role that somebody has.',
  people: 'Choose at least one person.',
  organisations: 'Choose who votes for at least one organisation.',
  bodies: 'Choose who votes for at least one body.',
}

type ReadSeats = (fields: Fields, electorate: Electorate) => Outcome<readonly NewSeat[]>

const SEATS: Record<Voters, ReadSeats> = {
  roles: (fields, { members }) => {
    const roles = ROLES.filter((role) => textOf(fields, `role-${role}`) === 'yes')
    return done(members.filter(({ role }) => roles.includes(role)).map((one) => seatOf(one, null)))
  },
  people: (fields, { members }) => {
    const seats: NewSeat[] = []
    for (const member of members) {
      if (textOf(fields, `seat-${member.personId}`) === '') continue
      const deputy = readDeputy(fields, member.personId, { members, casterId: member.personId })
      if (!deputy.ok) return deputy
      seats.push(seatOf(member, deputy.value))
    }
    return done(seats)
  },
  organisations: (fields, electorate) =>
    readHolders('organisation', { fields, electorate, holders: electorate.organisations }),
  bodies: (fields, electorate) =>
    readHolders('body', { fields, electorate, holders: electorate.bodies }),
}

function seatOf(member: ElectorateMember, deputyId: string | null): NewSeat {
  return {
    kind: 'person',
    targetId: member.personId,
    name: member.name,
    organisation: member.organisationName,
    casterId: member.personId,
    deputyId,
  }
}

interface Holders {
  readonly fields: Fields
  readonly electorate: Electorate
  readonly holders: readonly { readonly id: string; readonly name: string }[]
}

function readHolders(
  kind: 'organisation' | 'body',
  { fields, electorate: { members }, holders }: Holders,
): Outcome<readonly NewSeat[]> {
  const seats: NewSeat[] = []
  for (const { id, name } of holders) {
    const casterId = textOf(fields, `seat-${id}`)
    if (casterId === '') continue
    if (!members.some(({ personId }) => personId === casterId))
      return wrong(`seat-${id}`, `Choose who votes for ${name} from the list.`)
    const deputy = readDeputy(fields, id, { members, casterId })
    if (!deputy.ok) return deputy
    seats.push({ kind, targetId: id, name, organisation: name, casterId, deputyId: deputy.value })
  }
  return done(seats)
}

function readDeputy(
  fields: Fields,
  targetId: string,
  { members, casterId }: Pick<Electorate, 'members'> & { casterId: string },
): Outcome<string | null> {
  const field = `deputy-${targetId}`
  const deputyId = textOf(fields, field)
  if (deputyId === '') return done(null)
  if (!members.some(({ personId }) => personId === deputyId))
    return wrong(field, 'Choose the deputy from the list.')
  return deputyId === casterId ? wrong(field, 'Nobody is their own deputy.') : done(deputyId)
}

function wrong(name: string, message: string): Outcome<never> {
  return refuse('invalid', `${message} Nothing was opened; what you typed is still here.`, {
    [name]: message,
  })
}

/** Who casts may always; a deputy until they have (SPEC.md DE11). `last` is the vote that counts so far. */
export function mayCastFor(
  personId: string,
  seat: Pick<Seat, 'casterId' | 'deputyId' | 'name'>,
  last: Pick<Cast, 'personId'> | null,
): Outcome<void> {
  if (seat.casterId === personId) return done(undefined)
  if (seat.deputyId !== personId)
    return refuse('forbidden', 'You are not among those who vote on this. Nothing was cast.')
  return last?.personId === seat.casterId
    ? refuse(
        'conflict',
        `The vote of ${seat.name} was cast by who casts it, so a deputy no longer can. Nothing was changed.`,
      )
    : done(undefined)
}

/** Seats this person may still be asked to vote for: theirs, or as a deputy, without a vote (SPEC.md DE33). */
export function seatsWaitingFor(
  personId: string,
  seats: readonly Seat[],
  voted: { has(seatId: string): boolean },
): readonly Seat[] {
  return seats.filter(
    (seat) => !voted.has(seat.id) && (seat.casterId === personId || seat.deputyId === personId),
  )
}
