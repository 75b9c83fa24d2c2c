import type { Actor } from '../../../app/domain/access/actor'
import {
  parseCommentText,
  parseRequestKey,
  parseThreadKind,
  parseThreadTarget,
} from '../../../app/domain/discussion/parse-comment'
import type { ThreadKind, ThreadTarget } from '../../../app/domain/discussion/thread'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { nameOfField } from '../../../app/domain/discussion/field-names'
import { rereadAnchor } from '../../../app/document/anchor'
import { readStrategy } from '../../../app/document/read'
import type { DocumentReader } from '../documents'
import { prepareComment } from './prepare-comment'
import { type Discussed, findDiscussed } from './find-discussed'
import type { DiscussedStrategy, DiscussionAdapters } from './thread-store'

export interface StartThreadInput {
  readonly strategyId: string
  /** Parsed here: chapter and text, a block, or a chapter. */
  readonly target: unknown
  /** A comment, unless it says something else. */
  readonly kind?: unknown
  readonly text: unknown
  readonly key: unknown
  readonly mentioned?: unknown
}

/** Begins a thread on selected text, on a block or on a chapter of this strategy. */
export async function startThread(
  adapters: DiscussionAdapters,
  actor: Actor | null,
  input: StartThreadInput,
): Promise<Outcome<{ threadId: string }>> {
  const { strategyId } = input
  const found = await findDiscussed(adapters.threads, actor, { strategyId, right: 'comment' })
  if (!found.ok) return found
  return beginThread(adapters, toBeginner(found.value), input)
}

interface Beginner {
  readonly strategy: DiscussedStrategy
  readonly personId: string
  /** Null for a guest, who mentions nobody. */
  readonly member: Pick<Actor, 'name'> | null
}

function toBeginner({ strategy, actor }: Discussed): Beginner {
  return { strategy, personId: actor.personId, member: actor }
}

/** The same for whoever was found to be allowed: a member, or a guest. */
export async function beginThread(
  adapters: DiscussionAdapters,
  beginner: Beginner,
  input: StartThreadInput,
): Promise<Outcome<{ threadId: string }>> {
  const parsed = parseInput(input)
  if (!parsed.ok) return parsed
  const { target, kind, text, key } = parsed.value
  const { strategy, personId } = beginner
  const strategyId = strategy.id
  const place = await findTarget(adapters.documents, strategy.documentId, target)
  if (!place.ok) return place
  const [at, id] = [adapters.now(), adapters.newId()]
  const comment = await prepareComment(adapters, beginner, {
    id: key,
    threadId: id,
    text,
    mentioned: input.mentioned,
    at,
  })
  const written = await adapters.threads.start(
    { id, strategyId, target: place.value, kind, comment },
    {
      at,
      actorId: personId,
      action: 'thread.started',
      subject: id,
      data: { strategyId, comment: key, kind },
    },
  )
  if (written.result === 'taken') return refuse('conflict', KEY_TAKEN)
  if (written.result === 'written') adapters.notices.changed(strategyId, 'threads')
  return done({ threadId: written.threadId })
}

export const KEY_TAKEN =
  'The comment could not be told from another one. Nothing was saved; copy your text, reload the page and send it again.'

interface ParsedInput {
  readonly target: ThreadTarget
  readonly kind: ThreadKind
  readonly text: string
  readonly key: string
}

function parseInput(input: StartThreadInput): Outcome<ParsedInput> {
  const target = parseThreadTarget(input.target)
  if (!target.ok) return target
  const text = parseCommentText(input.text)
  if (!text.ok) return text
  const key = parseRequestKey(input.key)
  if (!key.ok) return key
  const kind = parseThreadKind(input.kind)
  if (!kind.ok) return kind
  return done({ target: target.value, kind: kind.value, text: text.value, key: key.value })
}

const GONE =
  'The part of the text you are commenting on is no longer in the document. Nothing was saved; your text is still here.'

/**
 * The chapter or block has to be in this strategy's document. A block's chapter is where it stands now; the quote is
 * read from the document, so that nobody puts words into the strategy's mouth (SPEC.md DI12).
 */
async function findTarget(
  documents: DocumentReader,
  documentId: string,
  target: ThreadTarget,
): Promise<Outcome<ThreadTarget>> {
  const { doc } = await documents.read(documentId)
  try {
    if (target.type === 'text') {
      const anchor = rereadAnchor(doc, target.chapterId, target.anchor)
      return anchor ? done({ ...target, anchor }) : refuse('conflict', GONE)
    }
    const { chapters, blocks } = readStrategy(doc)
    if (target.type === 'section') {
      const isThere = chapters.some(({ id }) => id === target.chapterId)
      return isThere ? done(target) : refuse('not_found', GONE)
    }
    const block = blocks.find((candidate) => candidate.id === target.blockId)
    if (block && target.type === 'field' && nameOfField(block.kind, target.field) === null)
      return refuse('invalid', GONE)
    return block ? done({ ...target, chapterId: block.chapterId }) : refuse('not_found', GONE)
  } finally {
    doc.destroy()
  }
}
