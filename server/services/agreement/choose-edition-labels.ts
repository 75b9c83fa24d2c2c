import type { EditionSummary } from '../../../app/domain/signoff/agreement'
import { chooseLabels, type LabelChoice } from '../../../app/domain/signoff/edition-label'
import type { StrategyContent } from '../../../app/domain/strategy/strategy'
import type { StoredEdition } from './agreement-store'
import { parseEdition } from './read-edition'

interface Asked {
  /** Newest first. */
  readonly editions: readonly EditionSummary[]
  readonly content: StrategyContent
}

/** The labels the next edition may have, compared with the one approved last (SPEC.md SO42–SO44). */
export async function chooseEditionLabels(
  store: { findEdition(strategyId: string, number: number): Promise<StoredEdition | null> },
  { editions, content }: Asked,
): Promise<LabelChoice> {
  const approved = editions.find(({ approvedAt }) => approvedAt !== null)
  const stored = approved && (await store.findEdition(approved.strategyId, approved.number))
  if (!approved || !stored) return chooseLabels(null, content)
  const { number, label } = approved
  return chooseLabels({ number, label, content: parseEdition(stored).content }, content)
}
