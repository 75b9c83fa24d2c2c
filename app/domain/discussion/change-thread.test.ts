import { expect, it } from 'vitest'

import { changesState, mayReply } from './change-thread'

it('[DI6] an open thread takes a reply, a resolved one does not', () => {
  expect(mayReply('open').ok).toBe(true)
  const refused = mayReply('resolved')
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'conflict' } })
  expect(!refused.ok && refused.refusal.message).toContain('Reopen it to reply')
})

it('[DI7] only a different state is a change', () => {
  expect(changesState('open', 'resolved')).toBe(true)
  expect(changesState('resolved', 'open')).toBe(true)
  expect(changesState('open', 'open')).toBe(false)
  expect(changesState('resolved', 'resolved')).toBe(false)
})
