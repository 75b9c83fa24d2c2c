import { describe, expect, it } from 'vitest'
import { SavedCount } from './saved-count'

describe('how many messages are saved', () => {
  it('[CO8] counts from the first without a hole', () => {
    const count = new SavedCount()
    const [first, second, third] = [count.take(), count.take(), count.take()]
    count.settle(second)
    expect(count.takeNews()).toBeNull()
    count.settle(first)
    expect(count.takeNews()).toBe(2)
    expect(count.takeNews()).toBeNull()
    count.settle(third)
    expect(count.takeNews()).toBe(3)
  })
})
