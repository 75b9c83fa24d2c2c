import type { Actor } from '../../../app/domain/access/actor'
import type { PlacedThread } from '../../../app/domain/discussion/group-threads'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import { numberBlocks } from '../../../app/domain/strategy/number-blocks'
import { placeThreads } from '../../../app/document/place-threads'
import { readStrategy } from '../../../app/document/read'
import { findDiscussed } from './find-discussed'
import type { DiscussionAdapters } from './thread-store'

/** Every thread with where it stands now, and the names of the places. */
export interface Discussion {
  readonly partnershipId: string
  readonly placed: readonly PlacedThread[]
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
  /** Block id → “Objective 2.3: Fewer falls”, for the blocks that stand in the text. */
  readonly blockNames: Readonly<Record<string, string>>
}

export async function readDiscussion(
  adapters: Pick<DiscussionAdapters, 'threads' | 'documents'>,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<Discussion>> {
  const found = await findDiscussed(adapters.threads, actor, { strategyId, right: 'read' })
  if (!found.ok) return found
  const { documentId, partnershipId } = found.value.strategy
  const [threads, { doc }] = await Promise.all([
    adapters.threads.list(strategyId),
    adapters.documents.read(documentId),
  ])
  try {
    const { chapters, blocks } = readStrategy(doc)
    const standing = blocks.filter((block) => block.chapterId !== null)
    const numbers = numberBlocks(blocks)
    return done({
      partnershipId,
      placed: placeThreads(doc, threads),
      chapters: chapters.map(({ id, title }) => ({ id, title })),
      blockNames: Object.fromEntries(
        standing.map(({ id, title }) => [
          id,
          [numbers.get(id)?.label, title].filter(Boolean).join(': '),
        ]),
      ),
    })
  } finally {
    doc.destroy()
  }
}
