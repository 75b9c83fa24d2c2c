import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { buildMetric, buildObservations } from '../../../../test/build/metrics'
import { assessMetric } from '../../../domain/metrics/assess-metric'
import { buildChartSeries } from '../../../domain/metrics/chart-series'
import { NARROW, WIDE, layOutChart } from './lay-out-chart'
import { MetricChart } from './metric-chart'
import { placeLabels } from './place-labels'
import { SHAPES } from './point-shape'
import { drawSpark } from '../../../domain/metrics/draw-spark'
import { Sparkline } from './sparkline'

function buildSeries(values: readonly (number | null)[], target: number | null = null) {
  const metric = buildMetric()
  const rows = buildObservations(values)
  const assessment = assessMetric(
    metric,
    rows,
    target === null ? null : { value: target, due: null },
  )
  return buildChartSeries(metric, rows, assessment)
}

const CALM = [14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14, 16]

describe('the shapes of points', () => {
  it('are those the library draws', () => {
    expect(SHAPES).toEqual({
      circle: symbol(symbolCircle, 44)(),
      diamond: symbol(symbolDiamond, 110)(),
      square: symbol(symbolSquare, 90)(),
      triangle: symbol(symbolTriangle, 90)(),
    })
  })
})

describe('the layout', () => {
  it('holds every value, limit, interval and the target', () => {
    for (const size of [WIDE, NARROW]) {
      const layout = layOutChart(buildSeries([...CALM, 40], 2), size)
      const heights = [...layout.points.map((p) => p.y ?? 0), ...layout.lines.map((l) => l.y)]
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(size.margin.top)
      expect(Math.max(...heights)).toBeLessThanOrEqual(size.height - size.margin.bottom)
      expect(layout.lines.map((placed) => placed.kind)).toEqual([
        'mean',
        'limit',
        'limit',
        'target',
      ])
    }
  })

  it('[ME54] draws the course from its first day on, within the axis', () => {
    const course = [
      { value: 30, on: '2024-07-31' },
      { value: 2, on: '2026-03-31' },
    ]
    const metric = buildMetric()
    const rows = buildObservations(CALM)
    const assessment = assessMetric(metric, rows, { value: 2, due: '2026-03-31', course })
    const series = buildChartSeries(metric, rows, assessment)
    const { points } = layOutChart(series, WIDE)
    const planned = points.map(({ plannedY }) => plannedY)
    // Months from April 2024: three are before it begins.
    expect(planned.slice(0, 3)).toEqual([null, null, null])
    expect(points[3]?.point.planned).toBe(30)
    for (const y of planned.slice(3)) expect(y).toBeGreaterThanOrEqual(WIDE.margin.top)
    expect(planned.slice(3)).toEqual(planned.slice(3).sort((a, b) => (a ?? 0) - (b ?? 0)))
    const drawn = renderToStaticMarkup(<MetricChart series={series} name="On course" />)
    expect(drawn).toContain('class="metric-chart-course"')
    const without = renderToStaticMarkup(<MetricChart series={buildSeries(CALM, 2)} name="" />)
    expect(without).not.toContain('metric-chart-course')
  })

  it('names lines with their numbers and keeps names apart', () => {
    const { labels } = layOutChart(buildSeries(CALM, 15.2), WIDE)
    expect(labels.map((label) => label.words)).toEqual([
      'Upper limit 20.3',
      'Target 15.2',
      'Mean 15.0',
      'Lower limit 9.7',
    ])
    for (const [index, label] of labels.slice(1).entries())
      expect(label.y - (labels[index]?.y ?? 0)).toBeGreaterThanOrEqual(16.9)
  })

  it('leaves out the point in large numbers where there is little room', () => {
    const series = buildSeries([1414, 1416.4, 1414], 206.4)
    expect(layOutChart(series, NARROW).labels.map(({ words }) => words)).toContain('Target 206')
    expect(layOutChart(series, WIDE).labels.map(({ words }) => words)).toContain('Target 206.4')
  })

  it('pushes crowded labels up from the floor', () => {
    const placed = placeLabels([{ y: 99 }, { y: 98 }, { y: 97 }], { top: 0, bottom: 100, gap: 10 })
    expect(placed.map((label) => label.y)).toEqual([80, 90, 100])
  })

  it('draws a single value and none at all', () => {
    expect(layOutChart(buildSeries([5]), WIDE).points).toHaveLength(1)
    expect(layOutChart(buildSeries([]), WIDE)).toMatchObject({ points: [], lines: [], labels: [] })
  })
})

describe('the drawings', () => {
  it('is one named image with a shape per value and a c per gap', () => {
    const svg = renderToStaticMarkup(
      <MetricChart series={buildSeries([...CALM, null, 40])} name="Worse than target" />,
    )
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]*role="img"[^>]*aria-label="Worse than target"/,
    )
    expect(svg.match(/metric-chart-point/g)).toHaveLength(13)
    expect(svg).toContain('April 2025: suppressed</title>c</text>')
    expect(svg).not.toContain('NaN')
    expect(svg).toContain('May 2025: 40.0%')
  })

  it('gives kinds of points different shapes, not only colours', () => {
    const svg = renderToStaticMarkup(<MetricChart series={buildSeries([...CALM, 40])} name="" />)
    const shapes = [...svg.matchAll(/metric-chart-point" d="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(shapes).size).toBe(2)
    expect(shapes.at(-1)).not.toBe(shapes[0])
  })

  it('breaks the line at a suppressed value', () => {
    const path = (values: readonly (number | null)[]) =>
      /metric-chart-line" d="([^"]*)"/.exec(
        renderToStaticMarkup(<MetricChart series={buildSeries(values)} name="" />),
      )?.[1] ?? ''
    expect(path(CALM).match(/M/g)).toHaveLength(1)
    expect(path([...CALM, null, 15, 16]).match(/M/g)).toHaveLength(2)
  })

  it('says what a small chart shows', () => {
    const svg = renderToStaticMarkup(
      <Sparkline spark={drawSpark(buildSeries([14, 16, null], 10))} />,
    )
    expect(svg).toContain('2 values, from 14.0% in April 2024 to 16.0% in May 2024')
    expect(svg).not.toContain('NaN')
    expect(renderToStaticMarkup(<Sparkline spark={drawSpark(buildSeries([5]))} />)).not.toContain(
      'NaN',
    )
    expect(renderToStaticMarkup(<Sparkline spark={drawSpark(buildSeries([null]))} />)).toBe('')
  })
})
