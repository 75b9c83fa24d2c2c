import type { Actor } from '../../../app/domain/access/actor'
import { type ChosenColumns, NO_COLUMN, mapColumns } from '../../../app/domain/imports/map-columns'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { ImportState } from '../../../app/domain/imports/import-state'
import type { ImportChange, StoredImport } from './import-store'
import type { ImportsAdapters } from './imports-adapters'
import { type ImportInput, findForImport, findImportOf, nameHeadings } from './read-imports'
import { hashBytes } from './hash-bytes'
import { workOnImport } from './work-on-import'

export interface UploadInput {
  readonly strategyId: string
  readonly name: string
  readonly bytes: Uint8Array
}

const MEGABYTE = 1024 * 1024
export const LARGEST_FILE = 30 * MEGABYTE
const LONGEST_REASON = 1000
/** Nothing is being done, and the columns can be chosen. */
const STILL_OPEN: readonly ImportState[] = ['uploaded', 'looked', 'failed']
const HAS_RECORDED =
  'Some values of this import have been recorded. Import the file again, or undo this import first.'
const MOVED_ON = 'This import has moved on. Nothing was changed: look at how it stands now.'

/** Keeps a file of values as it came, once it is found to be a table. Nothing is recorded yet. */
export async function uploadTable(
  adapters: ImportsAdapters,
  actor: Actor | null,
  { strategyId, name, bytes }: UploadInput,
): Promise<Outcome<{ readonly importId: string }>> {
  const allowed = await findForImport(adapters, actor, strategyId)
  if (!allowed.ok) return allowed
  if (bytes.length === 0)
    return refuse('invalid', 'Choose a file, or paste a table.', {
      file: 'There is nothing to read yet.',
    })
  if (bytes.length > LARGEST_FILE)
    return refuse('invalid', 'The file is larger than 30 MB. Import it in parts.', {
      file: 'Choose a file of at most 30 MB.',
    })
  const head = await adapters.tables.readHead({ bytes })
  if (!head.ok)
    return refuse(head.refusal.code, head.refusal.message, { file: head.refusal.message })
  const [importId, fileId] = [adapters.newId(), adapters.newId()]
  const { partnershipId } = allowed.value
  const { personId } = allowed.value.actor
  const at = adapters.now()
  const sha256 = hashBytes(bytes)
  const data = { file: name, sha256, rows: head.value.count }
  const audit = { at, actorId: personId, action: 'import.uploaded', subject: importId, data }
  const file = { fileId, partnershipId, name, bytes, sha256, personId, at }
  await adapters.imports.addImport({
    ...file,
    id: importId,
    state: 'uploaded',
    metricId: null,
    audit,
  })
  return done({ importId })
}

export interface LookInput extends ImportInput {
  /** Column numbers by field, as a form sends them; empty for none. */
  readonly typed: Readonly<Record<string, string>>
}

/** Takes what was chosen of the columns, remembers it for such headings, and works out what would be done. */
export async function lookAtImport(
  adapters: ImportsAdapters,
  actor: Actor | null,
  { typed, ...input }: LookInput,
): Promise<Outcome<null>> {
  const found = await findImportOf(adapters, actor, input)
  if (!found.ok) return found
  const { stored } = found.value
  const { imports, tables } = adapters
  if (hasRecorded(stored)) return refuse('conflict', HAS_RECORDED)
  const { sheet } = stored
  const bytes = await imports.readFile(stored.fileId)
  const head = await tables.readHead({ bytes, sheet: sheet ?? undefined })
  if (!head.ok) return head
  const { headers } = head.value
  const chosen = readChosen(typed, headers.length)
  const mapped = mapColumns(headers, chosen)
  if (!mapped.ok) return mapped
  const { personId } = found.value.actor
  const { partnershipId } = stored
  if (Object.keys(chosen).length > 0)
    await imports.keepMapping({ partnershipId, headings: nameHeadings(headers), chosen, personId })
  const metricId = typed['metricId'] || null
  const change = { chosen, sheet, metricId, done: 0, problem: '' }
  return begin(
    adapters,
    { id: stored.id, from: STILL_OPEN },
    {
      state: 'looking',
      ...change,
    },
  )
}

/** Of a workbook; its columns are to be chosen anew. */
export async function chooseSheet(
  adapters: ImportsAdapters,
  actor: Actor | null,
  { sheet, ...input }: ImportInput & { readonly sheet: string },
): Promise<Outcome<null>> {
  const found = await findImportOf(adapters, actor, input)
  if (!found.ok) return found
  const { stored } = found.value
  if (hasRecorded(stored)) return refuse('conflict', HAS_RECORDED)
  const bytes = await adapters.imports.readFile(stored.fileId)
  const head = await adapters.tables.readHead({ bytes, sheet })
  if (!head.ok) return head
  const change = { state: 'uploaded', chosen: {}, sheet, problem: '' } as const
  const isChanged = await adapters.imports.change(stored.id, STILL_OPEN, change)
  return isChanged ? done(null) : refuse('conflict', MOVED_ON)
}

/** Then its lines and columns stay as they are, since values name their lines. */
function hasRecorded({ report }: StoredImport): boolean {
  return report !== null && report.recorded > 0
}

function readChosen(typed: LookInput['typed'], count: number): ChosenColumns {
  const chosen = Object.entries(typed).flatMap(([name, value]) => {
    const at = Number(value)
    const isColumn = value !== '' && Number.isInteger(at) && at >= NO_COLUMN && at < count
    return name.startsWith('column-') && isColumn ? [[name.slice('column-'.length), at]] : []
  })
  return Object.fromEntries(chosen) as ChosenColumns
}

/** Records what was looked at. */
export async function confirmImport(
  adapters: ImportsAdapters,
  actor: Actor | null,
  input: ImportInput,
): Promise<Outcome<null>> {
  const found = await findImportOf(adapters, actor, input)
  if (!found.ok) return found
  const { stored } = found.value
  const { report } = stored
  if (stored.state === 'looked' && report && report.counts.new + report.counts.supersedes === 0)
    return refuse('invalid', 'There is nothing new in this file to record.')
  return begin(
    adapters,
    { id: stored.id, from: ['looked'] },
    {
      state: 'running',
      done: 0,
      audit: {
        at: adapters.now(),
        actorId: found.value.actor.personId,
        action: 'import.confirmed',
        subject: stored.id,
        data: { file: stored.fileName, new: report?.counts.new ?? 0 },
      },
    },
  )
}

export interface UndoInput extends ImportInput {
  readonly reason: string
}

/** Takes the values of an import away again, or gives back what they replaced. */
export async function undoImport(
  adapters: ImportsAdapters,
  actor: Actor | null,
  { reason, ...input }: UndoInput,
): Promise<Outcome<null>> {
  const found = await findImportOf(adapters, actor, input)
  if (!found.ok) return found
  const said = reason.trim()
  if (said === '' || said.length > LONGEST_REASON || said.includes('\u0000'))
    return refuse('invalid', 'Nothing was undone.', {
      reason: 'Say why it is undone, in 1,000 characters or fewer.',
    })
  const { stored } = found.value
  const at = adapters.now()
  const { personId } = found.value.actor
  return begin(
    adapters,
    // One that stopped may have recorded some.
    { id: stored.id, from: hasRecorded(stored) ? ['done', 'failed'] : [] },
    {
      state: 'undoing',
      done: 0,
      undone: { personId, at, reason: said },
      audit: {
        at,
        actorId: personId,
        action: 'import.undone',
        subject: stored.id,
        data: { file: stored.fileName, reason: said },
      },
    },
  )
}

async function begin(
  adapters: ImportsAdapters,
  { id, from }: { readonly id: string; readonly from: readonly ImportState[] },
  change: ImportChange,
): Promise<Outcome<null>> {
  const isChanged = await adapters.imports.change(id, from, change)
  if (!isChanged) return refuse('conflict', MOVED_ON)
  adapters.later(() => workOnImport(adapters, id))
  return done(null)
}
