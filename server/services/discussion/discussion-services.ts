import type { Actor } from '../../../app/domain/access/actor'
import {
  type AssignInput,
  assignThread,
  listAssignedThreads,
  listThreadReminders,
  remindAssigned,
} from './assign-thread'
import { type ReactInput, reactToComment } from './react-to-comment'
import { type CommentInput, deleteComment, editComment } from './change-comment'
import { listDiscussionPeople, listThreads } from './list-threads'
import { listWaitingThreads } from './list-waiting-threads'
import { readDiscussion } from './read-discussion'
import { replyToThread, type ReplyInput } from './reply-to-thread'
import {
  reopenThread,
  type ResolveInput,
  resolveThread,
  type ThreadInput,
} from './set-thread-state'
import { startThread, type StartThreadInput } from './start-thread'
import type { DiscussionAdapters } from './thread-store'

export function createDiscussionServices(adapters: DiscussionAdapters) {
  return {
    listThreads: (actor: Actor | null, strategyId: string) =>
      listThreads(adapters, actor, strategyId),
    listDiscussionPeople: (actor: Actor | null, strategyId: string) =>
      listDiscussionPeople(adapters, actor, strategyId),
    readDiscussion: (actor: Actor | null, strategyId: string) =>
      readDiscussion(adapters, actor, strategyId),
    startThread: (actor: Actor | null, input: StartThreadInput) =>
      startThread(adapters, actor, input),
    replyToThread: (actor: Actor | null, input: ReplyInput) =>
      replyToThread(adapters, actor, input),
    editComment: (actor: Actor | null, input: Parameters<typeof editComment>[2]) =>
      editComment(adapters, actor, input),
    deleteComment: (actor: Actor | null, input: CommentInput) =>
      deleteComment(adapters, actor, input),
    resolveThread: (actor: Actor | null, input: ResolveInput) =>
      resolveThread(adapters, actor, input),
    reopenThread: (actor: Actor | null, input: ThreadInput) => reopenThread(adapters, actor, input),
    assignThread: (actor: Actor | null, input: AssignInput) => assignThread(adapters, actor, input),
    reactToComment: (actor: Actor | null, input: ReactInput) =>
      reactToComment(adapters, actor, input),
    listAssignedThreads: (actor: Actor) => listAssignedThreads(adapters, actor),
    listThreadReminders: (today: string) => listThreadReminders(adapters, today),
    remind: (now: Date) => remindAssigned(adapters, now),
    listWaitingThreads: (actor: Actor) => listWaitingThreads(adapters, actor),
  }
}

export type DiscussionServices = ReturnType<typeof createDiscussionServices>
