import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND, type Right } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { HistoryThread } from '../../history/history-thread'
import type { UpdatesReader, VersionKeeper } from '../../history/version-keeper'
import type { DocumentWriter, LiveNotices } from '../documents'
import type { RegisterReader } from '../registers/read-picker-options'
import type { StrategyReader, StrategyRow } from '../strategies/strategies-adapters'
import type { HistoryStore } from './history-store'

export interface HistoryAdapters {
  readonly strategies: Pick<StrategyReader, 'findStrategy'>
  readonly registers: Pick<RegisterReader, 'readRegisters'>
  readonly history: HistoryStore
  readonly versions: Pick<VersionKeeper, 'keep'>
  readonly historyThread: HistoryThread
  readonly updates: UpdatesReader
  readonly writer: DocumentWriter
  readonly notices: LiveNotices
  readonly now: () => Date
  readonly newId: () => string
}

export interface Allowed {
  readonly actor: Actor
  readonly strategy: StrategyRow
}

/** The strategy, if this person may do this to something of its partnership. SPEC.md, HI8. */
export async function findHistoryOf(
  { strategies }: Pick<HistoryAdapters, 'strategies'>,
  actor: Actor | null,
  asked: { readonly strategyId: string; readonly right: Right },
): Promise<Outcome<Allowed>> {
  const strategy = await strategies.findStrategy(asked.strategyId)
  if (!strategy) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, asked.right, strategy)
  return allowed.ok ? done({ actor: allowed.value, strategy }) : allowed
}
