import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import type { LiveCounts } from './collaboration/room-keeper'
import { Tally } from './collaboration/tally'

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15]

/** The tally of the live documents, as histograms of /metrics where it tells times. */
export function createLiveTally(registry: Registry | undefined): Tally {
  if (!registry) return new Tally()
  const registers = [registry]
  const commit = new Histogram({
    name: 'northing_commit_seconds',
    help: 'From handing a group of edits to the database to its answer',
    buckets: SECONDS,
    registers,
  })
  const show = new Histogram({
    name: 'northing_edit_seconds',
    help: 'From the arrival of an edit to the moment it was handed to everybody: the commit and the fan-out',
    buckets: SECONDS,
    registers,
  })
  return new Tally({
    commit: (seconds) => commit.observe(seconds),
    show: (seconds) => show.observe(seconds),
  })
}

/** Everything else is read when somebody asks. */
export function registerLiveFigures(
  registry: Registry,
  tally: Tally,
  count: () => LiveCounts,
): void {
  for (const [name, help, read] of GAUGES)
    registry.registerMetric(gauge(name, help, () => read(count())))
  for (const [name, help, read] of COUNTERS)
    registry.registerMetric(counter(name, help, () => read(tally)))
  registry.registerMetric(
    byLabel('northing_closed_total', 'Connections the server closed', ['code', tally.closes]),
  )
  registry.registerMetric(
    byLabel('northing_refused_total', 'Connections that were not let in', [
      'status',
      tally.refusals,
    ]),
  )
}

function gauge(name: string, help: string, read: () => number): Gauge {
  return new Gauge({
    name,
    help,
    registers: [],
    collect() {
      this.set(read())
    },
  })
}

function counter(name: string, help: string, read: () => number): Counter {
  return new Counter({
    name,
    help,
    registers: [],
    collect() {
      this.reset()
      this.inc(read())
    },
  })
}

function byLabel(
  name: string,
  help: string,
  [label, counted]: readonly [string, ReadonlyMap<number, number>],
): Counter {
  return new Counter({
    name,
    help,
    labelNames: [label],
    registers: [],
    collect() {
      this.reset()
      for (const [value, times] of counted) this.inc({ [label]: String(value) }, times)
    },
  })
}

const GAUGES: readonly [string, string, (counts: LiveCounts) => number][] = [
  ['northing_rooms', 'Open documents', ({ rooms }) => rooms],
  ['northing_connections', 'Pages in open documents', ({ connections }) => connections],
  [
    'northing_waiting_edits',
    'Edits that wait for the database',
    ({ waitingEdits }) => waitingEdits,
  ],
  ['northing_waiting_bytes', 'Their size', ({ waitingBytes }) => waitingBytes],
  [
    'northing_unsent_bytes',
    'Waiting in connections that read slowly',
    ({ unsentBytes }) => unsentBytes,
  ],
]

const COUNTERS: readonly [string, string, (tally: Tally) => number][] = [
  ['northing_edits_total', 'Edits committed by this node', ({ committedEdits }) => committedEdits],
  ['northing_received_bytes_total', 'From live connections', ({ receivedBytes }) => receivedBytes],
  ['northing_sent_bytes_total', 'To live connections', ({ sentBytes }) => sentBytes],
]
