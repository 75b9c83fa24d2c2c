import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { type Northing, STRATEGY, startNorthing } from '../editor/northing'
import { drawCharts } from './draw-chart'
import { METRICS, addMetrics, addObservations, countObservations, nameMetric } from './fill-metrics'
import { type ImportMeasure, importWhileWriting } from './import-while-writing'
import { type Served, percentile, serve } from './load'
import { addValue } from './add-value'

const PAGES = [
  { name: 'list of metrics', path: () => `/strategies/${STRATEGY}/metrics`, most: 150 },
  { name: 'True North at a glance', path: () => `/strategies/${STRATEGY}`, most: 150 },
  {
    name: 'a metric',
    path: (at: number) => `/strategies/${STRATEGY}/metrics/${nameMetric(1 + (at % METRICS))}`,
    most: 100,
  },
  {
    name: 'a metric across areas',
    path: (at: number) =>
      `/strategies/${STRATEGY}/metrics/${nameMetric(1 + (at % METRICS))}/areas?level=icb`,
    most: 200,
  },
] as const

interface Stage {
  readonly observations: number
  readonly pages: readonly {
    readonly name: string
    readonly most: number
    readonly served: Served
  }[]
  /** Milliseconds from sending a value to its answer. */
  readonly saved: readonly number[]
}

/**
 * `npm run bench -- metrics [--seconds=20] [--groups=0,9]`: 500 metrics in 36 areas over 60 months, at 20 requests a second. `groups` adds values of so
 * many groups of people, which no measured page shows: cost must not grow with them. The pages must be built (`npm run build`).
 */
export async function runMetrics(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '20' },
      groups: { type: 'string', default: '0,9' },
    },
  })
  const charts = drawCharts()
  const northing = await startNorthing()
  const client = new Client({ connectionString: await northing.databaseUrl() })
  client.on('error', () => undefined)
  const load = [loadavg()[0] ?? 0]
  try {
    await client.connect()
    await addMetrics(client)
    await addObservations(client, 0)
    const stages: Stage[] = []
    let groups = 0
    for (const wanted of values.groups.split(',').map(Number)) {
      while (groups < wanted) await addObservations(client, (groups += 1))
      stages.push(await measure(northing, client, Number(values.seconds)))
    }
    const imported = await importWhileWriting(northing, client)
    load.push(loadavg()[0] ?? 0)
    print(stages, charts, load)
    printImport(imported)
  } finally {
    await client.end()
    await northing.stop()
  }
}

async function measure(northing: Northing, client: Client, seconds: number): Promise<Stage> {
  const observations = await countObservations(client)
  console.log(`${observations.toLocaleString('en-GB')} observations`)
  // Tidying up after a million rows is the filling's cost, not the pages'.
  await client.query('VACUUM ANALYZE observation')
  await client.query('CHECKPOINT').catch(() => undefined)
  const cookie = await northing.signIn('pen@demo.northing')
  const pages = []
  for (const { name, path, most } of PAGES) {
    // The first readers pay for what is then known, and for what is not compiled yet.
    await serve(northing, { cookie, path, perSecond: 10, seconds: 5 })
    const served = await serve(northing, { cookie, path, perSecond: 20, seconds })
    pages.push({ name, most, served })
    console.log(`${name}: p95 ${percentile(served.times, 0.95).toFixed(0)} ms`)
  }
  const saved: number[] = []
  for (let at = 0; at < 40; at += 1) saved.push(await addValue(northing, cookie, at))
  return { observations, pages, saved }
}

function print(stages: readonly Stage[], charts: readonly number[], load: readonly number[]): void {
  const heads = stages.map(({ observations }) => `${observations.toLocaleString('en-GB')} stored`)
  console.log(`\n| p95, ms | ${heads.join(' | ')} | reach | |`)
  console.log(`| --- |${heads.map(() => ' --- |').join('')} --- | --- |`)
  for (const [at, { name, most }] of PAGES.entries()) {
    const served = stages.map(({ pages }) => pages[at]?.served)
    const cells = served.map((one) => (one ? describe(one) : '–'))
    const isReached = served.every(
      (one) => one && one.failed === 0 && percentile(one.times, 0.95) <= most,
    )
    console.log(`| ${name}, 20 a second | ${cells.join(' | ')} | ≤ ${most} | ${word(isReached)} |`)
  }
  const saves = stages.map(({ saved }) => percentile(saved, 0.95))
  console.log(
    `| a new value saved | ${saves.map((one) => one.toFixed(0)).join(' | ')} | ≤ 50 | ${word(saves.every((one) => one <= 50))} |`,
  )
  const chart = percentile(charts, 0.95)
  console.log(
    `| judging and drawing a control chart | ${chart.toFixed(2)} |${' |'.repeat(stages.length - 1)} ≤ 2 | ${word(chart <= 2)} |`,
  )
  console.log(
    `\nLoad of the machine: ${load.map((one) => one.toFixed(1)).join(' before, ')} after.`,
  )
}

function printImport({ rows, seconds, calm, busy }: ImportMeasure): void {
  const slower = (busy / calm - 1) * 100
  console.log(`\n| import | value | reach | |\n| --- | --- | --- | --- |`)
  console.log(
    `| ${rows.toLocaleString('en-GB')} rows recorded | ${seconds.toFixed(1)} s | ≤ 10 s | ${word(seconds <= 10)} |`,
  )
  console.log(
    `| an edit’s way meanwhile, p95 | ${busy.toFixed(1)} ms, without ${calm.toFixed(1)} ms: ${slower >= 0 ? '+' : ''}${slower.toFixed(0)} % | ≤ +20 % | ${word(slower <= 20)} |`,
  )
}

function describe({ times, failed, bytes }: Served): string {
  const middle = percentile(times, 0.5).toFixed(0)
  const wrong = failed > 0 ? `, ${failed} FAILED` : ''
  return `${percentile(times, 0.95).toFixed(0)} (median ${middle}, ${(bytes / 1024).toFixed(0)} KB${wrong})`
}

function word(isReached: boolean): string {
  return isReached ? 'reached' : 'MISSED'
}
