import { describe, expect, it } from 'vitest'
import { DRAFT } from '../../../test/build/strategy-copy'
import { HOSTILE_STRINGS } from '../../../test/data/hostile/strings'
import { nameFile } from './name-file'

function name(title: string, slug = 'wessex-vale-2026-31'): string {
  return nameFile({ slug, title, standing: DRAFT, extension: 'pdf' })
}

describe('the name of an exported file', () => {
  it('is plain for every program and in full for those that can', () => {
    expect(name('Better lives: café 2026–31')).toBe(
      `attachment; filename="wessex-vale-2026-31-draft-2027-03-12.pdf"; filename*=UTF-8''Better%20lives%20caf%C3%A9%202026%E2%80%9331%20%28draft-2027-03-12%29.pdf`,
    )
  })

  it.each([
    ...HOSTILE_STRINGS,
    '../../etc/passwd',
    'a\r\nSet-Cookie: x=1',
    '\u202Efdp.exe',
    'x'.repeat(500),
    '',
    '...',
  ])('stays one safe header for %j', (hostile) => {
    const header = name(hostile, hostile)
    expect(header).toMatch(
      /^attachment; filename="[a-z0-9-]+\.pdf"; filename\*=UTF-8''[A-Za-z0-9%._~&-]+\.pdf$/,
    )
    const full = decodeURIComponent(header.split("UTF-8''")[1] ?? '')
    expect(full).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]|^\./u)
    expect(header.length).toBeLessThan(900)
  })
})
