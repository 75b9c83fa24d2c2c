import { describe, expect, it } from 'vitest'
import { readAt, readNumberAt, readTextAt } from './read-json'

describe('reading what came as JSON', () => {
  const answer: unknown = JSON.parse(
    '{"error":{"message":"no","tries":3},"list":[1],"__proto__":{}}',
  )

  it('[OC1] finds what is there', () => {
    expect(readTextAt(answer, 'error', 'message')).toBe('no')
    expect(readNumberAt(answer, 'error', 'tries')).toBe(3)
    expect(readAt(answer, 'list')).toEqual([1])
  })

  it.each([[null], ['text'], [7], [{}], [[]], [{ error: 'no' }], [{ error: { message: 1 } }]])(
    '[OC2] finds no text in %j',
    (value) => expect(readTextAt(value, 'error', 'message')).toBeNull(),
  )

  it('[OC1] [OC2] finds nothing that every object has', () => {
    expect(readAt({}, 'constructor')).toBeUndefined()
    expect(readNumberAt({ tries: '3' }, 'tries')).toBeNull()
  })
})
