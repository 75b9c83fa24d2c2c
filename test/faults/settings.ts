import { appendFileSync } from 'node:fs'

/** `npm test` tries every fault shortened; `npm run bench -- faults` in full. */
export const FULL = Boolean(process.env['FULL'])

export function inFull<T>(full: T, short: T): T {
  return FULL ? full : short
}

/** One line for whoever reads the output, and for the table of `npm run bench -- faults`. */
export function report(fault: string, figures: Readonly<Record<string, unknown>>): void {
  const line = JSON.stringify({ fault, ...figures })
  console.info(line)
  const file = process.env['FAULT_FIGURES']
  if (file) appendFileSync(file, `${line}\n`)
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
