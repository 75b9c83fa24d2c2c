import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { assessMetric } from '../../../app/domain/metrics/assess-metric'
import { buildChartSeries } from '../../../app/domain/metrics/chart-series'
import { MetricChart } from '../../../app/features/metrics/charts/metric-chart'
import { WIDE } from '../../../app/features/metrics/charts/lay-out-chart'
import { buildMetric, buildObservations } from '../../build/metrics'

const TURNS = 300

/** Milliseconds for judging and drawing a control chart of 36 points, each turn by itself. */
export function drawCharts(): number[] {
  const metric = buildMetric()
  const rows = buildObservations(Array.from({ length: 36 }, (_, at) => 30 + ((at * 37) % 11)))
  const draw = () => {
    const assessment = assessMetric(metric, rows, { value: 25, due: null })
    const series = buildChartSeries(metric, rows, assessment)
    return renderToStaticMarkup(createElement(MetricChart, { series, name: 'A chart', size: WIDE }))
  }
  for (let turn = 0; turn < 50; turn += 1) draw()
  return Array.from({ length: TURNS }, () => {
    const began = performance.now()
    draw()
    return performance.now() - began
  })
}
