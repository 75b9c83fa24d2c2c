import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../server/persistence/database'
import { openDatabase } from '../../server/persistence/database'
import { prepareHttpApp, startHttpApp } from '../build/http-app'
import { addressOf, findRoutes } from '../build/pages'

let db: Database

beforeAll(async () => {
  db = await prepareHttpApp()
})

/** Every address that takes an unsafe method, resource routes included. */
const ACTIONS = findRoutes()
  .filter((route) =>
    /export (async )?function action|action \}/.test(readFileSync(`app/${route.file}`, 'utf8')),
  )
  .map(addressOf)

const FOREIGN: Record<string, Record<string, string>> = {
  'a foreign page': { origin: 'https://evil.example' },
  'an unknown page': { origin: 'null' },
  'another port of this host': { origin: 'http://127.0.0.1:1' },
  'a foreign page without Origin': { 'sec-fetch-site': 'cross-site' },
  'a neighbouring site': { 'sec-fetch-site': 'same-site' },
  'a foreign page with a forged host': {
    origin: 'https://evil.example',
    'x-forwarded-host': 'evil.example',
  },
  'a text/plain form': { 'content-type': 'text/plain' },
}

describe('S6: every unsafe method', () => {
  it('is found in the route table', () => {
    expect(ACTIONS).toEqual(
      expect.arrayContaining(['/sign-in', '/sign-out', '/demo/sign-in', '/sign-in/x']),
    )
  })

  it.each(Object.keys(FOREIGN))('is refused from %s, and nothing changes', async (sender) => {
    const app = await startHttpApp(db)
    const before = await db.prisma.session.count()
    for (const address of ACTIONS) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await fetch(app.url + address, {
          method,
          body: 'email=chair@demo.northing',
          headers: { 'content-type': 'application/x-www-form-urlencoded', ...FOREIGN[sender] },
          redirect: 'manual',
        })
        expect([address, method, answer.status]).toEqual([address, method, 403])
        expect(answer.headers.getSetCookie()).toEqual([])
      }
    }
    expect(await db.prisma.session.count()).toBe(before)
  })

  it('is let through from our own page and from a program', async () => {
    const app = await startHttpApp(db)
    const email = 'chair@demo.northing'
    const own: Record<string, string>[] = [
      {},
      { origin: app.url },
      { 'sec-fetch-site': 'same-origin' },
    ]
    for (const headers of own)
      expect((await app.post('/demo/sign-in', { email }, headers)).status).toBe(303)
  })

  it('is judged by PUBLIC_URL where there is one, whatever Host says', async () => {
    const app = await startHttpApp(db, {
      settings: { publicUrl: new URL('https://northing.example') },
    })
    const email = 'chair@demo.northing'
    const own = await app.post('/demo/sign-in', { email }, { origin: 'https://northing.example' })
    const local = await app.post('/demo/sign-in', { email }, { origin: app.url })
    expect([own.status, local.status]).toEqual([303, 403])
  })

  it('is refused when its body is too large or says no length', async () => {
    const app = await startHttpApp(db)
    const large = await app.post('/sign-in', { email: 'x'.repeat(1024 * 1024) })
    expect(large.status).toBe(413)
    const endless = await new Promise<number | undefined>((resolve) => {
      const post = request(`${app.url}/sign-in`, {
        method: 'POST',
        headers: { 'transfer-encoding': 'chunked' },
      })
      post.on('response', (answer) => resolve(answer.resume().statusCode))
      post.end('email=x')
    })
    expect(endless).toBe(411)
  })
})

describe('S2: headers', () => {
  const ADDRESSES = [
    '/sign-in',
    '/',
    '/nowhere',
    '/assets/none.js',
    '/icon.svg',
    '/healthz',
    '/%E0%A4%A',
    '/demo/sign-in',
  ]

  it.each(ADDRESSES)('protect the answer to %s', async (address) => {
    const app = await startHttpApp(db)
    const { headers } = await app.get(address)
    const csp = headers.get('content-security-policy') ?? ''
    expect(csp).toMatch(/script-src 'self' 'nonce-[\w+/]{22}=='(;|$)/)
    expect(csp).toContain("frame-ancestors 'none'")
    expect(csp).toContain("object-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/)
    expect(headers.get('x-powered-by')).toBeNull()
  })

  it('protect a refused request too', async () => {
    const app = await startHttpApp(db)
    const { status, headers } = await app.post('/sign-in', {}, { origin: 'https://evil.example' })
    expect(status).toBe(403)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  it('give every script of a page the nonce of its answer, new each time', async () => {
    const app = await startHttpApp(db)
    const first = await app.get('/sign-in')
    const nonce =
      /'nonce-([^']+)'/.exec(first.headers.get('content-security-policy') ?? '')?.[1] ?? ''
    const scripts = (await first.text()).match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(1)
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([])
    const second = await app.get('/sign-in')
    expect(second.headers.get('content-security-policy')).not.toContain(nonce)
  })

  it('keep the pages of signed-in people out of every cache', async () => {
    const app = await startHttpApp(db)
    const cookie = await app.signIn('chair@demo.northing')
    for (const address of [
      '/',
      '/strategies/wessex-vale-2026',
      '/strategies/unknown',
      '/nowhere',
    ]) {
      expect((await app.get(address, { cookie })).headers.get('cache-control')).toBe('no-store')
    }
  })
})

describe('S9: strategies of others', () => {
  it('answer like strategies that do not exist', async () => {
    await db.prisma.partnership.create({ data: { id: 'elsewhere', name: 'Elsewhere' } })
    await db.prisma.liveDocument.create({ data: { id: 'doc-elsewhere' } })
    await db.prisma.strategy.create({
      data: {
        id: 'strategy-elsewhere',
        partnershipId: 'elsewhere',
        kind: 'integrated_care_strategy',
        title: 'Planted secret',
        horizonFrom: 2026,
        horizonTo: 2031,
        state: 'drafting',
        slug: 'elsewhere',
        documentId: 'doc-elsewhere',
      },
    })
    const app = await startHttpApp(db)
    const cookie = await app.signIn('chair@demo.northing')
    const [theirs, unknown] = await Promise.all(
      ['strategy-elsewhere', 'strategy-nowhere'].map((id) =>
        app.get(`/strategies/${id}`, { cookie }),
      ),
    )
    expect([theirs?.status, unknown?.status]).toEqual([404, 404])
    const [a, b] = await Promise.all([readMain(theirs), readMain(unknown)])
    expect(a).toContain('There is nothing at this address, or you may not see it.')
    expect(a).toBe(b)
  })
})

describe('S41: files', () => {
  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/..%5C..%5C..%5Cpackage.json',
    '/..%5C..%5Cetc/passwd',
    '/%00',
    '/icon.svg%00.html',
    '//etc/passwd',
    '/.env',
  ])('outside the public folder are not served: %s', async (path) => {
    const app = await startHttpApp(db)
    // fetch would tidy the path, so the bytes go out as they are.
    const { status, body } = await new Promise<{ status: number; body: string }>(
      (resolve, reject) => {
        const get = request(
          { host: '127.0.0.1', port: Number(new URL(app.url).port), path },
          (answer) => {
            const parts: Buffer[] = []
            answer.on('data', (part: Buffer) => parts.push(part))
            answer.on('end', () =>
              resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
            )
          },
        )
        get.on('error', reject)
        get.end()
      },
    )
    expect([400, 404]).toContain(status)
    expect(body).not.toMatch(/"devDependencies"|root:x:/)
  })

  it('that a deployment took away answer 404, not a page', async () => {
    const app = await startHttpApp(db)
    const answer = await app.get('/assets/entry-OLD.js')
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('text/plain')
  })
})

describe('S44: errors', () => {
  it('without a database let nobody in and tell nothing', async () => {
    const working = await startHttpApp(db)
    const cookie = await working.signIn('chair@demo.northing')
    const dead = openDatabase('postgresql://nobody@127.0.0.1:1/none')
    const app = await startHttpApp(dead)
    const page = await app.get('/', { cookie })
    const text = await page.text()
    expect(page.status).toBe(503)
    expect(text).toContain('Northing cannot answer at the moment')
    expect(text).toContain(page.headers.get('x-request-id'))
    expect(text).not.toMatch(/ECONNREFUSED|prisma|\.ts:|at Object/i)
    const api = await app.get('/api/v1/strategies', { cookie, accept: 'application/json' })
    expect(await api.json()).toEqual({
      error: { code: 'unavailable', message: expect.any(String) as string },
    })
    expect((await app.post('/demo/sign-in', { email: 'chair@demo.northing' })).status).toBe(500)
    const ready = await app.get('/readyz')
    expect([ready.status, await ready.text()]).toEqual([503, 'not answering: database\n'])
    expect((await app.get('/healthz')).status).toBe(200)
    await dead.close()
  })

  it('nobody expected give a sentence and a reference, never a stack', async () => {
    const fail = () => Promise.reject(new Error('planted secret at line 12'))
    const strategies = { listStrategies: fail, listLed: fail }
    const app = await startHttpApp(db, { services: { strategies } })
    const cookie = await app.signIn('chair@demo.northing')
    const page = await app.get('/', { cookie })
    const text = await page.text()
    expect(page.status).toBe(500)
    expect(text).toContain('Something went wrong in Northing')
    expect(text).toContain(`Reference: <!-- -->${page.headers.get('x-request-id')}`)
    expect(text).not.toMatch(/planted secret|\.ts:\d/)
    expect(app.logged.join('')).toContain('planted secret')
  })

  it('of addresses nobody can decode are 400', async () => {
    const app = await startHttpApp(db)
    expect((await app.get('/%E0%A4%A')).status).toBe(400)
  })

  it('in an address tell a signed-in person where they are', async () => {
    const app = await startHttpApp(db)
    const cookie = await app.signIn('chair@demo.northing')
    const page = await app.get('/nowhere', { cookie })
    expect(page.status).toBe(404)
    expect(await page.text()).toContain('Dame Ruth Alder')
  })
})

describe('figures', () => {
  it('are for this machine, or for whoever has the token', async () => {
    const open = await startHttpApp(db)
    expect(await (await open.get('/metrics')).text()).toContain('process_cpu_user_seconds_total')
    const forwarded = await open.get('/metrics', { 'x-forwarded-for': '203.0.113.9' })
    expect(forwarded.status).toBe(401)
    const closed = await startHttpApp(db, { settings: { metricsToken: 'a-token-of-some-length' } })
    expect((await closed.get('/metrics')).status).toBe(401)
    expect(
      (await closed.get('/metrics', { authorization: 'Bearer a-token-of-some-lengtH' })).status,
    ).toBe(401)
    const given = await closed.get('/metrics', { authorization: 'Bearer a-token-of-some-length' })
    expect(await given.text()).toContain('http_request_duration_seconds')
  })
})

async function readMain(answer: Response | undefined): Promise<string> {
  return /<main.*<\/main>/s.exec((await answer?.text()) ?? '')?.[0] ?? ''
}
