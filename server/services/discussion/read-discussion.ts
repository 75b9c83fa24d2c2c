import type { Actor } from '../../../app/domain/access/actor'
import type { PlacedThread } from '../../../app/domain/discussion/group-threads'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import { nameOfField } from '../../../app/domain/discussion/field-names'
import type { Thread } from '../../../app/domain/discussion/thread'
import type { Block } from '../../../app/domain/strategy/strategy'
import { numberBlocks } from '../../../app/domain/strategy/number-blocks'
import { placeThreads } from '../../../app/document/place-threads'
import { readStrategy } from '../../../app/document/read'
import type { Mentionable } from '../../../app/domain/discussion/mentions'
import { listMentionables } from '../../../app/domain/discussion/tell-of-thread'
import { isAnswerer } from './assign-thread'
import { findDiscussed } from './find-discussed'
import type { DiscussionAdapters } from './thread-store'

/** Every thread with where it stands now, and the names of the places. */
export interface Discussion {
  readonly partnershipId: string
  readonly placed: readonly PlacedThread[]
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
  /** Block id → “Objective 2.3: Fewer falls”, for the blocks that stand in the text. */
  readonly blockNames: Readonly<Record<string, string>>
  /** Block id and field key of threads on fields → “Target date”. */
  readonly fieldNames: Readonly<Record<string, string>>
  readonly people: DiscussionPeople
}

/** Who may be mentioned, and who may be asked to see to a thread. */
export interface DiscussionPeople {
  readonly mentionables: readonly Mentionable[]
  readonly assignees: readonly { readonly id: string; readonly name: string }[]
}

export async function readDiscussion(
  adapters: Pick<DiscussionAdapters, 'threads' | 'documents' | 'now'>,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<Discussion>> {
  const found = await findDiscussed(adapters.threads, actor, { strategyId, right: 'read' })
  if (!found.ok) return found
  const { documentId, partnershipId } = found.value.strategy
  const [threads, { doc }, people] = await Promise.all([
    adapters.threads.list(strategyId),
    adapters.documents.read(documentId),
    readPeople(adapters, found.value.actor),
  ])
  try {
    const { chapters, blocks } = readStrategy(doc)
    const standing = blocks.filter((block) => block.chapterId !== null)
    const numbers = numberBlocks(blocks)
    return done({
      partnershipId,
      people,
      fieldNames: nameFields(blocks, threads),
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

/** Only members of the reader's own partnership, who may read what speaks to them. */
export async function readPeople(
  { threads, now }: Pick<DiscussionAdapters, 'threads' | 'now'>,
  actor: Actor,
): Promise<DiscussionPeople> {
  const members = await threads.listMembers(actor.partnershipId, now())
  const mentionables = listMentionables(members)
  return {
    mentionables,
    assignees: mentionables
      .filter(({ type, id }) => type === 'person' && isAnswerer(members, id, actor))
      .map(({ id, name }) => ({ id, name })),
  }
}

function nameFields(
  blocks: readonly Pick<Block, 'id' | 'kind'>[],
  threads: readonly Thread[],
): Record<string, string> {
  const kinds = new Map(blocks.map(({ id, kind }) => [id, kind]))
  return Object.fromEntries(
    threads.flatMap(({ target }) => {
      if (target.type !== 'field') return []
      const kind = kinds.get(target.blockId)
      const name = kind === undefined ? null : nameOfField(kind, target.field)
      return name === null ? [] : [[`${target.blockId} ${target.field}`, name]]
    }),
  )
}
