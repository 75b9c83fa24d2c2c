import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import {
  type CountermeasurePart,
  type SummaryState,
  listMissing,
  stateOfSummary,
} from '../../../app/domain/answering/countermeasure'
import {
  checkRevision,
  parseCountermeasure,
} from '../../../app/domain/answering/parse-countermeasure'
import type { Texts } from '../../../app/domain/answering/read-texts'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { mayRecord } from '../../../app/domain/metrics/may-record'
import type { Metric } from '../../../app/domain/metrics/metric'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { Member } from '../metrics/metric-store'
import { type MetricInput, findMetricOf } from '../metrics/read-metric'
import { tellStrategies } from '../metrics/tell-strategies'
import type { AnsweringAdapters, Revision, SavedSummary, StoredSummary } from './answering-store'

export interface SummaryKey extends MetricInput {
  /** Null: a new one. */
  readonly number: number | null
}

export interface SummaryView {
  readonly metric: Pick<Metric, 'id' | 'plainTitle'>
  /** Null for a new one. */
  readonly stored: StoredSummary | null
  readonly state: SummaryState
  readonly missing: readonly CountermeasurePart[]
  readonly ownerName: string
  /** Oldest first. */
  readonly revisions: readonly Revision[]
  readonly mayWrite: boolean
  /** Who could own the action. */
  readonly members: readonly Member[]
  readonly today: string
}

const EMPTY = {
  problem: '',
  performance: '',
  contributors: [],
  rootCause: '',
  action: '',
  ownerId: null,
  due: '',
  effect: '',
}

/** A countermeasure summary with its state and what is still to be written (rules AN25–AN28). */
export async function readSummary(
  adapters: AnsweringAdapters,
  actor: Actor | null,
  { number, ...ids }: SummaryKey,
): Promise<Outcome<SummaryView>> {
  const found = await findMetricOf(adapters, actor, ids)
  if (!found.ok) return found
  const metric = found.value
  const today = dayOfInstant(adapters.now())
  const [all, members] = await Promise.all([
    adapters.answering.listSummaries([metric.id]),
    adapters.metrics.listMembers(metric.partnershipId, today),
  ])
  const stored = all.find((one) => one.number === number) ?? null
  if (number !== null && !stored) return refuse('not_found', NOT_FOUND)
  const summary = stored?.summary ?? EMPTY
  const known = { people: new Set(members.map(({ id }) => id)), today }
  return done({
    metric: { id: metric.id, plainTitle: metric.plainTitle },
    stored,
    state: stateOfSummary(summary, known),
    missing: listMissing(summary, known),
    ownerName: members.find(({ id }) => id === summary.ownerId)?.name ?? '',
    revisions: stored ? await adapters.answering.listRevisions(stored.id) : [],
    mayWrite: mayRecord(actor, metric).ok,
    members,
    today,
  })
}

export interface SaveSummaryInput extends SummaryKey {
  readonly texts: Texts
}

/** Each save is a revision; one that began from an older revision is refused (rules AN38, AN39). */
export async function saveSummary(
  adapters: AnsweringAdapters,
  actor: Actor | null,
  { number, texts, ...ids }: SaveSummaryInput,
): Promise<Outcome<SavedSummary>> {
  const found = await findMetricOf(adapters, actor, ids)
  if (!found.ok) return found
  const metric = found.value
  const allowed = mayRecord(actor, metric)
  if (!allowed.ok) return allowed
  const summary = parseCountermeasure(texts)
  if (!summary.ok) return summary
  const at = adapters.now()
  const { personId } = allowed.value
  const saved = await adapters.answering.saveSummary({ metricId: metric.id, number }, (held) => {
    const fresh = checkRevision(texts['revision'] ?? '', held?.revision ?? 0)
    if (!fresh.ok) return fresh
    const summaryId = held?.id ?? adapters.newId()
    return done({
      summaryId,
      revisionId: adapters.newId(),
      summary: summary.value,
      personId,
      at,
      audit: {
        at,
        actorId: personId,
        action: held ? 'countermeasure.revised' : 'countermeasure.begun',
        subject: summaryId,
        data: { metricId: metric.id, revision: (held?.revision ?? 0) + 1 },
      },
    })
  })
  if (!saved) return refuse('not_found', NOT_FOUND)
  if (saved.ok) await tellStrategies(adapters, metric.partnershipId)
  return saved
}
