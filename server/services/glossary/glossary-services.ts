import type { Actor } from '../../../app/domain/access/actor'
import { parseTerm } from '../../../app/domain/glossary/parse-term'
import type { GlossaryTerm } from '../../../app/domain/glossary/term'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { AuditRecord } from '../audit'
import { type PartnershipFinder, findPartnership } from '../find-partnership'

export interface GlossaryStore extends PartnershipFinder {
  /** By term. */
  listTerms(partnershipId: string): Promise<GlossaryTerm[]>
  /** Adds it, or replaces the one with its id. */
  saveTerm(term: GlossaryTerm & { partnershipId: string }, audit: AuditRecord): Promise<void>
  removeTerm(term: { id: string; partnershipId: string }, audit: AuditRecord): Promise<void>
}

export interface GlossaryAdapters {
  readonly glossary: GlossaryStore
  readonly now: () => Date
  readonly newId: () => string
}

export interface TermInput {
  readonly strategyId: string
  /** Null: a new one. */
  readonly termId: string | null
  readonly fields: Readonly<Record<string, unknown>>
}

export function createGlossaryServices(adapters: GlossaryAdapters) {
  return {
    list: (actor: Actor | null, strategyId: string) => listTerms(adapters, actor, strategyId),
    save: (actor: Actor | null, input: TermInput) => saveTerm(adapters, actor, input),
    remove: (actor: Actor | null, input: { strategyId: string; termId: string }) =>
      removeTerm(adapters, actor, input),
  }
}

export type GlossaryServices = ReturnType<typeof createGlossaryServices>

async function listTerms(
  { glossary }: GlossaryAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<GlossaryTerm[]>> {
  const found = await findPartnership(glossary, actor, { strategyId, right: 'read' })
  return found.ok ? done(await glossary.listTerms(found.value.partnershipId)) : found
}

async function saveTerm(
  { glossary, now, newId }: GlossaryAdapters,
  actor: Actor | null,
  { strategyId, termId, fields }: TermInput,
): Promise<Outcome<void>> {
  const found = await findPartnership(glossary, actor, { strategyId, right: 'edit' })
  if (!found.ok) return found
  const { partnershipId, personId } = found.value
  const terms = await glossary.listTerms(partnershipId)
  if (termId !== null && !terms.some(({ id }) => id === termId)) return refuse('not_found', GONE)
  const others = terms.filter(({ id }) => id !== termId).map(({ term }) => term)
  const parsed = parseTerm(fields, others)
  if (!parsed.ok) return parsed
  const id = termId ?? newId()
  const action = termId === null ? 'glossary_term.added' : 'glossary_term.changed'
  await glossary.saveTerm(
    { id, partnershipId, ...parsed.value },
    { at: now(), actorId: personId, action, subject: id, data: { term: parsed.value.term } },
  )
  return done(undefined)
}

async function removeTerm(
  { glossary, now }: GlossaryAdapters,
  actor: Actor | null,
  { strategyId, termId }: { strategyId: string; termId: string },
): Promise<Outcome<void>> {
  const found = await findPartnership(glossary, actor, { strategyId, right: 'edit' })
  if (!found.ok) return found
  const { partnershipId, personId } = found.value
  const term = (await glossary.listTerms(partnershipId)).find(({ id }) => id === termId)
  if (!term) return refuse('not_found', GONE)
  await glossary.removeTerm(
    { id: termId, partnershipId },
    {
      at: now(),
      actorId: personId,
      action: 'glossary_term.removed',
      subject: termId,
      data: { term: term.term, definition: term.definition },
    },
  )
  return done(undefined)
}

const GONE = 'This word is no longer in the glossary: somebody removed it.'
