// What /proc says of processes and of the whole machine. Linux only.
import { readFileSync, readdirSync } from 'node:fs'
import { round, sleep } from './time'

const TICKS_PER_SECOND = 100

export function cpuSeconds(pids: readonly number[]): number {
  let ticks = 0
  for (const pid of pids) {
    const fields = readStat(pid)
    ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
  }
  return ticks / TICKS_PER_SECOND
}

export function rssMB(pids: readonly number[], field: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  let kB = 0
  for (const pid of pids) {
    const found = new RegExp(`${field}:\\s+(\\d+)`).exec(read(`/proc/${pid}/status`))
    kB += Number(found?.[1] ?? 0)
  }
  return round(kB / 1024, 1)
}

export interface MachineTicks {
  readonly busy: number
  /** Taken by the host this machine is a guest of. */
  readonly stolen: number
  readonly total: number
}

export function machineTicks(): MachineTicks {
  const fields = read('/proc/stat').split('\n')[0]!.trim().split(/\s+/).slice(1, 9).map(Number)
  const total = fields.reduce((sum, ticks) => sum + ticks, 0)
  return { total, busy: total - fields[3]! - fields[4]!, stolen: fields[7] ?? 0 }
}

export function loadAverage(): number {
  return Number(read('/proc/loadavg').split(' ')[0])
}

/** Waits, bounded, until at least this share of the machine is idle; answers how long it waited. */
export async function waitForQuiet(idle: number, limitMs: number, sampleMs = 500): Promise<number> {
  const began = Date.now()
  for (;;) {
    const before = machineTicks()
    await sleep(sampleMs)
    const after = machineTicks()
    const busy = (after.busy - before.busy) / Math.max(1, after.total - before.total)
    if (1 - busy >= idle || Date.now() - began > limitMs) return Date.now() - began
  }
}

/** A process and all that it started. */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = Number(readStat(Number(name))[1] ?? 0)
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const found: number[] = []
  const waiting = [root]
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    found.push(pid)
    waiting.push(...(children.get(pid) ?? []))
  }
  return found
}

/** The fields after the name, which may itself hold spaces and brackets. */
function readStat(pid: number): string[] {
  const text = read(`/proc/${pid}/stat`)
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // the process has ended
  }
}
