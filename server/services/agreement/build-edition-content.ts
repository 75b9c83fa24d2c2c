import {
  EDITION_SCHEMA,
  type EditionContent,
  type EditionFile,
  type EditionHwbPriority,
  type EditionMetric,
  type EditionNeed,
  type EditionOrganisation,
  type EditionPerson,
  type EditionPlace,
  type StrategyFacts,
} from '../../../app/domain/signoff/edition-content'
import { idsInFields } from '../../../app/domain/strategy/field-access'
import type { FieldType } from '../../../app/domain/strategy/field-types'
import type { Source } from '../../../app/domain/sources/source'
import { listAtoms, listImageIds, orderAtoms } from '../../../app/domain/strategy/list-atoms'
import type { Block, ObjectiveBlock, StrategyContent } from '../../../app/domain/strategy/strategy'
import { readStrategy } from '../../../app/document/read'
import type { DocumentReader } from '../documents'

/** The rows an edition takes its names and figures from. Unknown ids are left out of the answer. */
export interface EditionSources {
  findStrategy(strategyId: string): Promise<StrategyFacts | null>
  listMetrics(partnershipId: string, ids: readonly string[]): Promise<EditionMetric[]>
  listPeople(partnershipId: string, ids: readonly string[]): Promise<EditionPerson[]>
  listHwbPriorities(partnershipId: string, ids: readonly string[]): Promise<EditionHwbPriority[]>
  listNeeds(partnershipId: string, ids: readonly string[]): Promise<EditionNeed[]>
  listOrganisations(partnershipId: string, ids: readonly string[]): Promise<EditionOrganisation[]>
  listPlaces(partnershipId: string, ids: readonly string[]): Promise<EditionPlace[]>
  listSources(partnershipId: string, ids: readonly string[]): Promise<Source[]>
  listFiles(partnershipId: string, ids: readonly string[]): Promise<EditionFile[]>
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
  const atoms = listAtoms(text.content.chapters)
  const metrics = await sources.listMetrics(
    partnershipId,
    distinct([
      ...linkedIds(objectives, (o) => o.metricLinks.map((l) => l.metricId)),
      ...namedIn(blocks, ['metric']),
      ...atoms.flatMap((atom) => (atom.kind === 'metric' ? [atom.metricId] : [])),
    ]),
  )
  const leads = [
    ...objectives.map((o) => o.leadId),
    ...namedIn(blocks, ['person']),
    ...metrics.flatMap((m) => [m.leadId, m.deputyId]),
  ]
  const people = await sources.listPeople(partnershipId, distinct(leads))
  const hwbPriorities = await sources.listHwbPriorities(
    partnershipId,
    linkedIds(objectives, (o) => o.hwbPriorityIds),
  )
  const needs = await sources.listNeeds(
    partnershipId,
    distinct([...linkedIds(objectives, (o) => o.needIds), ...namedIn(blocks, ['needs'])]),
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
    ...(await nameInFields(sources, partnershipId, blocks)),
    ...(await nameInText(sources, partnershipId, { chapters: text.content.chapters, blocks })),
  }
}

/** Left out when no block names any: an edition without fields is the same bytes as before there were fields. */
async function nameInFields(
  sources: EditionSources,
  partnershipId: string,
  blocks: readonly Block[],
): Promise<Pick<EditionContent, 'organisations' | 'places'>> {
  const organisationIds = distinct(namedIn(blocks, ['organisation', 'organisations']))
  const placeIds = distinct(namedIn(blocks, ['place', 'places']))
  const organisations =
    organisationIds.length === 0
      ? []
      : await sources.listOrganisations(partnershipId, organisationIds)
  const places = placeIds.length === 0 ? [] : await sources.listPlaces(partnershipId, placeIds)
  return {
    ...(organisations.length > 0 && { organisations: sortBy(organisations, ({ id }) => id) }),
    ...(places.length > 0 && { places: sortBy(places, ({ id }) => id) }),
  }
}

/** Left out likewise when the text cites and shows nothing. */
async function nameInText(
  sources: EditionSources,
  partnershipId: string,
  { chapters, blocks }: Pick<StrategyContent, 'chapters' | 'blocks'>,
): Promise<Pick<EditionContent, 'sources' | 'files'>> {
  const sourceIds = distinct([
    ...orderAtoms(listAtoms(chapters)).sources,
    ...namedIn(blocks, ['source']),
  ])
  const fileIds = listImageIds(chapters)
  const cited = sourceIds.length === 0 ? [] : await sources.listSources(partnershipId, sourceIds)
  const shown = fileIds.length === 0 ? [] : await sources.listFiles(partnershipId, fileIds)
  return {
    ...(cited.length > 0 && { sources: sortBy(cited, ({ id }) => id) }),
    ...(shown.length > 0 && { files: sortBy(shown, ({ id }) => id) }),
  }
}

function namedIn(blocks: readonly Block[], types: readonly FieldType[]): string[] {
  return blocks.flatMap((block) => [...idsInFields(block, types)])
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
