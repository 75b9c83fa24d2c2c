import type { Actor } from '../../../app/domain/access/actor'
import { has } from '../../../app/domain/access/rights'
import { FIRST_TEXT, UNKNOWN_WRITER, type Writer } from '../../../app/domain/history/authorship'
import { groupByDay, type HistoryDay } from '../../../app/domain/history/group-by-day'
import type { Version } from '../../../app/domain/history/version'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type { StrategyState } from '../../../app/domain/strategy/strategy'
import { findHistoryOf, type HistoryAdapters } from './history-adapters'
import type { VersionRow } from './history-store'

export interface HistoryAsked {
  readonly strategyId: string
  readonly before: number | null
  readonly chapterId: string | null
  readonly personId: string | null
  readonly onlyNamed: boolean
}

export interface HistoryView {
  readonly strategy: {
    readonly id: string
    readonly title: string
    readonly state: StrategyState
    /** Only suggestions are taken. */
    readonly suggestingOnly: boolean
  }
  readonly days: readonly HistoryDay[]
  /** Where older ones begin; null when these are all. */
  readonly olderThan: number | null
  readonly asked: HistoryAsked
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
  readonly people: readonly Writer[]
  readonly mayEdit: boolean
}

const AT_ONCE = 40

/** What became of the strategy so far, newest first. */
export async function listHistory(
  adapters: Pick<HistoryAdapters, 'strategies' | 'history'>,
  actor: Actor | null,
  asked: HistoryAsked,
): Promise<Outcome<HistoryView>> {
  const found = await findHistoryOf(adapters, actor, {
    strategyId: asked.strategyId,
    right: 'read',
  })
  if (!found.ok) return found
  const { strategy } = found.value
  const { history } = adapters
  const [rows, options] = await Promise.all([
    history.listVersions(strategy.documentId, { ...asked, limit: AT_ONCE + 1 }),
    history.listFilterOptions(strategy.documentId),
  ])
  const shown = rows.slice(0, AT_ONCE)
  const ids = shown.flatMap(({ authors }) => authors.map(({ personId }) => personId))
  const writers = await history.listWriters(strategy.partnershipId, [
    ...new Set([...ids.filter((id) => id !== null), ...options.personIds]),
  ])
  return done({
    strategy: {
      id: strategy.id,
      title: strategy.title,
      state: strategy.state,
      suggestingOnly: strategy.suggesting !== null,
    },
    days: groupByDay(nameAuthors(shown, writers)),
    olderThan: rows.length > AT_ONCE ? Number(shown.at(-1)?.seq ?? 0n) : null,
    asked,
    chapters: options.chapters.toSorted((a, b) => (a.title < b.title ? -1 : 1)),
    people: writers
      .filter(({ personId }) => options.personIds.includes(personId ?? ''))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    mayEdit: has(actor, 'edit', strategy),
  })
}

export function nameAuthors(rows: readonly VersionRow[], writers: readonly Writer[]): Version[] {
  const known = new Map(writers.map((writer) => [writer.personId, writer]))
  return rows.map(({ seq, previousSeq, at, authors, summary, marks }) => ({
    seq: Number(seq),
    previousSeq: previousSeq === null ? null : Number(previousSeq),
    at: at.toISOString(),
    marks,
    sentence: summary.sentence,
    authors: authors.map(({ personId, edits }) => ({
      ...(known.get(personId) ?? (personId === null ? FIRST_TEXT : UNKNOWN_WRITER)),
      personId,
      edits,
    })),
  }))
}
