import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { parseVersionName } from '../../../app/domain/history/parse-version-name'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { findHistoryOf, type HistoryAdapters } from './history-adapters'

export interface NameInput {
  readonly strategyId: string
  /** Null: the draft as it is now. */
  readonly seq: number | null
  readonly fields: Readonly<Record<string, unknown>>
}

/** Gives a version a name people know it by. SPEC.md, HI11. */
export async function nameVersion(
  adapters: HistoryAdapters,
  actor: Actor | null,
  input: NameInput,
): Promise<Outcome<{ seq: number }>> {
  const { strategyId } = input
  const found = await findHistoryOf(adapters, actor, { strategyId, right: 'edit' })
  if (!found.ok) return found
  const name = parseVersionName(input.fields)
  if (!name.ok) return name
  const { documentId } = found.value.strategy
  const { history, versions, newId, now, notices } = adapters
  const seq = input.seq === null ? await versions.keep(documentId) : BigInt(input.seq)
  if (input.seq !== null && !(await history.findVersion(documentId, seq)))
    return refuse('not_found', NOT_FOUND)
  const { personId } = found.value.actor
  await history.insertMark({
    ...name.value,
    id: newId(),
    documentId,
    seq,
    kind: 'named',
    reason: '',
    personId,
    at: now(),
  })
  notices.changed(strategyId, 'versions')
  return done({ seq: Number(seq) })
}
