import type { Telling } from '../notices/telling'
import { pathToThread, shorten } from './assignment'
import { DISPOSITION_LABELS, type Answer } from './disposition'
import { formatDate } from '../dates/format-date'
import type { Mention, Mentionable } from './mentions'

/** A member of the strategy's partnership today. */
export interface Talker {
  readonly id: string
  readonly name: string
  readonly organisationId: string
  readonly organisationName: string
}

export interface CommentNews {
  readonly commentId: string
  readonly threadId: string
  readonly strategyId: string
  readonly writer: { readonly id: string; readonly name: string }
  readonly text: string
  readonly mentions: readonly Mention[]
  /** Who wrote in the thread before; nobody for its first comment. */
  readonly participantIds: readonly string[]
}

/** Each member once, the mention before the answer, never the writer (SPEC.md DI21, DI28). */
export function tellOfComment(news: CommentNews, members: readonly Talker[]): Telling[] {
  const { commentId, threadId, strategyId, writer, text } = news
  return members.flatMap((member) => {
    const why = whyTold(news, member)
    if (why === null) return []
    const doing =
      why.kind === 'mention'
        ? `mentioned ${why.whom} in a comment`
        : 'answered in a thread you take part in'
    return [
      {
        kind: why.kind,
        personId: member.id,
        strategyId,
        about: `${writer.name} ${doing}`,
        sentences: [`${writer.name} ${doing}: “${shorten(text)}”`],
        path: pathToThread(strategyId, threadId),
        onceKey: `${why.kind}:${commentId}`,
      },
    ]
  })
}

function whyTold(
  { writer, mentions, participantIds }: CommentNews,
  { id, organisationId }: Talker,
): { kind: 'mention' | 'answered'; whom: string } | null {
  if (id === writer.id) return null
  if (mentions.some((mention) => mention.type === 'person' && mention.id === id))
    return { kind: 'mention', whom: 'you' }
  const organisation = mentions.find(
    (mention) => mention.type === 'organisation' && mention.id === organisationId,
  )
  if (organisation) return { kind: 'mention', whom: organisation.name }
  return participantIds.includes(id) ? { kind: 'answered', whom: '' } : null
}

interface ThreadNews {
  readonly threadId: string
  readonly strategyId: string
  readonly personId: string
  readonly by: { readonly id: string; readonly name: string }
  /** The thread's first comment. */
  readonly text: string
}

/** The author hears what became of what they said (SPEC.md DI29). */
export function tellOfAnswer(news: ThreadNews, answer: Answer): Telling[] {
  const said = `${DISPOSITION_LABELS[answer.disposition]}${answer.reason ? `: ${shorten(answer.reason)}` : ''}`
  return tellOne(news, 'answered', {
    about: `${news.by.name} recorded what became of your comment`,
    sentences: [`You wrote: “${shorten(news.text)}”`, `${news.by.name} answered: ${said}`],
  })
}

/** The assignee is told, unless they took it themselves (SPEC.md DI24). */
export function tellOfAssignment(news: ThreadNews, dueOn: string | null): Telling[] {
  return tellOne(news, 'assigned', {
    about: `${news.by.name} assigned a comment to you`,
    sentences: [
      `${news.by.name} asks you to see to this comment${dueOn ? ` by ${formatDate(dueOn)}` : ''}: “${shorten(news.text)}”`,
    ],
  })
}

function tellOne(
  { threadId, strategyId, personId, by }: ThreadNews,
  kind: 'answered' | 'assigned',
  words: Pick<Telling, 'about' | 'sentences'>,
): Telling[] {
  if (personId === by.id) return []
  return [{ kind, personId, strategyId, ...words, path: pathToThread(strategyId, threadId) }]
}

/** People first, then their organisations, by name. */
export function listMentionables(members: readonly Talker[]): Mentionable[] {
  const organisations = new Map(
    members.map(({ organisationId: id, organisationName: name }) => [
      id,
      { type: 'organisation' as const, id, name, detail: 'Everybody of this organisation' },
    ]),
  )
  const people = members.map(({ id, name, organisationName }) => ({
    type: 'person' as const,
    id,
    name,
    detail: organisationName,
  }))
  const byName = (a: Mentionable, b: Mentionable) => a.name.localeCompare(b.name, 'en-GB')
  return [...people.sort(byName), ...[...organisations.values()].sort(byName)]
}
