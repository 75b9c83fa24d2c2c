import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND, type Right } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { StrategyFacts } from '../../../app/domain/signoff/edition-content'
import type { StrategyCopy } from '../../exporters/strategy-copy'
import type { StoredEdition } from '../agreement/agreement-store'
import { buildEditionContent } from '../agreement/build-edition-content'
import { parseEdition } from '../agreement/read-edition'
import type { ExportsAdapters } from './exports-adapters'

export interface CopyWanted {
  readonly strategyId: string
  /** What the address says: the number of an edition; absent, the draft as it stands now. */
  readonly edition?: string | undefined
  readonly right: Right
}

export interface FoundCopy {
  readonly facts: StrategyFacts
  readonly copy: StrategyCopy
}

type Adapters = Pick<ExportsAdapters, 'agreement' | 'documents' | 'now'>

/** The draft as it is committed now, or a stored edition: never a mixture of the two. */
export async function findCopy(
  adapters: Adapters,
  actor: Actor | null,
  { strategyId, edition, right }: CopyWanted,
): Promise<Outcome<FoundCopy>> {
  const facts = await adapters.agreement.findStrategy(strategyId)
  if (!facts) return refuse('not_found', NOT_FOUND)
  const may = mayDo(actor, right, facts)
  if (!may.ok) return may
  const copy =
    edition === undefined
      ? await copyDraft(adapters, strategyId)
      : await copyNumbered(adapters, strategyId, edition)
  return copy.ok ? done({ facts, copy: copy.value }) : copy
}

async function copyDraft(adapters: Adapters, strategyId: string): Promise<Outcome<StrategyCopy>> {
  const at = adapters.now().toISOString()
  const edition = await buildEditionContent(
    { documents: adapters.documents, sources: adapters.agreement },
    strategyId,
  )
  return edition
    ? done({ edition, standing: { state: 'draft', at } })
    : refuse('not_found', NOT_FOUND)
}

async function copyNumbered(
  adapters: Adapters,
  strategyId: string,
  wanted: string,
): Promise<Outcome<StrategyCopy>> {
  if (!/^[1-9]\d{0,5}$/.test(wanted)) {
    return refuse('invalid', 'The edition is given by its number, like 2. Nothing was exported.')
  }
  const stored = await adapters.agreement.findEdition(strategyId, Number(wanted))
  return stored
    ? done(copyEdition(stored))
    : refuse('not_found', `This strategy has no edition ${wanted}.`)
}

/** Only what was stored: nothing recorded since can change it. */
export function copyEdition(stored: StoredEdition): StrategyCopy {
  const { number, label, changeNote, hash, state, submittedAt, approvedAt, endedAt } =
    stored.summary
  return {
    edition: parseEdition(stored),
    standing: {
      state: 'edition',
      number,
      label,
      changeNote,
      hash,
      canonical: stored.content,
      submittedAt,
      approvedAt,
      returnedAt: state === 'returned' ? endedAt : null,
    },
  }
}
