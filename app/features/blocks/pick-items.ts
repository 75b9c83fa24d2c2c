import type {
  RegisterHwbPriority,
  RegisterMetric,
  RegisterNeed,
  RegisterPerson,
  Registers,
} from '../../domain/links/registers'
import { describeLatest } from '../../domain/links/resolve-links'
import type { FieldDefinition, FieldType } from '../../domain/strategy/field-types'
import type { Level } from '../../domain/strategy/strategy'
import { LEVEL_LABELS } from '../../domain/vocabularies/levels'

/** What a picker offers; the shape `SearchPicker` takes. */
export interface PickChoice {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly group?: string
}

export function offerPeople(people: readonly RegisterPerson[]): PickChoice[] {
  return people.map(({ id, name, jobTitle, organisationName }) => ({
    id,
    label: name,
    detail: [jobTitle, organisationName].filter(Boolean).join(', '),
  }))
}

export function offerHwbPriorities(priorities: readonly RegisterHwbPriority[]): PickChoice[] {
  return priorities.map(({ id, number, title, hwbStrategyTitle }) => ({
    id,
    label: title,
    detail: `Priority ${number}`,
    group: hwbStrategyTitle,
  }))
}

export function offerNeeds(needs: readonly RegisterNeed[]): PickChoice[] {
  return needs.map(({ id, title, jsnaTitle }) => ({ id, label: title, group: jsnaTitle }))
}

export function offerMetrics(metrics: readonly RegisterMetric[]): PickChoice[] {
  return metrics.map((metric) => ({
    id: metric.id,
    label: metric.plainTitle,
    detail: [
      metric.code,
      metric.title === metric.plainTitle ? '' : metric.title,
      describeLatest(metric.latest, metric),
    ]
      .filter(Boolean)
      .join(' · '),
  }))
}

/** What can be chosen for a field; blocks of the text are offered by `offerBlocks`. */
export function offerFor(field: FieldDefinition, registers: Registers): PickChoice[] {
  if ('options' in field) return [...field.options]
  return OFFERS[field.type]?.(registers) ?? []
}

const OFFERS: Partial<Record<FieldType, (registers: Registers) => PickChoice[]>> = {
  person: ({ people }) => offerPeople(people),
  needs: ({ needs }) => offerNeeds(needs),
  metric: ({ metrics }) => offerMetrics(metrics),
  organisation: offerOrganisations,
  organisations: offerOrganisations,
  place: offerPlaces,
  places: offerPlaces,
  source: ({ sources = [] }) => sources.map(({ id, title }) => ({ id, label: title })),
}

function offerOrganisations({ organisations = [] }: Registers): PickChoice[] {
  return organisations.map(({ id, name }) => ({ id, label: name }))
}

function offerPlaces({ places = [] }: Registers): PickChoice[] {
  return places.map(({ id, name, level }) => ({
    id,
    label: name,
    detail: LEVEL_LABELS[level as Level] ?? '',
  }))
}
