import type { Actor } from '../../../app/domain/access/actor'
import {
  parseCommentText,
  parseRequestKey,
  parseThreadTarget,
} from '../../../app/domain/discussion/parse-comment'
import type { ThreadTarget } from '../../../app/domain/discussion/thread'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { rereadAnchor } from '../../../app/document/anchor'
import { readStrategy } from '../../../app/document/read'
import type { DocumentReader } from '../documents'
import { findDiscussed } from './find-discussed'
import type { DiscussionAdapters } from './thread-store'

export interface StartThreadInput {
  readonly strategyId: string
  /** Parsed here: chapter and text, or a block. */
  readonly target: unknown
  readonly text: unknown
  readonly key: unknown
}

/** Begins a thread on selected text or on a block of this strategy. */
export async function startThread(
  adapters: DiscussionAdapters,
  actor: Actor | null,
  input: StartThreadInput,
): Promise<Outcome<{ threadId: string }>> {
  const { strategyId } = input
  const found = await findDiscussed(adapters.threads, actor, { strategyId, right: 'comment' })
  if (!found.ok) return found
  const parsed = parseInput(input)
  if (!parsed.ok) return parsed
  const { target, text, key } = parsed.value
  const place = await findTarget(adapters.documents, found.value.strategy.documentId, target)
  if (!place.ok) return place
  const { personId } = found.value.actor
  const [at, id] = [adapters.now(), adapters.newId()]
  const comment = { id: key, strategyId, threadId: id, authorId: personId, text, at }
  const written = await adapters.threads.start(
    { id, strategyId, target: place.value, comment },
    {
      at,
      actorId: personId,
      action: 'thread.started',
      subject: id,
      data: { strategyId, comment: key },
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
  return done({ target: target.value, text: text.value, key: key.value })
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
    const block = readStrategy(doc).blocks.find((candidate) => candidate.id === target.blockId)
    return block ? done({ ...target, chapterId: block.chapterId }) : refuse('not_found', GONE)
  } finally {
    doc.destroy()
  }
}
