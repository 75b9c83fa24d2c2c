import { type Outcome, done, refuse } from '../outcome/outcome'
import type { ThreadState } from './thread'

/** A reply belongs in an open thread: a resolved one is reopened first (SPEC.md DI6). */
export function mayReply(state: ThreadState): Outcome<void> {
  if (state === 'open') return done(undefined)
  return refuse(
    'conflict',
    'This thread has been resolved. Reopen it to reply. Nothing was saved; your text is still here.',
  )
}

export interface CommentSituation {
  readonly threadState: ThreadState
  readonly isAuthor: boolean
  readonly isDeleted: boolean
}

/** May this person change this comment, or take it away? (SPEC.md DI17) */
export function mayChangeComment({
  threadState,
  isAuthor,
  isDeleted,
}: CommentSituation): Outcome<void> {
  if (!isAuthor) return refuse('forbidden', 'Only the person who wrote a comment may change it.')
  if (isDeleted)
    return refuse('conflict', 'The comment has been taken away already. Nothing was changed.')
  if (threadState === 'open') return done(undefined)
  return refuse(
    'conflict',
    'This thread has been resolved. Reopen it to change a comment. Nothing was saved; your text is still here.',
  )
}

/** Resolving what is resolved, or reopening what is open, changes nothing and is not an error (SPEC.md DI7). */
export function changesState(state: ThreadState, wanted: ThreadState): boolean {
  return state !== wanted
}
