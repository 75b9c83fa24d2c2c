import { durability, durabilityload, killrounds } from './durability'
import { fanout, revoke, slow, throughput, verify } from './latency'
import type { ScenarioName } from './names'
import { join, memory, storm, stormone } from './opening'
import type { Scenario } from './scenario'

export const SCENARIO: Readonly<Record<ScenarioName, Scenario>> = {
  verify,
  fanout,
  throughput,
  memory,
  join,
  durability,
  durabilityload,
  killrounds,
  storm,
  stormone,
  slow,
  revoke,
}
