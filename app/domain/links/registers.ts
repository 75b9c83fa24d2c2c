import type { Source } from '../sources/source'

/** What objectives can be linked to, in the order in which it is offered. Editions carry the same shapes. */
export interface Registers {
  readonly people: readonly RegisterPerson[]
  readonly hwbPriorities: readonly RegisterHwbPriority[]
  readonly needs: readonly RegisterNeed[]
  readonly metrics: readonly RegisterMetric[]
  /** Editions from before blocks had fields do not carry these. */
  readonly organisations?: readonly RegisterOrganisation[]
  readonly places?: readonly RegisterPlace[]
  readonly sources?: readonly RegisterSource[]
}

export interface RegisterOrganisation {
  readonly id: string
  readonly name: string
}

export interface RegisterPlace {
  readonly id: string
  readonly name: string
  /** `system`, `place` or `neighbourhood`. */
  readonly level: string
  readonly parentId: string | null
}

/** A document evidence rests on, and the text cites. */
export type RegisterSource = Source

export interface RegisterPerson {
  readonly id: string
  readonly name: string
  readonly jobTitle: string
  readonly organisationName: string
}

export interface RegisterHwbPriority {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly hwbStrategyId: string
  readonly hwbStrategyTitle: string
  readonly bodyName: string
}

export interface RegisterNeed {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly jsnaId: string
  readonly jsnaTitle: string
}

export interface RegisterMetric {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly plainTitle: string
  readonly unit: string
  /** Figures after the point when shown. */
  readonly decimals: number
  readonly areaName: string
  readonly latest: LatestValue | null
}

/** `value` is null when it is suppressed or was never published. */
export interface LatestValue {
  readonly value: number | null
  readonly suppressed: boolean
  readonly periodLabel: string
}

export const NO_REGISTERS: Registers = { people: [], hwbPriorities: [], needs: [], metrics: [] }

/** The same, by id. */
export interface RegisterIndex {
  readonly people: ReadonlyMap<string, RegisterPerson>
  readonly hwbPriorities: ReadonlyMap<string, RegisterHwbPriority>
  readonly needs: ReadonlyMap<string, RegisterNeed>
  readonly metrics: ReadonlyMap<string, RegisterMetric>
  readonly organisations: ReadonlyMap<string, RegisterOrganisation>
  readonly places: ReadonlyMap<string, RegisterPlace>
  readonly sources: ReadonlyMap<string, RegisterSource>
}

export function indexRegisters(registers: Registers): RegisterIndex {
  return {
    people: indexById(registers.people),
    hwbPriorities: indexById(registers.hwbPriorities),
    needs: indexById(registers.needs),
    metrics: indexById(registers.metrics),
    organisations: indexById(registers.organisations ?? []),
    places: indexById(registers.places ?? []),
    sources: indexById(registers.sources ?? []),
  }
}

function indexById<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}
