import { expect, it } from 'vitest'
import type { TypedChange } from '../../document/suggestions/compare-branch'
import { keyOfChange } from './branch-keys'

const anchor = { start: {}, end: {}, quote: 'coast', prefix: '', suffix: '' }
const change = (insert: string): TypedChange => ({
  asked: { type: 'text', chapterId: 'c1', anchor, insert },
  before: 'coast',
  after: insert,
})

it('[SU34] the same change of a branch has one key, which a request may carry', () => {
  expect(keyOfChange('b1', change('shore'))).toBe(keyOfChange('b1', change('shore')))
  expect(keyOfChange('b1', change('shore'))).toMatch(/^[0-9a-f]{32}$/)
})

it('[SU34] another change, or the same in another branch, has another', () => {
  const keys = [
    keyOfChange('b1', change('shore')),
    keyOfChange('b1', change('beach')),
    keyOfChange('b2', change('shore')),
  ]
  expect(new Set(keys).size).toBe(3)
})
