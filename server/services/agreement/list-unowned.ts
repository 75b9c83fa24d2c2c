import { type Unowned, listUnowned } from '../../../app/domain/answering/answer-for'
import type { EditionSummary } from '../../../app/domain/signoff/agreement'
import type { AgreementReader } from './agreement-store'
import { parseEdition } from './read-edition'

interface Asked {
  readonly partnershipId: string
  readonly edition: Pick<EditionSummary, 'strategyId' | 'number'>
  readonly today: string
}

/** The metrics of an edition's objectives that nobody answers for today (SPEC.md SO51). */
export async function listUnownedOf(
  reader: AgreementReader,
  { partnershipId, edition, today }: Asked,
): Promise<readonly Unowned[]> {
  const stored = await reader.findEdition(edition.strategyId, edition.number)
  const ids = stored ? parseEdition(stored).metrics.map(({ id }) => id) : []
  const { owned, terms } = await reader.listAnsweredFor(partnershipId, ids)
  return listUnowned(owned, terms, today)
}
