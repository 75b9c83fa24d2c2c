import { createHash } from 'node:crypto'
import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import type { SourceIndicator } from '../../../app/domain/imports/read-metadata'
import {
  type ChosenField,
  type MetadataDifference,
  compareFields,
  takeFields,
} from '../../../app/domain/imports/take-metadata'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { tellStrategies } from '../metrics/tell-strategies'
import type { ImportReport, StoredImport } from './import-store'
import type { ImportsAdapters } from './imports-adapters'
import type { DescribableMetric, MetadataChange } from './metadata-store'
import { type FoundImport, type ImportInput, findImportOf } from './read-imports'

/** What a file says of one metric, where it differs from what is known here. */
export interface DescribedMetric {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly sourceId: string
  readonly indicator: string
  readonly unclear: readonly string[]
  readonly changes: readonly OfferedChange[]
}

/** `choice` is what a form sends to take it over: it names the metric, the field, and what was shown of it. */
export interface OfferedChange extends MetadataDifference {
  readonly choice: string
}

export interface MetadataChanges {
  readonly stored: StoredImport
  /** Indicators in the file. */
  readonly count: number
  readonly metrics: readonly DescribedMetric[]
}

/** What the file's source says of the partnership's metrics; nothing is changed. */
export async function readMetadataChanges(
  adapters: ImportsAdapters,
  actor: Actor | null,
  input: ImportInput,
): Promise<Outcome<MetadataChanges>> {
  const found = await findImportOf(adapters, actor, input)
  if (!found.ok) return found
  const { stored } = found.value
  const metrics = await adapters.metadata.listDescribable(stored.partnershipId)
  const read = await readFile(adapters, stored, metrics)
  if (!read.ok) return read
  const { count, indicators } = read.value
  return done({
    stored,
    count,
    metrics: metrics.flatMap((one) => describe(one, findIndicator(one, indicators))),
  })
}

function describe(one: DescribableMetric, source: SourceIndicator | null): DescribedMetric[] {
  if (!source) return []
  const { id, code, title } = one.metric
  const changes = compareFields(source, one.metric, one.hasValues).map((change) => ({
    ...change,
    choice: `${id} ${change.field} ${markOf(change)}`,
  }))
  const { sourceId, name, unclear } = source
  return [{ id, code, title, sourceId, indicator: name, unclear, changes }]
}

function codesOf({ metric }: DescribableMetric): string[] {
  return [metric.sourceId, metric.code].filter((code) => code !== '')
}

function findIndicator(
  one: DescribableMetric,
  indicators: readonly SourceIndicator[],
): SourceIndicator | null {
  const [first] = codesOf(one)
    .map((code) => indicators.find(({ sourceId }) => sourceId === code))
    .filter((indicator) => indicator !== undefined)
  return first ?? null
}

async function readFile(
  { imports, tables }: ImportsAdapters,
  { fileId, sheet }: StoredImport,
  metrics: readonly DescribableMetric[],
) {
  const bytes = await imports.readFile(fileId)
  return tables.readIndicators({ bytes, sheet: sheet ?? undefined }, metrics.flatMap(codesOf))
}

/** A few letters that change with the old words and the new. */
function markOf({ from, to }: Pick<MetadataDifference, 'from' | 'to'>): string {
  return createHash('sha256')
    .update(JSON.stringify([from, to]))
    .digest('hex')
    .slice(0, 16)
}

export interface TakeMetadataInput extends ImportInput {
  /** As they were offered. */
  readonly choices: readonly string[]
}

/** Takes over the fields that were chosen: all of them, or none if one has changed since. */
export async function takeMetadata(
  adapters: ImportsAdapters,
  actor: Actor | null,
  { choices, ...input }: TakeMetadataInput,
): Promise<Outcome<{ readonly taken: number }>> {
  const found = await findImportOf(adapters, actor, input)
  if (!found.ok) return found
  const { stored } = found.value
  if (stored.state !== 'uploaded' && stored.state !== 'done') return refuse('not_found', NOT_FOUND)
  if (choices.length === 0)
    return refuse('invalid', 'Choose at least one field to take over. Nothing was changed.')
  const known = await adapters.metadata.listDescribable(stored.partnershipId)
  const read = await readFile(adapters, stored, known)
  if (!read.ok) return read
  const asked = groupChoices(choices)
  const changed = await adapters.metadata.changeMetrics(
    stored.partnershipId,
    [...asked.keys()],
    (metrics) =>
      decide(metrics, {
        asked,
        indicators: read.value.indicators,
        found: found.value,
        at: adapters.now(),
      }),
  )
  if (!changed.ok) return changed
  await adapters.imports.change(stored.id, ['uploaded', 'done'], {
    state: 'done',
    report: NO_VALUES,
    endedAt: adapters.now(),
  })
  await tellStrategies(adapters, stored.partnershipId)
  return done({ taken: choices.length })
}

interface Deciding {
  readonly asked: ReadonlyMap<string, readonly Choice[]>
  readonly indicators: readonly SourceIndicator[]
  readonly found: FoundImport
  readonly at: Date
}

function decide(
  metrics: readonly DescribableMetric[],
  { asked, indicators, found, at }: Deciding,
): Outcome<readonly MetadataChange[]> {
  const changes: MetadataChange[] = []
  for (const [metricId, choices] of asked) {
    const one = metrics.find(({ metric }) => metric.id === metricId)
    const source = one ? findIndicator(one, indicators) : null
    if (!one || !source) return refuse('not_found', NOT_FOUND)
    const differences = compareFields(source, one.metric, one.hasValues)
    const words = takeFields(
      differences,
      choices.map((choice) => showAgain(choice, differences)),
    )
    if (!words.ok) return words
    const fields = Object.keys(words.value) as (keyof typeof words.value)[]
    const was = fields.map((field) => [`was ${field}`, one.metric[field]])
    const data = {
      importId: found.stored.id,
      file: found.stored.fileName,
      fields: fields.join(', '),
      ...Object.fromEntries(was),
    }
    const actorId = found.actor.personId
    const audit = { at, actorId, action: 'metric.described', subject: metricId, data }
    changes.push({ metricId, words: words.value, audit })
  }
  return done(changes)
}

interface Choice {
  readonly field: string
  readonly mark: string
}

function groupChoices(choices: readonly string[]): ReadonlyMap<string, readonly Choice[]> {
  const groups = new Map<string, Choice[]>()
  for (const choice of choices) {
    const [metricId = '', field = '', mark = ''] = choice.split(' ')
    groups.set(metricId, [...(groups.get(metricId) ?? []), { field, mark }])
  }
  return groups
}

/** What was shown of it, if it is what stands there now; else something that stands nowhere. */
function showAgain(
  { field, mark }: Choice,
  differences: readonly MetadataDifference[],
): ChosenField {
  const now = differences.find((one) => one.field === field)
  return now && markOf(now) === mark ? now : { field, from: mark, to: mark }
}

const NO_VALUES: ImportReport = {
  kind: 'metadata',
  used: [],
  unused: [],
  counts: { new: 0, supersedes: 0, same: 0, repeated: 0, no_value: 0, passed_over: 0, error: 0 },
  suppressed: 0,
  problems: [],
  passedOver: { areas: [], metrics: [] },
  notices: [],
  added: [],
  replaced: [],
  recorded: 0,
}
