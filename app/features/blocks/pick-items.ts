import type {
  RegisterHwbPriority,
  RegisterMetric,
  RegisterNeed,
  RegisterPerson,
} from '../../domain/links/registers'
import { describeLatest } from '../../domain/links/resolve-links'

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
