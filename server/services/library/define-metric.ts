import { createHash } from 'node:crypto'
import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import {
  DEFINITION_LABELS,
  type DefinitionField,
  type MetricDefinition,
  definitionOf,
} from '../../../app/domain/metrics/definition'
import type { AreaRef, Metric } from '../../../app/domain/metrics/metric'
import { parseDefinition } from '../../../app/domain/metrics/parse-definition'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { canonicaliseJson } from '../../../app/domain/signoff/canonical-json'
import { type MetricInput, findMetricOf } from '../metrics/read-metric'
import { tellStrategies } from '../metrics/tell-strategies'
import type { LibraryAdapters } from './library-services'
import type { LibraryState } from './library-store'

export type TypedFields = Readonly<Record<string, string>>

export interface DefinitionForm {
  /** Null for a new one. */
  readonly metric: Metric | null
  readonly areas: readonly AreaRef[]
  /** How many it has: with values some fields stay. */
  readonly values: number
  /** Of the definition as it is now; sent back, it tells whether somebody else was faster. */
  readonly seen: string
}

export interface AddMetricInput {
  readonly strategyId: string
  readonly typed: TypedFields
}

export interface ChangeMetricInput extends MetricInput {
  readonly typed: TypedFields
}

export async function readNewForm(
  adapters: LibraryAdapters,
  actor: Actor | null,
  { strategyId }: { readonly strategyId: string },
): Promise<Outcome<DefinitionForm>> {
  const allowed = await findManaged(adapters, actor, strategyId)
  if (!allowed.ok) return allowed
  return done({
    metric: null,
    areas: await listAreas(adapters, allowed.value),
    values: 0,
    seen: '',
  })
}

export async function readDefinitionForm(
  adapters: LibraryAdapters,
  actor: Actor | null,
  input: MetricInput,
): Promise<Outcome<DefinitionForm>> {
  const found = await findMetricOf(adapters, actor, input)
  if (!found.ok) return found
  const metric = found.value
  const allowed = mayDo(actor, 'manage_metrics', metric)
  if (!allowed.ok) return allowed
  const [areas, values] = await Promise.all([
    listAreas(adapters, metric.partnershipId),
    adapters.library.countValues(metric.id),
  ])
  const seen = nameWording(definitionOf(metric))
  return done({ metric, areas: withOwn(areas, metric.area), values, seen })
}

/** Adds a metric to the partnership's library; it has no lead and no values yet. */
export async function addMetric(
  adapters: LibraryAdapters,
  actor: Actor | null,
  { strategyId, typed }: AddMetricInput,
): Promise<Outcome<{ metricId: string }>> {
  const allowed = await findManaged(adapters, actor, strategyId)
  if (!allowed.ok) return allowed
  const partnershipId = allowed.value
  const areaIds = (await listAreas(adapters, partnershipId)).map(({ id }) => id)
  const at = adapters.now()
  const added = await adapters.library.addMetric(partnershipId, (state) => {
    const parsed = parseDefinition(typed, { areaIds, before: null, values: 0 })
    const free = refuseTaken(parsed, typed, state)
    if (!free.ok) return free
    const id = adapters.newId()
    const definition = free.value
    const audit = {
      at,
      actorId: actor?.personId ?? null,
      action: 'metric.added',
      subject: id,
      data: { code: definition.code, title: definition.title },
    }
    return done({ id, definition, audit })
  })
  if (!added.ok) return added
  await tellStrategies(adapters, partnershipId)
  return done({ metricId: added.value.id })
}

/** Changes what a metric is; what its values are read by stays once it has any. */
export async function changeDefinition(
  adapters: LibraryAdapters,
  actor: Actor | null,
  { typed, ...ids }: ChangeMetricInput,
): Promise<Outcome<{ changed: readonly DefinitionField[] }>> {
  const found = await findMetricOf(adapters, actor, ids)
  if (!found.ok) return found
  const allowed = mayDo(actor, 'manage_metrics', found.value)
  if (!allowed.ok) return allowed
  const { partnershipId } = found.value
  const areaIds = (await listAreas(adapters, partnershipId)).map(({ id }) => id)
  const at = adapters.now()
  const { personId } = allowed.value
  let fields: DefinitionField[] = []
  const changed = await adapters.library.changeMetric(ids.metricId, (state) => {
    const before = definitionOf(state.metric)
    if (typed['seen'] !== nameWording(before)) return refuse('conflict', CHANGED_MEANWHILE)
    const parsed = parseDefinition(typed, { areaIds, before, values: state.values })
    const free = refuseTaken(parsed, typed, state)
    if (!free.ok) return free
    fields = listChanged(before, free.value)
    if (fields.length === 0) return done(null)
    const audit = {
      at,
      actorId: personId,
      action: 'metric.defined_anew',
      subject: ids.metricId,
      data: { fields: fields.join(' '), ...listTexts(before, free.value) },
    }
    return done({ definition: free.value, audit })
  })
  if (!changed) return refuse('not_found', NOT_FOUND)
  if (!changed.ok) return changed
  if (changed.value) await tellStrategies(adapters, partnershipId)
  return done({ changed: fields })
}

const CHANGED_MEANWHILE =
  'Somebody else changed this metric while you were writing, so nothing was saved. Copy what you typed, reload the page to see what it says now, and change it again.'

/** The code is looked at with the rest, so that all that is wrong is named together (rule ME44). */
function refuseTaken(
  parsed: Outcome<MetricDefinition>,
  typed: TypedFields,
  { takenCodes }: LibraryState,
): Outcome<MetricDefinition> {
  const code = typed['code']?.trim() ?? ''
  if (!takenCodes.has(code.toLowerCase())) return parsed
  const fields = parsed.ok ? {} : parsed.refusal.fields
  return refuse('invalid', 'Nothing was saved; what you typed is still here.', {
    ...fields,
    code: `Another metric of the partnership has the code ${code}. Give this one its own.`,
  })
}

function listChanged(before: MetricDefinition, after: MetricDefinition): DefinitionField[] {
  const fields = Object.keys(DEFINITION_LABELS) as DefinitionField[]
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

/** The wording that counts most stays on record before and after. */
function listTexts(before: MetricDefinition, after: MetricDefinition): Record<string, string> {
  if (before.definition === after.definition) return {}
  return { definitionBefore: before.definition, definitionAfter: after.definition }
}

function nameWording(definition: MetricDefinition): string {
  const text = canonicaliseJson(definition, 'metric')
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

async function findManaged(
  { metrics }: LibraryAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<string>> {
  const partnershipId = await metrics.findPartnershipOf(strategyId)
  if (partnershipId === null) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'manage_metrics', { partnershipId })
  return allowed.ok ? done(partnershipId) : allowed
}

function listAreas({ library, now }: LibraryAdapters, partnershipId: string) {
  return library.listAreas(partnershipId, dayOfInstant(now()))
}

function withOwn(areas: readonly AreaRef[], own: AreaRef): readonly AreaRef[] {
  return areas.some(({ id }) => id === own.id) ? areas : [...areas, own]
}
