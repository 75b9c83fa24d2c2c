import type { LoadContext, Target } from './context'
import {
  type BurstTask,
  type CountTask,
  type KillRoundTask,
  type LoadedKillTask,
  runBurst,
  runCount,
  runKillRound,
  runLoadedKill,
} from './durability'
import { type FanoutTask, runFanout } from './fanout'
import { type JoinTask, runJoin } from './join'
import { type MemoryTask, runMemory } from './memory'
import { type RevokeTask, runRevoke } from './revoke'
import { runSeed, type SeedTask } from './seed'
import { runSlow, type SlowTask } from './slow'
import { runStorm, type StormTask } from './storm'
import { runThroughput, type ThroughputTask } from './throughput'
import { runVerify, type VerifyTask } from './verify'

interface Tasks {
  verify: VerifyTask
  fanout: FanoutTask
  throughput: ThroughputTask
  seed: SeedTask
  memory: MemoryTask
  join: JoinTask
  storm: StormTask
  slow: SlowTask
  burst: BurstTask
  loadedKill: LoadedKillTask
  count: CountTask
  killRound: KillRoundTask
  revoke: RevokeTask
}

type Runner<Name extends keyof Tasks> = (context: LoadContext, task: Tasks[Name]) => Promise<object>

const RUNNERS: { readonly [Name in keyof Tasks]: Runner<Name> } = {
  verify: runVerify,
  fanout: runFanout,
  throughput: runThroughput,
  seed: runSeed,
  memory: runMemory,
  join: runJoin,
  storm: runStorm,
  slow: runSlow,
  burst: runBurst,
  loadedKill: runLoadedKill,
  count: runCount,
  killRound: runKillRound,
  revoke: runRevoke,
}

export type Task = { [Name in keyof Tasks]: { readonly name: Name } & Tasks[Name] }[keyof Tasks]

export interface LoadOrder {
  readonly target: Target
  readonly task: Task
}

/** Both ends are ours: this only tells a task from something else. */
export function isTask(value: unknown): value is LoadOrder {
  return typeof value === 'object' && value !== null && 'target' in value && 'task' in value
}

export function runTask(context: LoadContext, task: Task): Promise<object> {
  const run = RUNNERS[task.name] as (context: LoadContext, task: Task) => Promise<object>
  return run(context, task)
}
