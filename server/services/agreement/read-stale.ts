import type { EditionSummary, SignOff } from '../../../app/domain/signoff/agreement'
import type { StrategyFacts } from '../../../app/domain/signoff/edition-content'
import {
  findStaleSignOffs,
  notSignedAnew,
  type StaleSignOffs,
} from '../../../app/domain/signoff/stale-sign-offs'
import type { StrategyContent } from '../../../app/domain/strategy/strategy'
import { readStrategy } from '../../../app/document/read'
import type { AgreementAdapters } from './agreement-store'
import { parseEdition } from './read-edition'

interface Agreed {
  readonly facts: StrategyFacts
  /** Newest first. */
  readonly editions: readonly EditionSummary[]
  /** Of the newest edition. */
  readonly signOffs: readonly SignOff[]
}

/**
 * The newest sign-offs that are about an earlier text than the newest: that of the draft while it is written, else that
 * of the newest edition (SPEC.md SO31). Texts are read only where there is a sign-off to ask about.
 */
export async function readStale(
  adapters: Pick<AgreementAdapters, 'agreement' | 'documents' | 'compareTexts'>,
  { facts, editions, signOffs }: Agreed,
): Promise<StaleSignOffs | null> {
  const [newest, ...earlier] = editions
  if (!newest) return null
  if (facts.state === 'drafting') {
    const signed = await findSigned(adapters, facts.id, editions)
    return signed && compare(adapters, signed, { content: await readDraft(adapters, facts) })
  }
  const signed = await findSigned(adapters, facts.id, earlier)
  const content = signed && (await readContent(adapters, facts.id, newest.number))
  const signedBy = signOffs.map(({ bodyId }) => bodyId)
  return signed && content ? compare(adapters, signed, { content, signedBy }) : null
}

type Signed = NonNullable<Awaited<ReturnType<typeof findSigned>>>

interface Newer {
  readonly content: StrategyContent
  readonly signedBy?: readonly string[]
}

async function compare(
  { compareTexts }: Pick<AgreementAdapters, 'compareTexts'>,
  { number, content: before, signOffs }: Signed,
  { content, signedBy = [] }: Newer,
): Promise<StaleSignOffs | null> {
  const left = { number, signOffs: notSignedAnew(signOffs, signedBy) }
  return left.signOffs.length === 0
    ? null
    : findStaleSignOffs(left, await compareTexts(before, content))
}

/** The newest of these editions that anybody has signed. */
async function findSigned(
  adapters: Pick<AgreementAdapters, 'agreement'>,
  strategyId: string,
  editions: readonly EditionSummary[],
) {
  for (const { id, number } of editions) {
    const signOffs = await adapters.agreement.listSignOffs(id)
    const content = signOffs.length > 0 ? await readContent(adapters, strategyId, number) : null
    if (content) return { number, content, signOffs }
  }
  return null
}

async function readContent(
  { agreement }: Pick<AgreementAdapters, 'agreement'>,
  strategyId: string,
  number: number,
): Promise<StrategyContent | null> {
  const stored = await agreement.findEdition(strategyId, number)
  return stored && parseEdition(stored).content
}

async function readDraft(
  { documents }: Pick<AgreementAdapters, 'documents'>,
  { documentId }: StrategyFacts,
): Promise<StrategyContent> {
  const { doc } = await documents.read(documentId)
  try {
    return readStrategy(doc)
  } finally {
    doc.destroy()
  }
}
