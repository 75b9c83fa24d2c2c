import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import type { Thread } from '../../../app/domain/discussion/thread'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { buildReport } from '../../../app/domain/rounds/report'
import { readDiscussion } from '../discussion/read-discussion'
import { findRound } from './find-round'
import type { ReportedRound, RoundAdapters, RoundKey } from './round-store'

/** What the round brought so far; when it is closed, its closing report (SPEC.md RR14–RR17). */
export async function reportRound(
  adapters: RoundAdapters,
  actor: Actor | null,
  key: RoundKey,
): Promise<Outcome<ReportedRound>> {
  const found = await findRound(adapters.rounds, actor, key)
  if (!found.ok) return found
  const { round, strategy } = found.value
  if (round.state === 'draft') return refuse('not_found', NOT_FOUND)
  const [discussion, suggestions] = await Promise.all([
    readDiscussion(adapters, actor, key.strategyId),
    adapters.suggestions.list(key.strategyId),
  ])
  if (!discussion.ok) return discussion
  const { placed, chapters, blockNames } = discussion.value
  const places = new Map(placed.map((item) => [item.thread.id, item]))
  const placeOf = ({ id, target }: Thread): string => {
    const item = places.get(id)
    if (!item || item.place === 'gone') return 'Text no longer in the document'
    if (target.type === 'block') return blockNames[target.blockId] ?? 'A block'
    return chapters.find((chapter) => chapter.id === item.chapterId)?.title ?? 'A chapter'
  }
  const report = buildReport(round, {
    threads: placed.map(({ thread }) => thread),
    suggestions,
    placeOf,
  })
  return done({ strategyTitle: strategy.title, round, report, madeAt: adapters.now() })
}

export interface ReportFile {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly disposition: string
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** The report as a file (SPEC.md RR18). */
export async function exportReport(
  adapters: RoundAdapters,
  actor: Actor | null,
  { format, ...key }: RoundKey & { readonly format: string },
): Promise<Outcome<ReportFile>> {
  const reported = await reportRound(adapters, actor, key)
  if (!reported.ok) return reported
  if (format !== 'csv' && format !== 'docx')
    return refuse('not_found', 'The report can be had as csv or docx.')
  const bytes = await adapters.roundFiles[format](reported.value)
  return done({
    bytes,
    contentType: TYPES[format],
    disposition: `attachment; filename="review-report.${format}"; filename*=UTF-8''${encodeName(reported.value.round.title)}.${format}`,
  })
}

function encodeName(title: string): string {
  const name = title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)
  return encodeURIComponent(`Report-${name}`).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
