const PREFIX = 'northing-draft '
/** Words nobody sent wait this long for their writer. */
const WAITS_MS = 30 * 24 * 60 * 60_000

/** A comment or reply somebody began, as this browser keeps it (features/discussion: DI33). */
export interface Draft {
  readonly text: string
  /** The words or the block it is about, to be recognised by. */
  readonly about: string
  /** The form's other fields, to begin again where it was begun. */
  readonly fields: Readonly<Record<string, string>>
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface DraftPlace {
  readonly personId: string
  readonly strategyId: string
  /** `reply …`, `edit …` or `start …`: one draft for each. */
  readonly place: string
}

export interface KeptDraft extends DraftPlace {
  readonly draft: Draft
}

/** Words of white space only keep nothing. A browser that blocks storage keeps nothing either. */
export function keepDraft(place: DraftPlace, draft: Draft): void {
  try {
    if (draft.text.trim() === '') localStorage.removeItem(nameOf(place))
    else localStorage.setItem(nameOf(place), JSON.stringify(draft))
  } catch {
    // The words stay in the box; only a closed page loses them.
  }
}

export function readDraft(place: DraftPlace): Draft | null {
  try {
    return parse(localStorage.getItem(nameOf(place)))
  } catch {
    return null
  }
}

export function dropDraft(place: DraftPlace): void {
  try {
    localStorage.removeItem(nameOf(place))
  } catch {
    // Then there was none.
  }
}

/** Of one person and strategy, the newest first. */
export function listDrafts({ personId, strategyId }: Omit<DraftPlace, 'place'>): KeptDraft[] {
  return listAll()
    .filter((kept) => kept.personId === personId && kept.strategyId === strategyId)
    .sort((a, b) => b.draft.at - a.draft.at)
}

export function hasDrafts(personId: string): boolean {
  return listAll().some((kept) => kept.personId === personId)
}

export function forgetDraftsOf(personId: string): void {
  for (const kept of listAll()) if (kept.personId === personId) dropDraft(kept)
}

/** Whoever wrote them. */
export function forgetOldDrafts(now: number): void {
  for (const kept of listAll()) if (now - kept.draft.at >= WAITS_MS) dropDraft(kept)
}

function listAll(): KeptDraft[] {
  try {
    return listNames().flatMap((name) => {
      if (!name.startsWith(PREFIX)) return []
      const [personId = '', strategyId = '', ...place] = name.slice(PREFIX.length).split(' ')
      const draft = parse(localStorage.getItem(name))
      return draft ? [{ personId, strategyId, place: place.join(' '), draft }] : []
    })
  } catch {
    return []
  }
}

function listNames(): string[] {
  return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
}

function parse(value: string | null): Draft | null {
  const draft = value === null ? null : (JSON.parse(value) as Partial<Draft> | null)
  if (typeof draft?.text !== 'string' || typeof draft.at !== 'number') return null
  return { text: draft.text, about: draft.about ?? '', fields: draft.fields ?? {}, at: draft.at }
}

function nameOf({ personId, strategyId, place }: DraftPlace): string {
  return `${PREFIX}${personId} ${strategyId} ${place}`
}
