import type { Actor } from '../../../app/domain/access/actor'
import { findMentions, type Mention } from '../../../app/domain/discussion/mentions'
import { listMentionables, tellOfComment } from '../../../app/domain/discussion/tell-of-thread'
import type { DiscussedStrategy, DiscussionAdapters, NewComment } from './thread-store'

export interface CommentDraft {
  readonly id: string
  readonly threadId: string
  readonly text: string
  /** Ids chosen in the page, to tell two people of one name apart. */
  readonly mentioned: unknown
  readonly at: Date
}

interface Writer {
  readonly strategy: DiscussedStrategy
  readonly personId: string
  /** Null: a guest, who mentions nobody and tells nobody by it. */
  readonly member: Pick<Actor, 'name'> | null
}

/** Whom a comment mentions, and whom it tells. */
export async function prepareComment(
  { threads }: Pick<DiscussionAdapters, 'threads'>,
  { strategy, personId, member }: Writer,
  { mentioned, ...draft }: CommentDraft,
): Promise<NewComment> {
  const members = await threads.listMembers(strategy.partnershipId, draft.at)
  const candidates = member ? listMentionables(members) : []
  const chosen = parseChosen(mentioned)
  const pick = (kept: readonly Mention[]) =>
    findMentions(draft.text, [...kept, ...candidates], [...chosen, ...kept.map(({ id }) => id)])
  return {
    ...draft,
    strategyId: strategy.id,
    authorId: personId,
    pickMentions: pick,
    tell: ({ mentions, participantIds }) =>
      tellOfComment(
        {
          commentId: draft.id,
          threadId: draft.threadId,
          strategyId: strategy.id,
          writer: { id: personId, name: member?.name ?? 'A guest' },
          text: draft.text,
          mentions,
          participantIds,
        },
        members,
      ),
  }
}

/** Ids separated by spaces, as the page's hidden field sends them. */
function parseChosen(mentioned: unknown): readonly string[] {
  return typeof mentioned === 'string' ? mentioned.split(' ').filter(Boolean).slice(0, 100) : []
}
