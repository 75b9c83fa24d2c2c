import { describe, expect, it } from 'vitest'
import { judgeOrigin } from './own-origin'

const HOST = 'localhost:3000'
const PUBLIC = new URL('https://northing.example/')

describe('S6, S17: the sender of a request', () => {
  it.each([
    [{ origin: 'http://localhost:3000' }, 'own'],
    [{ origin: 'https://localhost:3000' }, 'own'],
    [{ origin: 'http://localhost:3001' }, 'foreign'],
    [{ origin: 'http://localhost' }, 'foreign'],
    [{ origin: 'https://evil.example' }, 'foreign'],
    [{ origin: 'https://localhost:3000.evil.example' }, 'foreign'],
    [{ origin: 'null' }, 'foreign'],
    [{ origin: '' }, 'foreign'],
    [{ origin: 'file://localhost:3000' }, 'foreign'],
    [{ 'sec-fetch-site': 'same-origin' }, 'own'],
    [{ 'sec-fetch-site': 'none' }, 'own'],
    [{ 'sec-fetch-site': 'same-site' }, 'foreign'],
    [{ 'sec-fetch-site': 'cross-site' }, 'foreign'],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, 'foreign'],
    [{}, 'absent'],
  ] as const)('judges %j by the Host header as %s', (headers, verdict) => {
    expect(judgeOrigin({ host: HOST, ...headers }, null)).toBe(verdict)
  })

  it.each([
    ['https://northing.example', 'own'],
    ['https://NORTHING.example', 'own'],
    ['http://northing.example', 'foreign'],
    ['https://northing.example:8443', 'foreign'],
    ['https://northing.example.evil.example', 'foreign'],
    ['http://localhost:3000', 'foreign'],
  ])('judges %s by PUBLIC_URL as %s, whatever Host says', (origin, verdict) => {
    expect(judgeOrigin({ host: HOST, origin }, PUBLIC)).toBe(verdict)
  })

  it('refuses an own-looking origin when there is no Host', () => {
    expect(judgeOrigin({ origin: 'http://localhost:3000' }, null)).toBe('foreign')
  })
})
