import type { Role } from '../../../app/domain/access/actor'
import type { Telling } from '../../../app/domain/notices/telling'
import { onOneLine } from '../../../app/domain/notices/write-notice'
import type { AgreementTransaction } from './agreement-store'

/** Who has worked on a text, or answers for it (notices NO9). */
const TOOK_PART: readonly Role[] = ['chair', 'editor', 'reviewer', 'signatory']

interface Reached {
  readonly number: number
  readonly became: 'approved' | 'published'
  /** Who did it knows it. */
  readonly personId: string
  readonly at: Date
}

/** Tells those who took part that an edition is approved, or public (notices NO9). */
export async function tellMembers(tx: AgreementTransaction, reached: Reached): Promise<void> {
  const { number, became, personId, at } = reached
  const { id, title } = tx.facts
  const members = await tx.listMembers(TOOK_PART, at)
  const telling = {
    kind: 'edition_approved',
    strategyId: id,
    about: `Edition ${number} is ${became}`,
    sentences: [
      became === 'approved'
        ? `Edition ${number} of “${onOneLine(title)}” has been approved. Nothing is asked of you.`
        : `Edition ${number} of “${onOneLine(title)}” is public now. Nothing is asked of you.`,
    ],
    path: `/strategies/${encodeURIComponent(id)}/editions/${number}`,
  } satisfies Omit<Telling, 'personId'>
  const tellings = members
    .filter((member) => member !== personId)
    .map((member) => ({ ...telling, personId: member }))
  await tx.tell(tellings, at)
}
