import { chooseDeletions } from './choose-deletions'
import { forgetDraftsOf, forgetOldDrafts } from './drafts'
import { type KeptCopy, deleteCopies, listCopies } from './kept-copies'
import { forgetVisits } from './last-visit'
import { forgetPages } from './offline-pages'

const PERSON_KEY = 'northing-person'

/** Who this browser last worked for: a page that comes back from the back-forward cache may be somebody else's. */
export function readLastPerson(): string | null {
  return localStorage.getItem(PERSON_KEY)
}

/** At the start of a page: this browser keeps only what is this person's. */
export async function keepOnlyOwn(personId: string): Promise<void> {
  if (readLastPerson() !== personId) await forgetPages()
  localStorage.setItem(PERSON_KEY, personId)
  forgetOldDrafts(Date.now())
  const copies = await listCopies()
  if (copies.length === 0) return
  const mayOpen = await fetchOwnStrategies()
  await deleteCopies(chooseDeletions(copies, { personId, mayOpen, now: Date.now() }))
}

export async function listOwnUnsent(personId: string): Promise<readonly KeptCopy[]> {
  return (await listCopies()).filter(
    (copy) => copy.personId === personId && copy.unsentSince !== null,
  )
}

let isGivenUp = false

/** The person has agreed to leave with what is unsent: no page asks once more. */
export function isLeaving(): boolean {
  return isGivenUp
}

/** On signing out. Other people's unsent words stay: they are nobody's to throw away here. */
export async function forgetPerson(personId: string): Promise<void> {
  isGivenUp = true
  forgetDraftsOf(personId)
  const copies = await listCopies()
  await deleteCopies(copies.filter((copy) => copy.personId === personId))
  await forgetPages()
  forgetVisits()
  localStorage.removeItem(PERSON_KEY)
  sessionStorage.clear()
}

/** Where nobody is signed in nothing stays but words that never reached the server: they wait for their writer. */
export async function forgetSignedOut(): Promise<void> {
  if (readLastPerson() === null) return
  const copies = await listCopies()
  const nobody = { personId: '', mayOpen: null, now: Date.now() }
  await deleteCopies(chooseDeletions(copies, nobody))
  await forgetPages()
  forgetVisits()
  localStorage.removeItem(PERSON_KEY)
}

export async function hasOthersUnsent(personId: string): Promise<boolean> {
  return (await listCopies()).some(
    (copy) => copy.personId !== personId && copy.unsentSince !== null,
  )
}

async function fetchOwnStrategies(): Promise<ReadonlySet<string> | null> {
  try {
    const answer = await fetch('/api/v1/strategies', { headers: { Accept: 'application/json' } })
    if (!answer.ok) return null
    const { strategies } = (await answer.json()) as { strategies: { id: string }[] }
    return new Set(strategies.map(({ id }) => id))
  } catch {
    // Without a network nothing is known, and nothing is deleted for it.
    return null
  }
}
