import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { findAdapter } from './adapters/adapters'
import { estimateMinutes } from './estimate'
import { Instance, type InstanceOptions, type Result } from './instance'
import { CACHE_FOLDER } from './machine/paths'
import { sleep } from './machine/time'
import { type Options, parseOptions } from './options'
import { installPeers } from './peers/install'
import type { ScenarioName } from './plan/names'
import { SCENARIO } from './plan/scenarios'
import { printTable } from './report/print'
import type { Measurement } from './report/measurement'
import { findStore } from './stores'

const OURS = /^(ours|relay)/

export async function runCollaboration(args: readonly string[]): Promise<void> {
  const options = parseOptions(args)
  mkdirSync(CACHE_FOLDER, { recursive: true })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  if (options.servers.some((server) => !OURS.test(server))) installPeers()
  console.log(`About ${estimateMinutes(options)} minutes.`)
  const began = new Date()
  const file =
    options.out ??
    join(CACHE_FOLDER, `collaboration-${began.toISOString().replaceAll(/[:.]/g, '-')}.json`)
  const measurements: Measurement[] = []
  const keep = (measurement: Measurement) => {
    measurements.push(measurement)
    show(measurement)
    save(file, { options, began, measurements })
  }
  for (let repeat = 0; repeat < options.repeats; repeat += 1)
    for (const scenario of options.scenarios)
      // Who goes first changes with every repeat.
      for (const server of rotate(options.servers, repeat))
        await takeTurn(options, { repeat, scenario, server, keep })
  printTable(measurements)
  if (options.quick)
    console.log(
      '\nA quick run: fewer clients, rooms and steps than the rows say. No figure to quote.',
    )
  console.log(`\nAll numbers: ${file}`)
  process.exit(0)
}

interface TurnOrder {
  readonly repeat: number
  readonly scenario: ScenarioName
  readonly server: string
  readonly keep: (measurement: Measurement) => void
}

async function takeTurn(
  options: Options,
  { repeat, scenario, server, keep }: TurnOrder,
): Promise<void> {
  const { skip = [], persistent, idleMs = 0 } = findAdapter(server)
  if (skip.includes(scenario)) return
  const emit = (name: string, result: Result) => keep({ repeat, server, scenario: name, result })
  try {
    await SCENARIO[scenario]({
      options,
      repeat,
      persistent,
      idleMs,
      withServer: (instance, measure) => withServer(server, instance, measure),
      store: (fixture) => findStore(server, fixture),
      emit,
    })
  } catch (error) {
    emit(scenario, { error: error instanceof Error ? error.message : String(error) })
  }
  await sleep(300)
}

async function withServer(
  key: string,
  options: InstanceOptions,
  measure: (server: Instance) => Promise<void>,
): Promise<void> {
  const server = new Instance(key, options)
  try {
    await measure(await server.start())
  } finally {
    await server.destroy()
  }
}

function rotate<T>(list: readonly T[], by: number): T[] {
  return list.map((_, index) => list[(index + by) % list.length] as T)
}

function show({ repeat, server, scenario, result }: Measurement): void {
  const time = new Date().toISOString().slice(11, 19)
  console.log(
    time,
    `r${repeat}`,
    server.padEnd(13),
    scenario.padEnd(15),
    JSON.stringify(result).slice(0, 400),
  )
}

function save(file: string, content: object): void {
  const machine = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify({ machine, ...content }, null, 1))
}
