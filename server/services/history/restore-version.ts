import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { formatInstant } from '../../../app/domain/dates/format-date'
import type { ChangeSummary } from '../../../app/domain/diff/describe-comparison'
import { nameVersion } from '../../../app/domain/history/version'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { MadeRestore, RestoreScope } from '../../history/make-restore'
import type { WriteOutcome } from '../documents'
import { type Allowed, findHistoryOf, type HistoryAdapters } from './history-adapters'
import { keepStep } from './keep-step'
import { readNames } from './read-names'
import { showComparison, type ShownComparison } from './show-comparison'

export interface RestoreInput {
  readonly strategyId: string
  readonly seq: number
  readonly scope: RestoreScope
}

export interface RestorePreview {
  readonly strategy: { readonly id: string; readonly title: string }
  readonly seq: number
  readonly scope: RestoreScope
  /** 'Submitted, 12 March 2027 at 14:05'. */
  readonly versionName: string
  /** The chapter or block that would be restored; empty for everything. */
  readonly partName: string
  readonly summary: ChangeSummary
  readonly comparison: ShownComparison
  /** The draft says already what the version says. */
  readonly isNothing: boolean
}

/** What a restore would do now. Changes nothing. SPEC.md, HI19. */
export async function previewRestore(
  adapters: HistoryAdapters,
  actor: Actor | null,
  input: RestoreInput,
): Promise<Outcome<RestorePreview>> {
  const made = await prepare(adapters, actor, input)
  if (!made.ok) return made
  const { strategy, restore, versionName } = made.value
  const { compared, title } = restore
  const nameOf = await readNames(adapters, strategy.partnershipId, compared.blockNames)
  return done({
    strategy: { id: strategy.id, title: strategy.title },
    seq: input.seq,
    scope: input.scope,
    versionName,
    partName: input.scope.type === 'block' ? (nameOf(input.scope.blockId) ?? title) : title,
    summary: compared.summary,
    comparison: showComparison(compared.comparison, nameOf),
    isNothing: compared.summary.chapters.length === 0,
  })
}

export interface RestoreDone {
  /** The version that holds the text as it was before. */
  readonly beforeSeq: number
}

/** Brings a version back as an edit that follows on the present. SPEC.md, HI14–HI21. */
export async function restoreVersion(
  adapters: HistoryAdapters,
  actor: Actor | null,
  input: RestoreInput,
): Promise<Outcome<RestoreDone>> {
  const { strategyId } = input
  const allowed = await findDrafted(adapters, actor, strategyId)
  if (!allowed.ok) return allowed
  const { personId } = allowed.value.actor
  const beforeSeq = await keepStep(adapters, { strategyId, reason: 'before_restore', personId })
  const made = await prepare(adapters, actor, input)
  if (!made.ok) return made
  if (made.value.restore.compared.summary.chapters.length === 0)
    return refuse('conflict', 'The draft says this already. Nothing was changed.')
  const { documentId } = made.value.strategy
  const edit = { bytes: made.value.restore.update, personId }
  const written = await adapters.writer.write({ strategyId, documentId }, edit)
  if (written !== 'committed') return refuseWrite(written)
  const note = nameRestored(made.value, input.scope)
  await adapters.history.audit({
    at: adapters.now(),
    actorId: personId,
    action: 'version.restored',
    subject: strategyId,
    data: { version: String(input.seq), before: String(beforeSeq), ...describeScope(input.scope) },
  })
  await keepStep(adapters, { strategyId, reason: 'restored', personId, note })
  return done({ beforeSeq: beforeSeq ?? 0 })
}

interface Prepared extends Allowed {
  readonly restore: MadeRestore
  readonly versionName: string
}

async function prepare(
  adapters: HistoryAdapters,
  actor: Actor | null,
  { strategyId, seq, scope }: RestoreInput,
): Promise<Outcome<Prepared>> {
  const allowed = await findDrafted(adapters, actor, strategyId)
  if (!allowed.ok) return allowed
  const { history, updates, historyThread } = adapters
  const { documentId } = allowed.value.strategy
  const asked = { before: seq + 1, chapterId: null, personId: null, onlyNamed: false, limit: 1 }
  const [version, [row]] = await Promise.all([
    history.findVersion(documentId, BigInt(seq)),
    history.listVersions(documentId, asked),
  ])
  if (!version || !row) return refuse('not_found', NOT_FOUND)
  const current = await updates.readUpdates(documentId)
  const sources = { state: version.state, updates: current.updates, scope }
  const restore = await historyThread.restore(sources)
  if (!restore) return refuse('not_found', 'That version has no such chapter or block.')
  const versionName = `${nameVersion(row)}, ${formatInstant(version.at)}`
  return done({ ...allowed.value, restore, versionName })
}

async function findDrafted(
  adapters: HistoryAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<Allowed>> {
  const found = await findHistoryOf(adapters, actor, { strategyId, right: 'edit' })
  if (!found.ok) return found
  if (found.value.strategy.state !== 'drafting') return FROZEN
  return found.value.strategy.suggesting ? SUGGESTING : found
}

const SUGGESTING = refuse(
  'conflict',
  'Only suggestions are taken for this draft now, so nothing can be restored. Nothing was changed: the chair can open it for writing again.',
)

const FROZEN = refuse(
  'conflict',
  'The text is frozen while it is being agreed, so nothing can be restored. Nothing was changed.',
)

function refuseWrite(outcome: Exclude<WriteOutcome, 'committed'>): Outcome<never> {
  if (outcome === 'frozen') return FROZEN
  if (outcome === 'nothing')
    return refuse('conflict', 'The draft says this already. Nothing was changed.')
  if (outcome === 'full')
    return refuse('conflict', 'The strategy has no room for it. Nothing was changed.')
  return refuse(
    'unavailable',
    'The text cannot be saved at the moment. Nothing was changed: try again in a minute.',
  )
}

function nameRestored({ versionName, restore }: Prepared, scope: RestoreScope): string {
  if (scope.type === 'everything') return `Everything as in ${versionName}`
  return `${restore.title || 'Without a title'}, as in ${versionName}`
}

function describeScope(scope: RestoreScope): Record<string, string> {
  if (scope.type === 'chapter') return { chapter: scope.chapterId }
  return scope.type === 'block' ? { block: scope.blockId } : {}
}
