/** What objectives can be linked to, in the order in which it is offered. Editions carry the same shapes. */
export interface Registers {
  readonly people: readonly RegisterPerson[]
  readonly hwbPriorities: readonly RegisterHwbPriority[]
  readonly needs: readonly RegisterNeed[]
  readonly metrics: readonly RegisterMetric[]
}

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
}

export function indexRegisters(registers: Registers): RegisterIndex {
  return {
    people: indexById(registers.people),
    hwbPriorities: indexById(registers.hwbPriorities),
    needs: indexById(registers.needs),
    metrics: indexById(registers.metrics),
  }
}

function indexById<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}
