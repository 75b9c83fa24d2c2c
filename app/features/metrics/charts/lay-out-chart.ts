import { nice, ticks as listTicks } from 'd3-array'
import type { ChartPoint, ChartSeries } from '../../../domain/metrics/chart-series'
import { formatNumber } from '../../../domain/numbers/format-number'
import { type Scale, linear } from './linear'
import { placeLabels } from './place-labels'

/** In the units of the drawing's view box. */
export interface ChartSize {
  readonly width: number
  readonly height: number
  readonly margin: {
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
  }
  readonly text: number
  /** Short words where there is little room. */
  readonly isNarrow: boolean
}

export const WIDE: ChartSize = {
  width: 1000,
  height: 380,
  margin: { top: 28, right: 150, bottom: 36, left: 64 },
  text: 14,
  isNarrow: false,
}

export const NARROW: ChartSize = {
  width: 340,
  height: 320,
  margin: { top: 28, right: 82, bottom: 32, left: 44 },
  text: 13,
  isNarrow: true,
}

export interface PlacedPoint {
  readonly point: ChartPoint
  readonly x: number
  /** Null when suppressed. */
  readonly y: number | null
  readonly lowerY: number | null
  readonly upperY: number | null
  /** Of the course to the target. */
  readonly plannedY: number | null
}

export type LineKind = 'mean' | 'limit' | 'target'

export interface PlacedLine {
  readonly kind: LineKind
  readonly x1: number
  readonly x2: number
  readonly y: number
}

export interface PlacedLabel {
  readonly kind: LineKind
  readonly words: string
  readonly y: number
}

export interface ChartLayout {
  readonly points: readonly PlacedPoint[]
  readonly lines: readonly PlacedLine[]
  readonly labels: readonly PlacedLabel[]
  readonly yTicks: readonly { readonly y: number; readonly words: string }[]
  readonly xTicks: readonly { readonly x: number; readonly words: string }[]
  /** Where the limits begin anew: half way from the point before. */
  readonly rebases: readonly { readonly x: number; readonly words: string }[]
}

/** Where everything of a chart stands. The value axis holds every value, interval, limit and the target. */
export function layOutChart(series: ChartSeries, size: ChartSize): ChartLayout {
  const { margin, width, height } = size
  const starts = series.points.map((point) => Date.parse(point.start))
  const first = starts[0] ?? 0
  const last = starts.at(-1) ?? first
  const x = linear([first, last], [margin.left + 14, width - margin.right - 14])
  const [low, high] = nice(...spread(listHeights(series)), 5)
  const y = linear([low, high], [height - margin.bottom, margin.top])
  const points = series.points.map((point) => ({
    point,
    x: x(Date.parse(point.start)),
    y: point.value === null ? null : y(point.value),
    lowerY: point.lower95 === null ? null : y(point.lower95),
    upperY: point.upper95 === null ? null : y(point.upper95),
    plannedY: point.planned === null ? null : y(point.planned),
  }))
  const ticks = listTicks(low, high, 5)
  const decimals = ticks.every((tick) => Number.isInteger(tick)) ? 0 : series.decimals || 1
  return {
    points,
    lines: listLines(series, { points, size, y }),
    labels: listLabels(series, { size, y }),
    yTicks: ticks.map((tick) => ({ y: y(tick), words: formatNumber(tick, decimals) })),
    xTicks: chooseTicks(points, size),
    rebases: series.kind === 'control_chart' ? placeRebases(series, points) : [],
  }
}

function placeRebases(series: ChartSeries, points: readonly PlacedPoint[]) {
  return series.rebases.flatMap(({ start, label, reason }) => {
    const at = points.findIndex(({ point }) => point.start >= start)
    const x = middle(points[at - 1]?.x, points[at]?.x)
    return x === null ? [] : [{ x, words: `Limits begin anew at ${label}: ${reason}` }]
  })
}

function listHeights({ points, target }: ChartSeries): number[] {
  const heights = points.flatMap(({ value, lower95, upper95, control, planned }) => [
    value,
    planned,
    lower95,
    upper95,
    control?.limits?.lower ?? null,
    control?.limits?.upper ?? null,
  ])
  return [...heights, target].filter((height) => height !== null)
}

function spread(heights: readonly number[]): [number, number] {
  if (heights.length === 0) return [0, 1]
  const [low, high] = [Math.min(...heights), Math.max(...heights)]
  const room = (high - low) * 0.06 || Math.abs(high) * 0.1 || 1
  return [low - room, high + room]
}

/** The lines of each group reach half way to its neighbours. */
function listLines(
  series: ChartSeries,
  { points, size, y }: { points: readonly PlacedPoint[]; size: ChartSize; y: Scale },
): PlacedLine[] {
  const left = size.margin.left
  const right = size.width - size.margin.right
  const groups = splitByControl(points)
  const lines = groups.flatMap((group, index): PlacedLine[] => {
    const x1 = middle(groups[index - 1]?.at(-1)?.x, group[0]?.x) ?? left
    const x2 = middle(group.at(-1)?.x, groups[index + 1]?.[0]?.x) ?? right
    return listHeightsOf(group).map(({ kind, value }) => ({ kind, x1, x2, y: y(value) }))
  })
  if (series.target === null) return lines
  return [...lines, { kind: 'target', x1: left, x2: right, y: y(series.target) }]
}

function splitByControl(points: readonly PlacedPoint[]): PlacedPoint[][] {
  const groups = new Map<number, PlacedPoint[]>()
  for (const placed of points) {
    const group = placed.point.control?.group
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), placed])
  }
  return [...groups.values()]
}

function listHeightsOf(group: readonly PlacedPoint[]): { kind: LineKind; value: number }[] {
  const control = group[0]?.point.control
  if (!control) return []
  const { mean, limits } = control
  const mark = { kind: 'mean' as const, value: mean }
  if (!limits) return [mark]
  return [mark, { kind: 'limit', value: limits.lower }, { kind: 'limit', value: limits.upper }]
}

function middle(a: number | undefined, b: number | undefined): number | null {
  return a === undefined || b === undefined ? null : (a + b) / 2
}

/** Each line is named at its right end, with its number; names that would touch move apart. */
function listLabels(
  series: ChartSeries,
  { size, y }: { size: ChartSize; y: Scale },
): readonly PlacedLabel[] {
  const labels = nameLines(series, size.isNarrow).map(({ kind, name, value }): PlacedLabel => {
    // In a small chart three figures before the point leave no room for one after it.
    const decimals = size.isNarrow && Math.abs(value) >= 100 ? 0 : series.decimals
    return { kind, words: `${name} ${formatNumber(value, decimals)}`, y: y(value) }
  })
  const { margin, height, text } = size
  return placeLabels(labels, { top: margin.top, bottom: height - margin.bottom, gap: text + 3 })
}

function nameLines({ points, target }: ChartSeries, isNarrow: boolean) {
  const control = points.findLast((point) => point.control)?.control
  const end = isNarrow ? '' : ' limit'
  const named: { kind: LineKind; name: string; value: number }[] = []
  if (control?.limits) {
    named.push({ kind: 'limit', name: `Upper${end}`, value: control.limits.upper })
    named.push({ kind: 'limit', name: `Lower${end}`, value: control.limits.lower })
  }
  if (control) named.push({ kind: 'mean', name: 'Mean', value: control.mean })
  if (target !== null) named.push({ kind: 'target', name: 'Target', value: target })
  return named
}

/** Period names from the last backwards, as many as fit. */
function chooseTicks(points: readonly PlacedPoint[], size: ChartSize) {
  const room = size.width - size.margin.left - size.margin.right
  const count = Math.max(2, Math.floor(room / (size.text * 7)))
  const step = Math.max(1, Math.ceil(points.length / count))
  return points
    .filter((_, index) => (points.length - 1 - index) % step === 0)
    .map(({ x, point }) => ({ x, words: shortenPeriod(point.label) }))
}

/** `October 2023` → `Oct 2023`; other periods are short already. */
function shortenPeriod(label: string): string {
  return label.replace(/^([A-Z][a-z]{2})[a-z]* (\d{4})$/, '$1 $2')
}
