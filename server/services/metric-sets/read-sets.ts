import type { Actor } from '../../../app/domain/access/actor'
import { has, mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import {
  type SetChanges,
  type WordedField,
  compareSets,
  describeChanges,
  wordMetric,
} from '../../../app/domain/metric-sets/compare-sets'
import {
  type BodyStanding,
  type Drift,
  describeDrift,
  describeSet,
  findDrift,
  hasDrifted,
  judgeBodies,
} from '../../../app/domain/metric-sets/judge-set'
import type { SetBody, SetVersion } from '../../../app/domain/metric-sets/metric-set'
import { METRIC_ROLE_SHORT, type Metric } from '../../../app/domain/metrics/metric'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { StoredSet } from './metric-set-store'
import type { MetricSetsAdapters } from './metric-sets-services'

export interface SetInput {
  readonly strategyId: string
  readonly setId: string
}

export interface SetSummary {
  readonly id: string
  readonly name: string
  readonly purpose: string
  readonly sentence: string
  /** An agreement no longer counts. */
  readonly isStale: boolean
}

export interface SetList {
  readonly sets: readonly SetSummary[]
  readonly mayManage: boolean
}

export interface VersionFacts extends Omit<SetVersion, 'content' | 'signOffs'> {
  readonly metrics: number
}

export interface SetDetail {
  readonly set: Pick<StoredSet, 'id' | 'name' | 'purpose'>
  readonly sentence: string
  /** Newest first. */
  readonly versions: readonly VersionFacts[]
  /** The version asked for, else the newest. */
  readonly shown: VersionFacts
  readonly metrics: readonly {
    readonly id: string
    readonly code: string
    readonly plainTitle: string
    readonly role: string
    readonly fields: readonly WordedField[]
  }[]
  readonly bodies: readonly BodyStanding[]
  /** What has changed since the newest version was made; null when nothing has. */
  readonly drift: (Drift & { readonly sentence: string }) | null
  /** Between the two versions asked for. */
  readonly compared: Compared | null
  /** The actor signs for them, and they have not answered the newest version. */
  readonly mayAnswerFor: readonly SetBody[]
  readonly mayManage: boolean
}

export interface Compared {
  readonly from: number
  readonly to: number
  readonly changes: SetChanges
  readonly sentence: string
}

export interface ReadSetInput extends SetInput {
  readonly version: number | null
  readonly compare: { readonly from: number; readonly to: number } | null
}

/** The sets of the strategy's partnership, for anyone who may read it. */
export async function readSets(
  adapters: MetricSetsAdapters,
  actor: Actor | null,
  { strategyId }: { readonly strategyId: string },
): Promise<Outcome<SetList>> {
  const { metrics, metricSets } = adapters
  const partnershipId = await metrics.findPartnershipOf(strategyId)
  if (partnershipId === null) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'read', { partnershipId })
  if (!allowed.ok) return allowed
  const [sets, bodies] = await Promise.all([
    metricSets.listSets(partnershipId),
    metricSets.listBodies(partnershipId),
  ])
  const named = sets.flatMap(({ versions }) => idsOf(newestOf(versions)))
  const now = await metrics.findMetrics(partnershipId, [...new Set(named)])
  return done({
    sets: sets.map((set) => summarise(set, bodies, now)),
    mayManage: has(actor, 'manage_metrics', { partnershipId }),
  })
}

/** One set with a version of it, what bodies answered, and whether that still counts. */
export async function readSet(
  adapters: MetricSetsAdapters,
  actor: Actor | null,
  { version, compare, ...ids }: ReadSetInput,
): Promise<Outcome<SetDetail>> {
  const found = await findSetOf(adapters, actor, ids)
  if (!found.ok) return found
  const set = found.value
  const { id, name, purpose, partnershipId, versions } = set
  const newest = newestOf(versions)
  const shown = version === null ? newest : versions.find(({ number }) => number === version)
  if (!shown) return refuse('not_found', NOT_FOUND)
  const [bodies, now] = await Promise.all([
    adapters.metricSets.listBodies(partnershipId),
    adapters.metrics.findMetrics(partnershipId, idsOf(newest)),
  ])
  const drift = findDrift(newest, now)
  const standings = judgeBodies(bodies, versions, drift)
  return done({
    set: { id, name, purpose },
    sentence: describeSet(newest, standings),
    versions: versions.map(toFacts),
    shown: toFacts(shown),
    metrics: shown.content.metrics.map((metric) => ({
      id: metric.id,
      code: metric.code,
      plainTitle: metric.plainTitle,
      role: METRIC_ROLE_SHORT[metric.role],
      fields: wordMetric(metric).filter(({ value }) => value !== ''),
    })),
    bodies: standings,
    drift: hasDrifted(drift) ? { ...drift, sentence: describeDrift(drift) } : null,
    compared: compare && compareVersions(versions, compare),
    mayAnswerFor: bodies.filter((body) => mayAnswer(actor, body, newest)),
    mayManage: has(actor, 'manage_metrics', { partnershipId }),
  })
}

/** The set, when it belongs to the strategy's partnership and the actor may read it. */
export async function findSetOf(
  { metrics, metricSets }: MetricSetsAdapters,
  actor: Actor | null,
  { strategyId, setId }: SetInput,
): Promise<Outcome<StoredSet>> {
  const [partnershipId, set] = await Promise.all([
    metrics.findPartnershipOf(strategyId),
    metricSets.findSet(setId),
  ])
  if (!set || set.partnershipId !== partnershipId) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'read', set)
  return allowed.ok ? done(set) : allowed
}

export function newestOf(versions: readonly SetVersion[]): SetVersion {
  const [newest] = versions
  if (!newest) throw new Error('A metric set has no version.')
  return newest
}

function summarise(
  { id, name, purpose, versions }: StoredSet,
  bodies: readonly SetBody[],
  now: readonly Metric[],
): SetSummary {
  const newest = newestOf(versions)
  const standings = judgeBodies(bodies, versions, findDrift(newest, now))
  const isStale = standings.some(({ state }) => state.startsWith('older'))
  return { id, name, purpose, sentence: describeSet(newest, standings), isStale }
}

function compareVersions(
  versions: readonly SetVersion[],
  { from, to }: { readonly from: number; readonly to: number },
): Compared | null {
  const before = versions.find(({ number }) => number === from)
  const after = versions.find(({ number }) => number === to)
  if (!before || !after) return null
  const changes = compareSets(before.content, after.content)
  return { from, to, changes, sentence: describeChanges(changes) }
}

function mayAnswer(actor: Actor | null, { id }: SetBody, { signOffs }: SetVersion): boolean {
  const signs = actor?.signatoryOf.includes(id) === true
  return signs && !signOffs.some(({ bodyId }) => bodyId === id)
}

function idsOf({ content }: SetVersion): string[] {
  return content.metrics.map(({ id }) => id)
}

function toFacts({ content, signOffs: _answers, ...version }: SetVersion): VersionFacts {
  return { ...version, metrics: content.metrics.length }
}
