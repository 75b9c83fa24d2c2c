import type { Opening } from '../editor/browser'
import { type SignedRound, isExact } from './sign-at-once'

export interface ReviewResults {
  readonly bare: Opening[]
  readonly full: Opening[]
  /** By what was filtered: milliseconds of each click. */
  readonly filters: Map<string, readonly number[]>
  readonly anchors: number[]
  readonly commentsPage: number[]
  readonly edits: { readonly bare: number[]; readonly full: number[] }
  readonly signing: SignedRound[]
  /** The machine's one-minute load, before and after. */
  readonly load: number[]
}

const SLOWER = 1.2
const FILTER_MS = 100
const ANCHORS_MS = 50

interface Line {
  readonly figure: string
  readonly value: string
  readonly reach: string
  readonly isReached: boolean
}

export function printReviewTable(results: ReviewResults): void {
  console.log('\n| figure | value | reach | |\n| --- | --- | --- | --- |')
  for (const { figure, value, reach, isReached } of listLines(results))
    console.log(`| ${figure} | ${value} | ${reach} | ${isReached ? 'reached' : 'MISSED'} |`)
  console.log(
    `\nMedians with [least..most]. The page of all comments costs the server ${format(results.commentsPage)} ms of CPU, text and 1,000 cards. Load of the machine: ${results.load.map((one) => one.toFixed(1)).join(' before, ')} after. Openings of one text differ among themselves by ${spread(results.bare.map(({ ready }) => ready))} %.`,
  )
}

function listLines(results: ReviewResults): Line[] {
  const { bare, full, filters, anchors, edits, signing } = results
  return [
    openingLine('first words', { bare: bare.map((o) => o.text), full: full.map((o) => o.text) }),
    openingLine('ready to type', {
      bare: bare.map((o) => o.ready),
      full: full.map((o) => o.ready),
    }),
    ...[...filters].map(([name, times]) => atMost(`${name}, ms`, times, FILTER_MS)),
    atMost('finding 1,500 anchors again, ms of CPU', anchors, ANCHORS_MS),
    atMost(
      `server CPU for an edit, ms (without review ${format(edits.bare)})`,
      edits.full,
      ANCHORS_MS,
    ),
    {
      figure: `${signing[0]?.people ?? 0} people sign at once, ${signing.length} editions`,
      value: `${signing.filter(isExact).length} exact; ${format(signing.map(({ ms }) => ms))} ms; ${signing.map(({ signOffs, approvals }) => `${signOffs}+${approvals}`).join(' ')}`,
      reach: 'one sign-off per body, one approval',
      isReached: signing.length > 0 && signing.every(isExact),
    },
  ]
}

function openingLine(name: string, { bare, full }: { bare: number[]; full: number[] }): Line {
  const ratio = median(full) / median(bare)
  return {
    figure: `editor opens: ${name}, ms`,
    value: `${format(full)}; without review ${format(bare)}: ${ratio.toFixed(2)} ×`,
    reach: `≤ ${SLOWER} ×`,
    isReached: ratio <= SLOWER,
  }
}

function atMost(figure: string, values: readonly number[], most: number): Line {
  return { figure, value: format(values), reach: `≤ ${most}`, isReached: median(values) <= most }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function format(values: readonly number[]): string {
  if (values.length === 0) return '–'
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return `${median(values).toFixed(1)} [${least.toFixed(0)}..${most.toFixed(0)}]`
}

function spread(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return ((100 * (most - least)) / median(values)).toFixed(0)
}
