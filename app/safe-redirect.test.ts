import { describe, expect, it } from 'vitest'
import { safeRedirect } from './safe-redirect'

const HOSTILE = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\\/evil.example',
  'https:evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '%2F%2Fevil.example',
  '/%2F%2Fevil.example',
  '/%2Fevil.example',
  '/%5Cevil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  '/\u0000/evil.example',
  ' //evil.example',
  '',
  'strategies',
  null,
  undefined,
  42,
  ['/'],
]

describe('S7: where a person goes after signing in', () => {
  it.each(HOSTILE)('never leaves this site for %j', (to) => {
    expect(safeRedirect(to)).toBe('/')
  })

  it.each([
    '/',
    '/strategies/wessex-vale-2026',
    '/strategies/a/write?chapter=2#h',
    '/sign-in?to=%2Fx',
  ])('goes to %s', (to) => {
    expect(safeRedirect(to)).toBe(to)
  })

  it('resolves dots before it decides', () => {
    expect(safeRedirect('/a/../b')).toBe('/b')
  })
})
