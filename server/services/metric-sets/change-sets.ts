import { createHash } from 'node:crypto'
import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import { canonicaliseSet } from '../../../app/domain/metric-sets/metric-set'
import { type ParsedSet, type TypedSet, parseSet } from '../../../app/domain/metric-sets/parse-set'
import { type TypedSetSignOff, checkSetSignOff } from '../../../app/domain/metric-sets/sign-set'
import type { Metric } from '../../../app/domain/metrics/metric'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { tellStrategies } from '../metrics/tell-strategies'
import type { NewVersion, StoredSet } from './metric-set-store'
import type { MetricSetsAdapters } from './metric-sets-services'
import { type SetInput, findSetOf, newestOf } from './read-sets'

export interface SetForm {
  /** Null for a new set. */
  readonly set: Pick<StoredSet, 'id' | 'name' | 'purpose'> | null
  readonly chosen: readonly string[]
  /** That are followed, by code. */
  readonly metrics: readonly Pick<Metric, 'id' | 'code' | 'plainTitle' | 'tags'>[]
}

/** Without `setId`: a new set. */
export interface SetFormInput {
  readonly strategyId: string
  readonly setId: string | null
}

export async function readSetForm(
  adapters: MetricSetsAdapters,
  actor: Actor | null,
  input: SetFormInput,
): Promise<Outcome<SetForm>> {
  const found = await findManaged(adapters, actor, input)
  if (!found.ok) return found
  const { partnershipId, set } = found.value
  const metrics = await adapters.metrics.listMetrics(partnershipId)
  const followed = metrics.filter(({ retiredOn }) => retiredOn === null)
  return done({
    set: set && { id: set.id, name: set.name, purpose: set.purpose },
    chosen: set ? newestOf(set.versions).content.metrics.map(({ id }) => id) : [],
    metrics: followed.map(({ id, code, plainTitle, tags }) => ({ id, code, plainTitle, tags })),
  })
}

/** Makes a set with its first version, or a new version of a set. */
export async function addSetVersion(
  adapters: MetricSetsAdapters,
  actor: Actor | null,
  input: SetFormInput & { readonly typed: TypedSet },
): Promise<Outcome<{ setId: string; number: number }>> {
  const found = await findManaged(adapters, actor, input)
  if (!found.ok) return found
  const { partnershipId, personId, set } = found.value
  const metrics = await adapters.metrics.listMetrics(partnershipId)
  const { typed } = input
  const setId = set?.id ?? adapters.newId()
  const build = (parsed: ParsedSet, number: number): NewVersion =>
    buildVersion(adapters, parsed, { setId, number, personId })
  if (!set) {
    const parsed = parseSet(typed, { metrics, newest: null })
    if (!parsed.ok) return parsed
    await adapters.metricSets.addSet({ id: setId, partnershipId, version: build(parsed.value, 1) })
    return tellOf({ setId, number: 1 })
  }
  const added = await adapters.metricSets.addVersion(setId, (state) => {
    const newest = newestOf(state.set.versions)
    const parsed = parseSet(typed, { metrics, newest: newest.content })
    return parsed.ok ? done(build(parsed.value, newest.number + 1)) : parsed
  })
  if (!added) return refuse('not_found', NOT_FOUND)
  return added.ok ? tellOf({ setId, number: added.value.number }) : added

  async function tellOf(made: { setId: string; number: number }) {
    await tellStrategies(adapters, partnershipId)
    return done(made)
  }
}

/** Records what a body says of the newest version. */
export async function signSet(
  adapters: MetricSetsAdapters,
  actor: Actor | null,
  { typed, ...ids }: SetInput & { readonly typed: TypedSetSignOff },
): Promise<Outcome<{ number: number }>> {
  const found = await findSetOf(adapters, actor, ids)
  if (!found.ok) return found
  const allowed = mayDo(actor, 'sign_off', found.value)
  if (!allowed.ok) return allowed
  const { personId, signatoryOf } = allowed.value
  const at = adapters.now()
  const signed = await adapters.metricSets.addSignOff(ids.setId, ({ set, bodies }) => {
    const newest = newestOf(set.versions)
    const checked = checkSetSignOff(typed, { newest, bodies, signatoryOf })
    if (!checked.ok) return checked
    const { body, result, reason } = checked.value
    const { id: versionId, number, sha256 } = newest
    const row = { id: adapters.newId(), versionId, bodyId: body.id, result, reason, sha256 }
    const audit = {
      at,
      actorId: personId,
      action: 'metric_set.answered',
      subject: set.id,
      data: { number, sha256, bodyId: body.id, result },
    }
    return done({ ...row, personId, at, audit })
  })
  if (!signed) return refuse('not_found', NOT_FOUND)
  if (!signed.ok) return signed
  await tellStrategies(adapters, found.value.partnershipId)
  return done({ number: newestOf(found.value.versions).number })
}

interface Made {
  readonly setId: string
  readonly number: number
  readonly personId: string
}

function buildVersion(
  { newId, now }: MetricSetsAdapters,
  { content, note }: ParsedSet,
  { setId, number, personId }: Made,
): NewVersion {
  const at = now()
  const sha256 = createHash('sha256').update(canonicaliseSet(content), 'utf8').digest('hex')
  const audit = {
    at,
    actorId: personId,
    action: number === 1 ? 'metric_set.made' : 'metric_set.version_made',
    subject: setId,
    data: { name: content.name, number, metrics: content.metrics.length, sha256, note },
  }
  return { id: newId(), number, content, sha256, note, personId, at, audit }
}

async function findManaged(
  adapters: MetricSetsAdapters,
  actor: Actor | null,
  { strategyId, setId }: SetFormInput,
): Promise<Outcome<{ partnershipId: string; personId: string; set: StoredSet | null }>> {
  const found =
    setId === null ? done(null) : await findSetOf(adapters, actor, { strategyId, setId })
  if (!found.ok) return found
  const partnershipId = await adapters.metrics.findPartnershipOf(strategyId)
  if (partnershipId === null) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'manage_metrics', { partnershipId })
  if (!allowed.ok) return allowed
  return done({ partnershipId, personId: allowed.value.personId, set: found.value })
}
