import { readFileSync, rmSync } from 'node:fs'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import type { Adapter, Ports } from '../adapters/adapter'
import { Client, type ClientOptions, now } from '../clients/client'
import { createRandom } from '../clients/fixtures'
import {
  cpuSeconds,
  loadAverage,
  machineTicks,
  processTree,
  waitForQuiet,
} from '../machine/machine'
import { round, sleep, within } from '../machine/time'

/** What every phase of load is told about the server. */
export interface Target {
  readonly adapter: string
  readonly ports: Ports
  readonly pids: readonly number[]
  /** Roots of the process trees of databases and the like. */
  readonly servicePids: readonly number[]
  readonly gcFile: string
  readonly seed: number
}

export type Window = Record<string, number>

interface Memory {
  readonly rss: number
  readonly heapUsed: number
  readonly external: number
}

const MB = 1_048_576
/** How much of the machine must be idle before a window opens, and how long that is waited for in all. */
const QUIET_SHARE = 0.55
const QUIET_BUDGET_MS = 60_000
const LEAST_BUDGET_MS = 500

/** One phase of load against one server. */
export class LoadContext {
  readonly random: () => number
  private readonly loopDelay = monitorEventLoopDelay({ resolution: 2 })
  private budget = QUIET_BUDGET_MS

  constructor(
    readonly adapter: Adapter,
    readonly target: Target,
  ) {
    this.random = createRandom(target.seed)
    this.loopDelay.enable()
  }

  connect(options: Omit<ClientOptions, 'adapter' | 'ports'>): Client {
    return new Client({ adapter: this.adapter, ports: this.target.ports, ...options })
  }

  async openAll(clients: readonly Client[], batch = 20): Promise<void> {
    for (let index = 0; index < clients.length; index += batch) {
      const part = clients.slice(index, index + batch)
      await within(Promise.all(part.map((client) => client.connect())), 30_000, 'connecting')
      await within(Promise.all(part.map((client) => client.synced)), 60_000, 'syncing')
    }
  }

  /** Waits for a quiet moment: whatever else runs here must not decide who is faster. */
  async quiet(limitMs = 15_000): Promise<void> {
    const waited = await waitForQuiet(QUIET_SHARE, Math.min(limitMs, this.budget))
    this.budget = Math.max(LEAST_BUDGET_MS, this.budget - waited)
  }

  /** Starts counting CPU; the answer ends it and tells what was used by whom. */
  openWindow(): () => Window {
    const { pids, servicePids } = this.target
    // A database starts processes as connections come, so the tree is read again at the end.
    const servicesCpu = () => cpuSeconds(servicePids.flatMap(processTree))
    this.loopDelay.reset()
    const before = {
      at: now(),
      server: cpuSeconds(pids),
      services: servicesCpu(),
      own: process.cpuUsage(),
      loop: performance.eventLoopUtilization(),
      machine: machineTicks(),
    }
    return () => {
      const seconds = (now() - before.at) / 1000
      const percent = (cpu: number) => round((100 * cpu) / seconds, 1)
      const server = cpuSeconds(pids) - before.server
      const aux = Math.max(0, servicesCpu() - before.services)
      const own = process.cpuUsage(before.own)
      const ownSeconds = (own.user + own.system) / 1e6
      const machine = machineTicks()
      const busy = (machine.busy - before.machine.busy) / 100
      return {
        seconds: round(seconds, 2),
        serverCpu: round(server, 2),
        serverCpuPct: percent(server),
        auxCpu: round(aux, 2),
        auxCpuPct: percent(aux),
        loadCpuPct: percent(ownSeconds),
        loadElu: round(performance.eventLoopUtilization(before.loop).utilization, 2),
        loadLoopP99: round(this.loopDelay.percentile(99) / 1e6, 1),
        bgCpuPct: Math.max(0, percent(busy - server - aux - ownSeconds)),
        stealPct: percent((machine.stolen - before.machine.stolen) / 100),
        loadAverage: loadAverage(),
      }
    }
  }

  /** Has every server process collect its garbage and say what is left. */
  async collectGarbage(): Promise<Memory | null> {
    const { pids, gcFile } = this.target
    for (const pid of pids) {
      rmSync(`${gcFile}.${pid}`, { force: true })
      process.kill(pid, 'SIGUSR2')
    }
    const all = await Promise.all(pids.map((pid) => readMemory(`${gcFile}.${pid}`)))
    const sum = { rss: 0, heapUsed: 0, external: 0 }
    for (const memory of all) {
      if (!memory) return null
      sum.rss += memory.rss / MB
      sum.heapUsed += memory.heapUsed / MB
      sum.external += memory.external / MB
    }
    return {
      rss: round(sum.rss, 1),
      heapUsed: round(sum.heapUsed, 1),
      external: round(sum.external, 1),
    }
  }

  kill(): void {
    for (const pid of this.target.pids) process.kill(pid, 'SIGKILL')
  }
}

async function readMemory(file: string): Promise<Memory | null> {
  const end = Date.now() + 8_000
  while (Date.now() < end) {
    await sleep(50)
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Memory
    } catch {
      // not written yet, or only half
    }
  }
  return null
}
