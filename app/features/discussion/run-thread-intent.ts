import type { Actor } from '../../domain/access/actor'
import { parseDateField } from '../../domain/dates/parse-date-field'
import { type Outcome, done, refuse } from '../../domain/outcome/outcome'
import type { DiscussionServices } from '../../../server/services/discussion/discussion-services'

export const THREAD_INTENTS = [
  'start',
  'reply',
  'edit_comment',
  'delete_comment',
  'resolve',
  'reopen',
  'assign',
  'react',
] as const
export type ThreadIntent = (typeof THREAD_INTENTS)[number]

interface ThreadRequest {
  readonly actor: Actor | null
  readonly strategyId: string
  readonly form: FormData
}

/** One form of the discussion, whichever page it was sent from. */
export async function runThreadIntent(
  services: DiscussionServices,
  { actor, strategyId, form }: ThreadRequest,
): Promise<Outcome<{ threadId: string }>> {
  const threadId = readText(form, 'threadId')
  const comment = {
    strategyId,
    text: form.get('text'),
    key: form.get('key'),
    mentioned: form.get('mentioned'),
  }
  switch (THREAD_INTENTS.find((intent) => intent === form.get('intent'))) {
    case 'start':
      return services.startThread(actor, {
        ...comment,
        kind: form.get('kind'),
        target: parseJson(readText(form, 'target')),
      })
    case 'reply':
      return services.replyToThread(actor, { ...comment, threadId })
    case 'edit_comment':
      return services.editComment(actor, {
        strategyId,
        threadId,
        commentId: readText(form, 'commentId'),
        text: form.get('text'),
        mentioned: form.get('mentioned'),
      })
    case 'delete_comment':
      return services.deleteComment(actor, {
        strategyId,
        threadId,
        commentId: readText(form, 'commentId'),
      })
    case 'resolve':
      return answer(
        threadId,
        await services.resolveThread(actor, {
          strategyId,
          threadId,
          disposition: form.get('disposition'),
          reason: form.get('reason'),
        }),
      )
    case 'reopen':
      return answer(threadId, await services.reopenThread(actor, { strategyId, threadId }))
    case 'assign':
      return assign(services, { actor, strategyId, form })
    case 'react':
      return services.reactToComment(actor, {
        strategyId,
        threadId,
        commentId: readText(form, 'commentId'),
        kind: form.get('kind'),
        isOn: form.get('isOn') === 'yes',
      })
    case undefined:
      return refuse(
        'invalid',
        'The page did not say what to do. Nothing was changed: reload the page and try again.',
      )
  }
}

async function assign(
  services: DiscussionServices,
  { actor, strategyId, form }: ThreadRequest,
): Promise<Outcome<{ threadId: string }>> {
  const due = parseDateField(form, 'due')
  if (!due.ok) return due
  return services.assignThread(actor, {
    strategyId,
    threadId: readText(form, 'threadId'),
    assigneeId: form.get('assigneeId'),
    dueOn: due.value,
  })
}

function answer(threadId: string, outcome: Outcome<void>): Outcome<{ threadId: string }> {
  return outcome.ok ? done({ threadId }) : outcome
}

export function readText(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The service refuses what is not a target, and says so.
    return null
  }
}
