import { describe, expect, it } from 'vitest'
import { parseSource } from './parse-source'
import { describeSource } from './source'

const FORM = {
  title: 'Fair Society, Healthy Lives',
  authors: 'Marmot, M.',
  publisher: 'The Marmot Review',
  year: '2010',
  url: 'https://www.example.org/review',
  kind: 'evidence',
  accessedAt: '2026-03-31',
}

describe('adding a source', () => {
  it('[LB1] keeps what is known and asks only for a title', () => {
    expect(parseSource(FORM)).toEqual({ ok: true, value: { ...FORM, year: 2010 } })
    const bare = {
      title: 'Minutes',
      authors: '',
      publisher: '',
      year: '',
      url: '',
      kind: '',
      accessedAt: '',
    }
    expect(parseSource(bare)).toMatchObject({ ok: true, value: { year: null, accessedAt: null } })
    expect(parseSource({ ...bare, title: ' \n' })).toMatchObject({
      ok: false,
      refusal: { fields: { title: expect.any(String) } },
    })
  })

  it.each([
    ['url', 'javascript:alert(1)'],
    ['url', 'data:text/html,x'],
    ['url', 'www.example.org'],
    ['url', 'https://exa mple.org'],
    ['url', 'https://'],
    ['year', '24'],
    ['year', '20244'],
    ['accessedAt', '2026-02-30'],
    ['accessedAt', 'yesterday'],
    ['title', 'x'.repeat(301)],
  ])('[LB2] says what is wrong with %s %j', (field, value) => {
    expect(parseSource({ ...FORM, [field]: value })).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', fields: { [field]: expect.any(String) } },
    })
  })

  it('[LB3] keeps words to one line', () => {
    expect(parseSource({ ...FORM, title: ' One\n\u0007two\t', authors: 'A\r\nB' })).toMatchObject({
      value: { title: 'One two', authors: 'A B' },
    })
  })

  it('[LB4] takes a kind nobody knows for what the address says', () => {
    expect(parseSource({ ...FORM, kind: 'rumour' })).toMatchObject({ value: { kind: 'web' } })
    expect(parseSource({ ...FORM, kind: '', url: '' })).toMatchObject({ value: { kind: 'report' } })
  })

  it('[LB5] is named in one line', () => {
    const known = { title: 'Fair lives?', authors: 'Marmot, M.', publisher: 'UCL', year: 2010 }
    expect(describeSource(known)).toBe('Marmot, M. (2010). Fair lives? UCL.')
    expect(describeSource({ ...known, authors: '' })).toBe('UCL (2010). Fair lives?')
    expect(describeSource({ ...known, authors: '', publisher: '', year: null })).toBe('Fair lives?')
  })
})
