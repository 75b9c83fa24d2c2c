import type { Thread, ThreadPerson } from '../../app/domain/discussion/thread'

export function buildThreadPerson(fields: Partial<ThreadPerson> = {}): ThreadPerson {
  return { id: 'person-reviewer', name: 'Rosa Marsh', organisationName: 'Healthwatch', role: 'reviewer', ...fields }
}

/** A thread with one comment, on a block unless told otherwise. */
export function buildThread(fields: Partial<Thread> = {}): Thread {
  const id = fields.id ?? 'thread-1'
  const createdAt = fields.createdAt ?? '2026-03-01T10:00:00.000Z'
  const author = buildThreadPerson()
  return {
    id,
    strategyId: 'strategy-1',
    target: { type: 'block', chapterId: 'c1', blockId: 'objective-1' },
    kind: 'comment',
    state: 'open',
    createdAt,
    createdBy: author,
    resolvedAt: null,
    resolvedBy: null,
    answer: null,
    assignment: null,
    comments: [{ id: `${id}-comment`, text: 'Who leads this?', createdAt, author, editedAt: null, isDeleted: false, mentions: [], reactions: [] }],
    ...fields,
  }
}
