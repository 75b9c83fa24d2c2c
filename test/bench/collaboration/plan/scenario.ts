import type { Instance, InstanceOptions, Result } from '../instance'
import type { FixtureName } from '../clients/fixtures'
import type { Options } from '../options'

/** What a scenario has at hand for one server in one repeat. */
export interface Turn {
  readonly options: Options
  readonly repeat: number
  readonly persistent: boolean
  readonly idleMs: number
  /** Runs with a server of its own, which is gone afterwards. */
  readonly withServer: (
    options: InstanceOptions,
    measure: (server: Instance) => Promise<void>,
  ) => Promise<void>
  /** A data folder whose rooms `seed-0`, `seed-1`, … hold the document; made once a run. */
  readonly store: (fixture: FixtureName) => Promise<string>
  readonly emit: (name: string, result: Result) => void
}

export type Scenario = (turn: Turn) => Promise<void>

export function roomNames(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${index}`)
}
