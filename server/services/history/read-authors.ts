import type { Actor } from '../../../app/domain/access/actor'
import {
  type AuthoredLine,
  FIRST_TEXT,
  type OrganisationShare,
  shareByOrganisation,
  UNKNOWN_WRITER,
  type Writer,
} from '../../../app/domain/history/authorship'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { findHistoryOf, type HistoryAdapters } from './history-adapters'

export interface AuthorsInput {
  readonly strategyId: string
  /** Empty: the first chapter. */
  readonly chapterId: string
}

export interface AuthorsView {
  readonly strategy: { readonly id: string; readonly title: string }
  readonly chapterId: string
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
  readonly lines: readonly AuthoredLine[]
  readonly shares: readonly OrganisationShare[]
  /** Of everybody who wrote here. */
  readonly writers: readonly Writer[]
  readonly blockTitles: Readonly<Record<string, string>>
}

/** Who typed which piece of a chapter, and when. SPEC.md, HI22–HI25. */
export async function readAuthors(
  adapters: HistoryAdapters,
  actor: Actor | null,
  { strategyId, chapterId }: AuthorsInput,
): Promise<Outcome<AuthorsView>> {
  const found = await findHistoryOf(adapters, actor, { strategyId, right: 'read' })
  if (!found.ok) return found
  const { strategy } = found.value
  const { updates, history, historyThread } = adapters
  const [document, traces] = await Promise.all([
    updates.readUpdates(strategy.documentId),
    history.readTraces(strategy.documentId),
  ])
  const sources = { ...traces, updates: document.updates, chapterId }
  const attributed = await historyThread.attribute(sources)
  if (!attributed) return refuse('not_found', 'There is no such chapter in the draft.')
  const { lines } = attributed
  const ids = new Set(lines.flatMap(({ pieces }) => pieces.map(({ personId }) => personId)))
  const known = [...ids].filter((id) => id !== null)
  const people = await history.listWriters(strategy.partnershipId, known)
  const writers = new Map<string | null, Writer>(people.map((person) => [person.personId, person]))
  writers.set(null, FIRST_TEXT)
  return done({
    ...attributed,
    strategy: { id: strategy.id, title: strategy.title },
    shares: shareByOrganisation(lines, writers),
    writers: [...ids].map((id) => writers.get(id) ?? { ...UNKNOWN_WRITER, personId: id }),
  })
}
