import { describe, expect, it } from 'vitest'
import { HOSTILE_ADDRESSES } from '../../test/data/hostile/strings'
import { safeAddress } from './safe-address'

describe('safeAddress', () => {
  it.each(HOSTILE_ADDRESSES)('[EX17] makes no link of %j', (address) => {
    expect(safeAddress(address)).toBeNull()
  })

  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    [' HTTP://Example.org', 'http://example.org/'],
    ['https://example.org/"><script>', 'https://example.org/%22%3E%3Cscript%3E'],
    ['mailto:team@example.org', 'mailto:team@example.org'],
  ])('[EX17] keeps %s as programs read it', (written, address) => {
    expect(safeAddress(written)).toBe(address)
  })
})
