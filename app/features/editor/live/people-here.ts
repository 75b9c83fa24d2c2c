import { readAt, readTextAt } from '../../../domain/outcome/read-json'

/** Somebody with the strategy open, this person's own tabs left out. */
export interface PersonHere {
  readonly personId: string
  readonly name: string
  readonly organisation: string
  readonly color: string
  /** Where they are, when they say. */
  readonly chapterId: string | null
  /** The caret is in the text. */
  readonly isWriting: boolean
  /** Of the tab heard of last. */
  readonly clientId: number
}

/** From everybody's presence to people: one for each, whatever the number of their tabs, by name. */
export function listPeopleHere(
  states: ReadonlyMap<number, unknown>,
  ownPersonId: string,
): PersonHere[] {
  const people = new Map<string, PersonHere>()
  for (const [clientId, state] of states) {
    const person = readPerson(clientId, state)
    if (person && person.personId !== ownPersonId) people.set(person.personId, person)
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

export interface OrganisationHere {
  readonly name: string
  readonly people: readonly PersonHere[]
}

/** Who is here for whom, by name; those who stand for nobody last. */
export function groupByOrganisation(people: readonly PersonHere[]): OrganisationHere[] {
  const groups = new Map<string, PersonHere[]>()
  for (const person of people) {
    const group = groups.get(person.organisation)
    if (group) group.push(person)
    else groups.set(person.organisation, [person])
  }
  return [...groups]
    .map(([name, people]) => ({ name: name || 'No organisation', people, isLast: !name }))
    .sort((a, b) => Number(a.isLast) - Number(b.isLast) || a.name.localeCompare(b.name, 'en-GB'))
    .map(({ name, people }) => ({ name, people }))
}

function readPerson(clientId: number, state: unknown): PersonHere | null {
  const personId = readTextAt(state, 'user', 'personId')
  const name = readTextAt(state, 'user', 'name')
  if (personId === null || name === null) return null
  return {
    personId,
    name,
    organisation: readTextAt(state, 'user', 'organisation') ?? '',
    color: readColour(readAt(state, 'user', 'color')),
    chapterId: readTextAt(state, 'chapterId') || null,
    isWriting: readAt(state, 'focusing') === true,
    clientId,
  }
}

/** The server chooses colours; anything but a plain one is not put on the page. */
function readColour(value: unknown): string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value : '#4a5560'
}

/** "Wessex Vale NHS Trust" → "WVNT"; at most four letters. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => /^[\p{Lu}\p{N}]/u.test(word))
  const letters = (words.length > 0 ? words : [name]).map((word) =>
    String.fromCodePoint(word.codePointAt(0) ?? 32),
  )
  return letters.slice(0, 4).join('').toUpperCase()
}
