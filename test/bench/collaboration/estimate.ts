import { findAdapter } from './adapters/adapters'
import type { Options } from './options'
import type { ScenarioName } from './plan/names'

/** Seconds for one server in one repeat, as measured on two cores. */
const SECONDS: Readonly<Record<ScenarioName, number>> = {
  verify: 5,
  fanout: 40,
  throughput: 40,
  memory: 50,
  join: 30,
  durability: 25,
  durabilityload: 20,
  killrounds: 50,
  storm: 20,
  stormone: 8,
  slow: 35,
  revoke: 15,
}
/** Filling the two stores of a server, once a run. */
const STORES_SECONDS = 60
const FROM_STORES = ['memory', 'join', 'storm', 'stormone']

export function estimateMinutes({ servers, scenarios, repeats, quick }: Options): number {
  let seconds = 0
  for (const server of servers) {
    const { skip = [], persistent } = findAdapter(server)
    const turns = scenarios.filter((scenario) => !skip.includes(scenario))
    seconds +=
      repeats * turns.reduce((sum, scenario) => sum + SECONDS[scenario], 0) * (quick ? 0.6 : 1)
    if (persistent && turns.some((scenario) => FROM_STORES.includes(scenario)))
      seconds += STORES_SECONDS
  }
  return Math.ceil(seconds / 60)
}
