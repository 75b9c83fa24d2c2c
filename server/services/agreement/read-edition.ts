import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { EditionSummary, SigningBody, SignOff } from '../../../app/domain/signoff/agreement'
import type { EditionContent } from '../../../app/domain/signoff/edition-content'
import type { AgreementAdapters, StoredEdition } from './agreement-store'
import { hashEdition } from './hash-edition'
import { findAgreed } from './take-step'

export interface EditionView {
  readonly edition: EditionSummary
  readonly content: EditionContent
  readonly bodies: readonly SigningBody[]
  readonly signOffs: readonly SignOff[]
}

/** A frozen text with what was said about it, for members of the partnership. */
export async function readEdition(
  adapters: Pick<AgreementAdapters, 'agreement'>,
  actor: Actor | null,
  input: { strategyId: string; number: number },
): Promise<Outcome<EditionView>> {
  const store = adapters.agreement
  const found = await findAgreed(store, actor, { strategyId: input.strategyId, right: 'read' })
  if (!found.ok) return found
  if (!Number.isInteger(input.number) || input.number < 1 || input.number > 1_000_000) {
    return refuse('not_found', NOT_FOUND)
  }
  const stored = await store.findEdition(input.strategyId, input.number)
  if (!stored) return refuse('not_found', NOT_FOUND)
  const [bodies, signOffs] = await Promise.all([
    store.listBodies(found.value.facts.partnershipId),
    store.listSignOffs(stored.summary.id),
  ])
  return done({ edition: stored.summary, content: parseEdition(stored), bodies, signOffs })
}

/** The stored text as it was agreed; a text that no longer matches its hash is never shown as if it did. */
export function parseEdition({ summary, content }: StoredEdition): EditionContent {
  if (hashEdition(content) !== summary.hash) {
    throw new Error(
      `The stored text of edition ${summary.id} does not match its hash ${summary.hash}.`,
    )
  }
  return JSON.parse(content) as EditionContent
}
