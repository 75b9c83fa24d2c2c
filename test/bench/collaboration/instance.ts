import { spawn } from 'node:child_process'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Adapter, Services } from './adapters/adapter'
import { findAdapter } from './adapters/adapters'
import type { LoadOrder, Task } from './load/tasks'
import { CACHE_FOLDER, HERE } from './machine/paths'
import {
  findFreePort,
  type Program,
  startProgram,
  stopProgram,
  waitForPort,
} from './machine/processes'
import { runFolder } from './machine/run-folder'

export type Result = Record<string, unknown>

const LOAD_LIMIT_MS = 320_000
/** The server goes first: the load must not take its time. */
const LOAD_NICENESS = '2'

export interface InstanceOptions {
  /** All rooms it will be asked for. */
  readonly rooms: readonly string[]
  /** A data folder to begin with; it is copied. */
  readonly store?: string
}

/** One server with its own data, from start to end. */
export class Instance {
  readonly adapter: Adapter
  readonly dataDir: string
  bootMs = 0
  private readonly logFile: string
  private ports: number[] = []
  private programs: Program[] = []
  private services: Services | null = null

  constructor(
    private readonly key: string,
    private readonly options: InstanceOptions,
  ) {
    this.adapter = findAdapter(key)
    this.dataDir = mkdtempSync(join(runFolder(), `${key}-`))
    execFileSync('chmod', ['711', this.dataDir])
    if (options.store) execFileSync('cp', ['-a', `${options.store}/.`, this.dataDir])
    this.logFile = join(CACHE_FOLDER, `log-${key}.txt`)
  }

  async start(): Promise<this> {
    const { adapter, dataDir, logFile } = this
    if (this.ports.length === 0)
      for (let node = 0; node < (adapter.nodes ?? 1); node += 1)
        this.ports.push(await findFreePort())
    const { rooms } = this.options
    this.services ??= (await adapter.startServices?.({ dataDir, rooms, logFile })) ?? null
    const began = performance.now()
    this.programs = this.ports.map((port) => this.launch(port))
    for (const [node, program] of this.programs.entries())
      await waitForPort(this.ports[node] ?? 0, program)
    this.bootMs = Math.round(performance.now() - began)
    return this
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    await Promise.all(
      this.programs.map((program) => stopProgram(program, { signal, graceMs: 12_000 })),
    )
  }

  /** Waits until all is stored as a restart will find it. */
  async settle(): Promise<void> {
    await this.services?.settle?.()
    await new Promise((resolve) => {
      setTimeout(resolve, this.adapter.persistWaitMs ?? 0)
    })
  }

  /** Stops everything and leaves the data folder to others. */
  async stopAndKeep(): Promise<string> {
    await this.stop()
    await this.services?.stop()
    return this.dataDir
  }

  async destroy(): Promise<void> {
    await this.stopAndKeep()
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  /** Brings a killed server back while the load goes on. */
  async restartWhenKilled(): Promise<void> {
    await Promise.all(this.programs.map(({ exited }) => exited))
    await this.start()
  }

  load(task: Task, seed = 1): Promise<Result> {
    const order: LoadOrder = {
      task,
      target: {
        adapter: this.key,
        ports: this.ports,
        pids: this.programs.map(({ pid }) => pid),
        servicePids: this.services?.pids ?? [],
        gcFile: join(this.dataDir, 'gc.json'),
        seed,
      },
    }
    return runLoad(order)
  }

  private launch(port: number): Program {
    const { adapter, dataDir } = this
    const command = adapter.start({ port, dataDir, env: this.services?.env ?? {} })
    const env = {
      ...command.env,
      NODE_OPTIONS: `--import=${HERE}machine/gc-hook.mjs`,
      BENCH_GC_FILE: join(dataDir, 'gc.json'),
    }
    return startProgram({ ...command, env }, this.logFile)
  }
}

async function runLoad(order: LoadOrder): Promise<Result> {
  const node = [process.execPath, '--max-old-space-size=6144', '--import', 'tsx', `${HERE}load.ts`]
  const child = spawn('nice', ['-n', LOAD_NICENESS, ...node, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let complaints = ''
  child.stdout.on('data', (data: Buffer) => (output += data.toString()))
  child.stderr.on('data', (data: Buffer) => (complaints += data.toString()))
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  const timer = setTimeout(end, LOAD_LIMIT_MS)
  await new Promise((resolve) => {
    child.on('exit', resolve)
  })
  clearTimeout(timer)
  process.off('exit', end)
  return readResult(output, complaints)
}

function readResult(output: string, complaints: string): Result {
  try {
    const result = JSON.parse(output.trim().split('\n').at(-1) ?? '') as Result
    return 'error' in result ? { ...result, complaints: complaints.slice(-800) } : result
  } catch {
    return { error: 'no result', complaints: complaints.slice(-800) }
  }
}
