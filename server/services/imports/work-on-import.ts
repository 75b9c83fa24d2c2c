import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import { tellStrategies } from '../metrics/tell-strategies'
import type {
  BatchOutcome,
  ChangedValue,
  ImportChange,
  ImportReport,
  LinedDraft,
  RecordedCounts,
  ShownValue,
  StoredImport,
} from './import-store'
import { hashBytes } from './hash-bytes'
import type { ImportsAdapters } from './imports-adapters'
import type { PlannedTable } from './tables'

const NOT_FETCHED =
  'The metric has no Fingertips number any more, or fetching was switched off. Upload the file instead.'
const BROKEN =
  'Something went wrong on our side, and the import stopped. What was recorded stays. Import the file again: what is there already is left as it is.'

/**
 * Does what an import's state asks for, in steps that each end in the database: one that was broken off by a restart is simply begun
 * again, since what is recorded already is found to be the same.
 */
export async function workOnImport(adapters: ImportsAdapters, importId: string): Promise<void> {
  const found = await adapters.imports.findImport(importId)
  if (!found) return
  try {
    if (found.state === 'fetching') await fetchFile(adapters, found)
    if (found.state === 'looking') await look(adapters, found)
    if (found.state === 'running') await run(adapters, found)
    if (found.state === 'undoing') await undo(adapters, found)
  } catch (error) {
    await fail(adapters, found, BROKEN)
    throw error
  }
}

/** What comes is a file like one that was uploaded, and looked at next. */
async function fetchFile(adapters: ImportsAdapters, found: StoredImport): Promise<void> {
  const { imports, fingertips, now, newId } = adapters
  const { id, partnershipId, fileName, byId, metricId } = found
  const { metrics } = await imports.readContext(partnershipId)
  const sourceId = metrics.find(({ metric }) => metric.id === metricId)?.metric.sourceId
  if (!fingertips || !sourceId) return fail(adapters, found, NOT_FETCHED)
  const fetched = await fingertips.fetchIndicator(sourceId)
  if (!fetched.ok) return fail(adapters, found, fetched.refusal.message)
  const bytes = fetched.value
  const isWaiting = await imports.addFetched(id, {
    fileId: newId(),
    partnershipId,
    name: `${fileName}.csv`,
    bytes,
    sha256: hashBytes(bytes),
    personId: byId,
    at: now(),
  })
  if (isWaiting) await workOnImport(adapters, id)
}

/** Works out what the import would do. */
async function look(adapters: ImportsAdapters, found: StoredImport): Promise<void> {
  const planned = await planFile(adapters, found)
  if (!planned.ok) return fail(adapters, found, planned.refusal.message)
  const { batches } = planned.value
  const outcomes: BatchOutcome[] = []
  let total = 0
  for (const batch of batches) {
    const drafts = readBatch(batch)
    total += drafts.length
    outcomes.push(await adapters.imports.compareBatch(drafts))
    await breathe()
  }
  const report = makeReport(planned.value, outcomes)
  await move(adapters, found, { state: 'looked', report, total, done: 0, endedAt: adapters.now() })
}

/** Records what was looked at; compared once more, because others go on working. */
async function run(adapters: ImportsAdapters, found: StoredImport): Promise<void> {
  const planned = await planFile(adapters, found)
  if (!planned.ok) return fail(adapters, found, planned.refusal.message)
  // Begun again after a restart, it counts from the beginning.
  await adapters.imports.change(found.id, ['running'], { state: 'running', done: 0 })
  const outcomes: BatchOutcome[] = []
  let total = 0
  for (const batch of planned.value.batches) {
    const drafts = readBatch(batch)
    total += drafts.length
    outcomes.push(
      await adapters.imports.writeBatch({
        importId: found.id,
        drafts,
        personId: found.byId,
        at: adapters.now(),
        reason: `Imported from ${found.fileName}`,
      }),
    )
    await breathe()
  }
  const recorded = await adapters.imports.countRecorded(found.id)
  const report = settleCounts(makeReport(planned.value, outcomes), recorded, total)
  await move(adapters, found, {
    state: 'done',
    report,
    endedAt: adapters.now(),
    audit: auditOf(adapters, found, {
      action: 'import.recorded',
      data: {
        recorded: report.counts.new,
        replaced: report.counts.supersedes,
        errors: report.counts.error,
      },
    }),
  })
  await tellStrategies(adapters, found.partnershipId)
}

async function undo(adapters: ImportsAdapters, found: StoredImport): Promise<void> {
  const { imports, now } = adapters
  const reason = `Import undone: ${found.undoReason}`
  const step = { importId: found.id, personId: found.undoneById ?? found.byId, at: now(), reason }
  while ((await imports.undoBatch(step)) > 0) await breathe()
  const left = await imports.countCorrected(found.id)
  await move(adapters, found, {
    state: 'undone',
    ...(found.report && { report: { ...found.report, left } }),
    endedAt: now(),
  })
  await tellStrategies(adapters, found.partnershipId)
}

async function planFile(
  { imports, tables, now }: ImportsAdapters,
  { fileId, partnershipId, chosen, sheet, metricId }: StoredImport,
): Promise<Outcome<Planned>> {
  const [bytes, { metrics, areas }] = await Promise.all([
    imports.readFile(fileId),
    imports.readContext(partnershipId),
  ])
  const planned = await tables.plan({
    bytes,
    sheet: sheet ?? undefined,
    chosen,
    metrics,
    areas,
    onlyMetricId: metricId,
    today: dayOfInstant(now()),
  })
  if (!planned.ok) return planned
  const titles = new Map(metrics.map(({ metric }) => [metric.id, metric.title]))
  return done({ ...planned.value, titles })
}

interface Planned extends PlannedTable {
  /** Of metrics, by id. */
  readonly titles: ReadonlyMap<string, string>
}

/** Written by our own thread. */
function readBatch(batch: string): readonly LinedDraft[] {
  return JSON.parse(batch) as readonly LinedDraft[]
}

/** Between batches others have their turn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

const MOST_SHOWN = 20

function makeReport(table: Planned, outcomes: readonly BatchOutcome[]): ImportReport {
  const sum = (kind: keyof BatchOutcome['counts']) =>
    outcomes.reduce((total, { counts }) => total + counts[kind], 0)
  const { columns, counts, problems, passedOver, notices } = table
  const read = new Set(Object.values(columns.columns))
  return {
    kind: columns.kind,
    used: columns.headers.filter((_, at) => read.has(at)),
    unused: columns.unused,
    counts: { ...counts, new: sum('new'), supersedes: sum('supersedes'), same: sum('same') },
    suppressed: outcomes.reduce((total, { suppressed }) => total + suppressed, 0),
    problems,
    passedOver,
    notices,
    added: showValues(
      outcomes.flatMap(({ added }) => added),
      table,
    ),
    replaced: showValues(
      outcomes.flatMap(({ replaced }) => replaced),
      table,
    ),
    recorded: 0,
  }
}

function showValues(values: readonly ChangedValue[], { titles }: Planned): ShownValue[] {
  return values
    .slice(0, MOST_SHOWN)
    .map((value) => ({ ...value, metric: titles.get(value.metricId) ?? '' }))
}

/** What was recorded before a restart was passed by afterwards: what is stored counts, of all drafts. */
function settleCounts(report: ImportReport, recorded: RecordedCounts, total: number): ImportReport {
  const { suppressed, ...counts } = recorded
  const sum = counts.new + counts.supersedes
  return {
    ...report,
    counts: { ...report.counts, ...counts, same: total - sum },
    suppressed,
    recorded: sum,
  }
}

async function move(
  { imports }: ImportsAdapters,
  { id, state }: StoredImport,
  change: ImportChange,
): Promise<void> {
  await imports.change(id, [state], { problem: '', ...change })
}

async function fail(
  { imports, now }: ImportsAdapters,
  { id, state, report }: StoredImport,
  problem: string,
): Promise<void> {
  const counts = await imports.countRecorded(id)
  const recorded = counts.new + counts.supersedes
  // An undoing that broke off goes on when it is asked for again.
  const to = state === 'undoing' ? 'done' : 'failed'
  await imports.change(id, [state], {
    state: to,
    problem,
    endedAt: now(),
    ...(report && { report: { ...report, recorded } }),
  })
}

function auditOf(
  { now }: ImportsAdapters,
  { id, byId }: StoredImport,
  what: { action: string; data: Readonly<Record<string, string | number | null>> },
) {
  return { at: now(), actorId: byId, subject: id, ...what }
}
