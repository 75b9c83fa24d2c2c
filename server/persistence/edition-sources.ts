import { FREQUENCIES, POLARITIES, VALUE_TYPES, YEAR_TYPES } from '../../app/domain/metrics/metric'
import type {
  EditionHwbPriority,
  EditionMetric,
  EditionNeed,
  EditionObservation,
  EditionPerson,
  StrategyFacts,
} from '../../app/domain/signoff/edition-content'
import { PHASES } from '../../app/domain/signoff/phases'
import { STRATEGY_STATES } from '../../app/domain/strategy/strategy'
import type { EditionSources } from '../services/agreement/build-edition-content'
import { listFileFacts } from './files'
import type { Prisma } from './generated/client'
import { listSourcesById } from './sources'
import { canBeStored } from './text'
import { oneOf } from './vocabulary'

type Client = Prisma.TransactionClient

/** Reads the rows an edition copies; in a transaction all of them are of one moment with the text. */
export function createEditionSources(client: Client): EditionSources {
  return {
    findStrategy: (strategyId) => findStrategy(client, strategyId),
    listMetrics: (partnershipId, ids) => listMetrics(client, partnershipId, ids),
    listPeople: (partnershipId, ids) => listPeople(client, partnershipId, ids),
    listHwbPriorities: (partnershipId, ids) => listHwbPriorities(client, partnershipId, ids),
    listNeeds: (partnershipId, ids) => listNeeds(client, partnershipId, ids),
    listOrganisations: (partnershipId, ids) =>
      client.organisation.findMany({
        where: { partnershipId, id: { in: onlyStorable(ids) } },
        select: { id: true, name: true },
      }),
    listPlaces: (partnershipId, ids) =>
      client.area.findMany({
        where: { partnershipId, id: { in: onlyStorable(ids) } },
        select: { id: true, name: true, level: true, parentId: true },
      }),
    listSources: (partnershipId, ids) => listSourcesById(client, partnershipId, ids),
    listFiles: (partnershipId, ids) => listFileFacts(client, partnershipId, ids),
  }
}

async function findStrategy(client: Client, strategyId: string): Promise<StrategyFacts | null> {
  if (!canBeStored(strategyId)) return null
  const row = await client.strategy.findUnique({
    where: { id: strategyId },
    include: { partnership: { select: { name: true } } },
  })
  if (!row) return null
  const { id, kind, title, horizonFrom, horizonTo, partnershipId, slug, documentId } = row
  const state = oneOf(STRATEGY_STATES, row.state)
  const phase = oneOf(PHASES, row.phase)
  const partnershipName = row.partnership.name
  return {
    id,
    kind,
    title,
    horizonFrom,
    horizonTo,
    partnershipId,
    partnershipName,
    slug,
    documentId,
    state,
    phase,
    suggestingOnly: row.suggestingOnly,
  }
}

async function listMetrics(
  client: Client,
  partnershipId: string,
  ids: readonly string[],
): Promise<EditionMetric[]> {
  const rows = await client.metric.findMany({
    where: { partnershipId, id: { in: onlyStorable(ids) } },
    include: { area: { select: { name: true } } },
  })
  const observations = await client.observation.findMany({
    where: {
      metricId: { in: rows.map((row) => row.id) },
      areaId: { in: rows.map((row) => row.areaId) },
      breakdownKey: '',
      withdrawn: false,
      supersededBy: null,
    },
    orderBy: [{ periodStart: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    title: row.title,
    plainTitle: row.plainTitle,
    definition: row.definition,
    numerator: row.numerator,
    denominator: row.denominator,
    unit: row.unit,
    valueType: oneOf(VALUE_TYPES, row.valueType),
    decimals: row.decimals,
    polarity: oneOf(POLARITIES, row.polarity),
    frequency: oneOf(FREQUENCIES, row.frequency),
    yearType: oneOf(YEAR_TYPES, row.yearType),
    source: row.source,
    caveats: row.caveats,
    areaId: row.areaId,
    areaName: row.area.name,
    leadId: row.leadId,
    deputyId: row.deputyId,
    // A metric is followed for its own area; readings of other areas are not part of what was agreed.
    observations: observations
      .filter((item) => item.metricId === row.id && item.areaId === row.areaId)
      .map(toObservation),
  }))
}

type ObservationRow = Prisma.ObservationGetPayload<object>

function toObservation(row: ObservationRow): EditionObservation {
  return {
    id: row.id,
    periodStart: toDay(row.periodStart),
    periodEnd: toDay(row.periodEnd),
    periodLabel: row.periodLabel,
    value: row.suppressed ? null : row.value,
    suppressed: row.suppressed,
    lower95: row.suppressed ? null : row.lower95,
    upper95: row.suppressed ? null : row.upper95,
    numerator: row.suppressed ? null : row.numerator,
    denominator: row.suppressed ? null : row.denominator,
    note: row.note,
    origin: row.origin,
  }
}

async function listPeople(
  client: Client,
  partnershipId: string,
  ids: readonly string[],
): Promise<EditionPerson[]> {
  const rows = await client.membership.findMany({
    where: { partnershipId, personId: { in: onlyStorable(ids) } },
    select: {
      personId: true,
      jobTitle: true,
      person: { select: { name: true } },
      organisation: { select: { name: true } },
    },
  })
  return rows.map((row) => ({
    id: row.personId,
    name: row.person.name,
    jobTitle: row.jobTitle,
    organisationName: row.organisation.name,
  }))
}

async function listHwbPriorities(
  client: Client,
  partnershipId: string,
  ids: readonly string[],
): Promise<EditionHwbPriority[]> {
  const rows = await client.hwbPriority.findMany({
    where: { id: { in: onlyStorable(ids) }, hwbStrategy: { body: { partnershipId } } },
    include: { hwbStrategy: { include: { body: { select: { id: true, name: true } } } } },
  })
  return rows.map(({ id, number, title, hwbStrategy }) => ({
    id,
    number,
    title,
    hwbStrategyId: hwbStrategy.id,
    hwbStrategyTitle: hwbStrategy.title,
    bodyId: hwbStrategy.body.id,
    bodyName: hwbStrategy.body.name,
  }))
}

async function listNeeds(
  client: Client,
  partnershipId: string,
  ids: readonly string[],
): Promise<EditionNeed[]> {
  const rows = await client.need.findMany({
    where: { id: { in: onlyStorable(ids) }, jsna: { body: { partnershipId } } },
    include: { jsna: { select: { id: true, title: true } } },
  })
  return rows.map(({ id, number, title, jsna }) => ({
    id,
    number,
    title,
    jsnaId: jsna.id,
    jsnaTitle: jsna.title,
  }))
}

/** Ids come out of a shared document, where anybody may have written anything. */
function onlyStorable(ids: readonly string[]): string[] {
  return ids.filter(canBeStored)
}

function toDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
