import {
  EDITION_SCHEMA,
  type EditionContent,
  type EditionHwbPriority,
  type EditionMetric,
  type EditionNeed,
  type EditionPerson,
  type StrategyFacts,
} from '../../../app/domain/signoff/edition-content'
import type { ObjectiveBlock, StrategyContent } from '../../../app/domain/strategy/strategy'
import { readStrategy } from '../../../app/document/read'
import type { DocumentReader } from '../documents'

/** The rows an edition takes its names and figures from. Unknown ids are left out of the answer. */
export interface EditionSources {
  findStrategy(strategyId: string): Promise<StrategyFacts | null>
  listMetrics(partnershipId: string, ids: readonly string[]): Promise<EditionMetric[]>
  listPeople(partnershipId: string, ids: readonly string[]): Promise<EditionPerson[]>
  listHwbPriorities(partnershipId: string, ids: readonly string[]): Promise<EditionHwbPriority[]>
  listNeeds(partnershipId: string, ids: readonly string[]): Promise<EditionNeed[]>
}

export interface EditionReaders {
  readonly documents: DocumentReader
  readonly sources: EditionSources
}

/** The working draft as it stands now, in the shape of an edition; null when there is no such strategy. */
export async function buildEditionContent(
  readers: EditionReaders,
  strategyId: string,
): Promise<EditionContent | null> {
  const facts = await readers.sources.findStrategy(strategyId)
  if (!facts) return null
  const { doc } = await readers.documents.read(facts.documentId)
  try {
    return await fillEdition(readers.sources, facts, { content: readStrategy(doc), edition: null })
  } finally {
    doc.destroy()
  }
}

/**
 * Adds to a text the names and figures it is linked to, each list in an order that does not depend on the database.
 * Blocks taken out of the text stay behind: the live document keeps them for undo, an edition must not show them.
 */
export async function fillEdition(
  sources: EditionSources,
  facts: StrategyFacts,
  text: { content: StrategyContent; edition: number | null },
): Promise<EditionContent> {
  const { partnershipId } = facts
  const blocks = text.content.blocks.filter((block) => block.chapterId !== null)
  const objectives = blocks.filter((block) => block.kind === 'objective')
  const metrics = await sources.listMetrics(
    partnershipId,
    linkedIds(objectives, (o) => o.metricLinks.map((l) => l.metricId)),
  )
  const leads = [
    ...objectives.map((o) => o.leadId),
    ...metrics.flatMap((m) => [m.leadId, m.deputyId]),
  ]
  const people = await sources.listPeople(partnershipId, distinct(leads))
  const hwbPriorities = await sources.listHwbPriorities(
    partnershipId,
    linkedIds(objectives, (o) => o.hwbPriorityIds),
  )
  const needs = await sources.listNeeds(
    partnershipId,
    linkedIds(objectives, (o) => o.needIds),
  )
  return {
    schema: EDITION_SCHEMA,
    edition: text.edition,
    strategy: nameStrategy(facts),
    content: { ...text.content, blocks },
    metrics: sortBy(metrics, (metric) => metric.code),
    people: sortBy(people, (person) => person.id),
    hwbPriorities: sortBy(hwbPriorities, (priority) => priority.id),
    needs: sortBy(needs, (need) => need.id),
  }
}

function nameStrategy(facts: StrategyFacts): EditionContent['strategy'] {
  const { id, kind, title, horizonFrom, horizonTo, partnershipId, partnershipName } = facts
  return { id, kind, title, horizonFrom, horizonTo, partnershipId, partnershipName }
}

function linkedIds(
  objectives: readonly ObjectiveBlock[],
  idsOf: (objective: ObjectiveBlock) => readonly string[],
): string[] {
  return distinct(objectives.flatMap(idsOf))
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))]
}

function sortBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
