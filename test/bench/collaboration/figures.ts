import type { Result } from './instance'

/** Best peer: the better of all, only of those that are durable, or none because no peer does it. */
type Against = 'all' | 'durable' | 'none'

export interface Figure {
  readonly name: string
  readonly unit: string
  readonly scenario: string
  readonly read: (result: Result) => number | null
  readonly better: 'less' | 'more'
  readonly against: Against
  readonly target: Target
  readonly digits: number
  /** For what one server takes in relation to another: two nodes to one. */
  readonly relativeTo?: Readonly<Record<string, string>>
}

/** A number, or so many times what the best peer of this very run needs. */
export type Target = { readonly at: number } | { readonly timesPeer: number }

const LEAST = { unit: '', better: 'less', against: 'all', digits: 0 } as const
const TWO_NODES = { 'ours-2': 'ours', 'hocus-redis-2': 'hocus-sqlite' }

export const FIGURES: readonly Figure[] = [
  figure('edits lost, kill -9 after a burst', 'durability-0', {
    ...LEAST,
    read: at('lost'),
    target: { at: 0 },
  }),
  figure('edits lost, kill -9 a second later', 'durability-1000', {
    ...LEAST,
    read: at('lost'),
    target: { at: 0 },
  }),
  figure('edits lost, kill -9 while typing, rounds', 'killrounds', {
    ...LEAST,
    read: at('lost'),
    target: { at: 0 },
  }),
  figure('edits doubled, kill -9 while typing, rounds', 'killrounds', {
    ...LEAST,
    read: at('duplicated'),
    target: { at: 0 },
  }),
  figure('edits lost, kill -9 at 4,000 updates/s', 'durability-load', {
    ...LEAST,
    read: at('lost'),
    target: { at: 0 },
  }),
  ...[50, 200].map((clients) =>
    figure(`edit to remote apply p95, ${clients} clients`, `fanout-${clients}`, {
      ...LEAST,
      unit: 'ms',
      digits: 2,
      against: 'durable',
      read: at('p95'),
      target: { timesPeer: 1.3 },
    }),
  ),
  figure('updates/s with p95 < 100 ms, 100 rooms × 4', 'throughput', {
    ...LEAST,
    better: 'more',
    read: at('max'),
    target: { at: 24_000 },
  }),
  figure('server CPU per 10,000 deliveries at 2,000/s', 'throughput', {
    ...LEAST,
    unit: 's',
    digits: 3,
    read: (result) => atRate(result, 2000, 'cpuPer10k'),
    target: { at: 0.2 },
  }),
  figure('the same, with the database', 'throughput', {
    ...LEAST,
    unit: 's',
    digits: 3,
    read: (result) => add(atRate(result, 2000, 'cpuPer10k'), atRate(result, 2000, 'auxCpuPer10k')),
    target: { at: 0.2 },
  }),
  figure('memory per idle open room, 250 KB', 'memory', {
    ...LEAST,
    unit: 'MB',
    digits: 3,
    read: at('perRoomHeapMB'),
    target: { at: 0.1 },
  }),
  figure('the same, resident memory', 'memory', {
    ...LEAST,
    unit: 'MB',
    digits: 3,
    read: at('perRoomRssAfterGcMB'),
    target: { at: 0.1 },
  }),
  figure('cold join 5 MB, server CPU', 'join-5m', {
    ...LEAST,
    unit: 'ms',
    digits: 1,
    read: at('cold', 'cpuMean'),
    target: { at: 40 },
  }),
  figure('warm join 5 MB, server CPU', 'join-5m', {
    ...LEAST,
    unit: 'ms',
    digits: 1,
    read: at('warm', 'cpuMean'),
    target: { at: 8 },
  }),
  figure('"synced" before the document is there, 250 KB', 'join-250k', {
    ...LEAST,
    read: at('falseSync'),
    target: { at: 0 },
  }),
  figure('"synced" before the document is there, 5 MB', 'join-5m', {
    ...LEAST,
    read: at('falseSync'),
    target: { at: 0 },
  }),
  figure('500 clients reconnect with the document', 'storm-full', {
    ...LEAST,
    unit: 'ms',
    read: at('all'),
    target: { at: 400 },
  }),
  figure('the same, sent up', 'storm-full', {
    ...LEAST,
    unit: 'MB',
    digits: 1,
    read: at('uploadedMB'),
    target: { at: 0.4 },
  }),
  figure('500 clients arrive empty after a restart', 'storm-empty', {
    ...LEAST,
    unit: 'ms',
    read: at('all'),
    target: { at: 500 },
  }),
  figure('50 clients open one cold 5 MB document', 'stormone', {
    ...LEAST,
    unit: 'ms',
    read: at('all'),
    target: { at: 400 },
  }),
  figure('the same, server CPU', 'stormone', {
    ...LEAST,
    unit: 's',
    digits: 2,
    read: at('serverCpu'),
    target: { at: 0.15 },
  }),
  figure('two nodes: CPU per 10,000 deliveries against one', 'throughput', {
    ...LEAST,
    unit: '×',
    digits: 2,
    read: (result) => atRate(result, 2000, 'cpuPer10k'),
    target: { at: 1.3 },
    relativeTo: TWO_NODES,
  }),
  ...[50, 200].map((clients) =>
    figure(`two nodes: p95 against one, ${clients} clients`, `fanout-${clients}`, {
      ...LEAST,
      unit: '×',
      digits: 2,
      read: at('p95'),
      target: { at: 1.5 },
      relativeTo: TWO_NODES,
    }),
  ),
  figure('a stalled socket: held for it', 'slow', {
    ...LEAST,
    unit: 'MB',
    digits: 1,
    read: at('bufferedMB'),
    target: { at: 8 },
  }),
  figure('a stalled socket: rise of the others’ p95', 'slow', {
    ...LEAST,
    unit: '%',
    digits: 1,
    read: at('p95RisePct'),
    target: { at: 10 },
  }),
  figure('revocation reaches the socket, p95', 'revoke', {
    ...LEAST,
    unit: 'ms',
    against: 'none',
    read: at('p95'),
    target: { at: 500 },
  }),
  figure('revocation reaches the socket, max', 'revoke', {
    ...LEAST,
    unit: 'ms',
    against: 'none',
    read: at('max'),
    target: { at: 2000 },
  }),
]

function figure(name: string, scenario: string, rest: Omit<Figure, 'name' | 'scenario'>): Figure {
  return { name, scenario, ...rest }
}

function at(...path: readonly string[]): (result: Result) => number | null {
  return (result) => {
    let value: unknown = result
    for (const key of path) value = isRecord(value) ? value[key] : null
    return typeof value === 'number' && Number.isFinite(value) ? value : null
  }
}

/** Of the step at this rate: the last try. */
function atRate(result: Result, rate: number, key: string): number | null {
  const steps = Array.isArray(result['steps']) ? (result['steps'] as Result[]) : []
  const step = steps.findLast((one) => one['rate'] === rate)
  return step ? at(key)(step) : null
}

function add(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
