import type { Actor } from '../../../app/domain/access/actor'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import { type SourceForm, parseSource } from '../../../app/domain/sources/parse-source'
import type { Source } from '../../../app/domain/sources/source'
import type { AuditRecord } from '../audit'
import { type PartnershipFinder, findPartnership } from '../find-partnership'

export interface SourceStore extends PartnershipFinder {
  /** Those in use, by title. */
  listSources(partnershipId: string): Promise<Source[]>
  addSource(source: NewSourceRow, audit: AuditRecord): Promise<void>
}

export interface NewSourceRow extends Source {
  readonly partnershipId: string
  readonly addedById: string
}

export interface SourcesAdapters {
  readonly sources: SourceStore
  readonly now: () => Date
  readonly newId: () => string
}

export function createSourcesServices(adapters: SourcesAdapters) {
  return {
    /** What may be cited in this strategy. */
    list: (actor: Actor | null, strategyId: string) => listSources(adapters, actor, strategyId),
    add: (actor: Actor | null, input: { strategyId: string; form: SourceForm }) =>
      addSource(adapters, actor, input),
  }
}

export type SourcesServices = ReturnType<typeof createSourcesServices>

async function listSources(
  { sources }: SourcesAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<Source[]>> {
  const found = await findPartnership(sources, actor, { strategyId, right: 'read' })
  return found.ok ? done(await sources.listSources(found.value.partnershipId)) : found
}

async function addSource(
  { sources, now, newId }: SourcesAdapters,
  actor: Actor | null,
  { strategyId, form }: { strategyId: string; form: SourceForm },
): Promise<Outcome<Source>> {
  const found = await findPartnership(sources, actor, { strategyId, right: 'edit' })
  if (!found.ok) return found
  const parsed = parseSource(form)
  if (!parsed.ok) return parsed
  const { partnershipId, personId } = found.value
  const source = { id: newId(), ...parsed.value }
  await sources.addSource(
    { ...source, partnershipId, addedById: personId },
    { at: now(), actorId: personId, action: 'source.added', subject: source.id, data: {} },
  )
  return done(source)
}
