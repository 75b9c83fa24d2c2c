import { findAdapter } from '../adapters/adapters'
import { type Figure, FIGURES } from '../figures'
import type { Measurement } from './measurement'
import { readSpread, type Spread, spread } from './values'

/** The floor has no Yjs and no storage: it is shown in the details and is nobody's rival. */
const FLOOR = 'relay'
const OURS = ['ours', 'ours-2']

export function printTable(measurements: readonly Measurement[]): void {
  console.log(
    '\n| figure | best peer | ours | target | reached | ours / peer |\n| --- | --- | --- | --- | --- | --- |',
  )
  for (const figure of FIGURES) {
    const row = makeRow(measurements, figure)
    if (row) console.log(`| ${row.join(' | ')} |`)
  }
  printNoise(measurements)
  printErrors(measurements)
}

function makeRow(measurements: readonly Measurement[], figure: Figure): string[] | null {
  const ours = readSpread(measurements, figure, figure.relativeTo ? 'ours-2' : 'ours')
  const peer = findBestPeer(measurements, figure)
  if (!ours && !peer) return null
  const limit = findLimit(figure, peer?.spread ?? null)
  const target =
    limit === null ? '–' : `${figure.better === 'less' ? '≤' : '≥'} ${format(figure, limit)}`
  const name = figure.unit ? `${figure.name}, ${figure.unit}` : figure.name
  return [
    name,
    peer ? `${formatSpread(figure, peer.spread)} (${peer.server})` : '–',
    ours ? formatSpread(figure, ours) : '–',
    'timesPeer' in figure.target ? `${target} (${figure.target.timesPeer} × peer)` : target,
    ours && limit !== null ? (isReached(figure, ours.median, limit) ? 'yes' : 'NO') : '–',
    ours && peer && peer.spread.median !== 0 ? (ours.median / peer.spread.median).toFixed(2) : '–',
  ]
}

function findBestPeer(measurements: readonly Measurement[], figure: Figure) {
  if (figure.against === 'none') return null
  let best: { server: string; spread: Spread } | null = null
  for (const server of new Set(measurements.map((one) => one.server))) {
    if (!isPeer(figure, server)) continue
    const spread = readSpread(measurements, figure, server)
    const isBetter = spread && (!best || isReached(figure, spread.median, best.spread.median))
    if (isBetter) best = { server, spread }
  }
  return best
}

function isPeer(figure: Figure, server: string): boolean {
  if (OURS.includes(server) || server === FLOOR) return false
  const { durable, nodes = 1 } = findAdapter(server)
  // Several nodes are another matter than one, and have rows of their own.
  if (!figure.relativeTo && nodes > 1) return false
  return figure.against !== 'durable' || durable
}

function findLimit({ target }: Figure, peer: Spread | null): number | null {
  if ('at' in target) return target.at
  return peer && peer.median * target.timesPeer
}

function isReached({ better }: Figure, value: number, limit: number): boolean {
  return better === 'less' ? value <= limit : value >= limit
}

function formatSpread(figure: Figure, { median, least, most, count }: Spread): string {
  const middle = format(figure, median)
  return count > 1 ? `${middle} [${format(figure, least)}..${format(figure, most)}]` : middle
}

function format({ digits }: Figure, value: number): string {
  return value >= 1000
    ? Math.round(value).toLocaleString('en-GB')
    : String(Number(value.toFixed(digits)))
}

/** What else used this machine while windows were open; without it no latency means much. */
function printNoise(measurements: readonly Measurement[]): void {
  const windows = measurements.flatMap(({ result }) => {
    const steps = Array.isArray(result['steps']) ? (result['steps'] as Measurement['result'][]) : []
    return [result, ...steps]
  })
  const summarise = (key: string) => {
    const values = windows.flatMap((window) =>
      typeof window[key] === 'number' ? [window[key]] : [],
    )
    const found = spread(values)
    return found ? `${found.median} [${found.least}..${found.most}]` : 'unknown'
  }
  console.log(
    `\nNoise of the machine, over ${windows.length} windows: CPU of other programs ${summarise('bgCpuPct')} % of one core, ` +
      `taken by the host ${summarise('stealPct')} %, load average ${summarise('loadAverage')}.`,
  )
}

function printErrors(measurements: readonly Measurement[]): void {
  for (const { repeat, server, scenario, result } of measurements)
    if ('error' in result)
      console.log(
        `Failed: ${server}, ${scenario}, repeat ${repeat}: ${JSON.stringify(result['error'])}`,
      )
}
