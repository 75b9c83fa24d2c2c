import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { hashBytes } from './hash-bytes'
import type { ImportsAdapters } from './imports-adapters'
import { findForImport } from './read-imports'
import { workOnImport } from './work-on-import'

/** As Fingertips numbers its indicators. */
const INDICATOR = /^\d{1,10}$/

export interface Fetchable {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly sourceId: string
}

/** Metrics whose values can be fetched; null where the operator has not allowed it. */
export async function listFetchable(
  adapters: ImportsAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<readonly Fetchable[] | null>> {
  const allowed = await findForImport(adapters, actor, strategyId)
  if (!allowed.ok) return allowed
  if (!adapters.fingertips) return done(null)
  const { metrics } = await adapters.imports.readContext(allowed.value.partnershipId)
  return done(
    metrics.flatMap(({ metric: { id, code, title, sourceId } }) =>
      INDICATOR.test(sourceId) ? [{ id, code, title, sourceId }] : [],
    ),
  )
}

export interface FetchInput {
  readonly strategyId: string
  readonly metricId: string
}

/** Begins to fetch a metric's values. They become an import like any other, for a person to record. */
export async function fetchIndicator(
  adapters: ImportsAdapters,
  actor: Actor | null,
  { strategyId, metricId }: FetchInput,
): Promise<Outcome<{ readonly importId: string }>> {
  const allowed = await findForImport(adapters, actor, strategyId)
  if (!allowed.ok) return allowed
  const { partnershipId } = allowed.value
  const fetchable = await listFetchable(adapters, actor, strategyId)
  if (!fetchable.ok) return fetchable
  if (!fetchable.value) return refuse('not_found', NOT_FOUND)
  const metric = fetchable.value.find(({ id }) => id === metricId)
  if (!metric)
    return refuse('invalid', 'Nothing was fetched.', {
      metric: 'Choose a metric that has a Fingertips number.',
    })
  const known = await adapters.imports.listImports(partnershipId)
  if (known.some((one) => one.state === 'fetching' && one.metricId === metricId))
    return refuse('conflict', 'The values of this metric are being fetched already.')
  const [importId, fileId] = [adapters.newId(), adapters.newId()]
  const { personId } = allowed.value.actor
  const at = adapters.now()
  const name = `Fingertips ${metric.sourceId}`
  const bytes = new Uint8Array()
  await adapters.imports.addImport({
    id: importId,
    fileId,
    partnershipId,
    name,
    bytes,
    sha256: hashBytes(bytes),
    personId,
    at,
    state: 'fetching',
    metricId,
    audit: {
      at,
      actorId: personId,
      action: 'import.fetched',
      subject: importId,
      data: { metricId, indicator: metric.sourceId },
    },
  })
  adapters.later(() => workOnImport(adapters, importId))
  return done({ importId })
}
