import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../server/persistence/database'
import { prepareHttpApp, readCookie, startHttpApp } from '../build/http-app'

let db: Database

beforeAll(async () => {
  db = await prepareHttpApp()
})

describe('demonstration sign-in', () => {
  it('S1: sets a cookie that scripts and other sites cannot use', async () => {
    const app = await startHttpApp(db)
    const answer = await app.post('/demo/sign-in', { email: 'chair@demo.northing' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/')
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^northing=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800$/,
      ),
    ])
  })

  it('S1: binds the cookie to host and TLS when people come by https', async () => {
    const app = await startHttpApp(db, {
      settings: { publicUrl: new URL('https://northing.example') },
    })
    const answer = await app.post('/demo/sign-in', { email: 'chair@demo.northing' })
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-northing=[\w-]{43}; Path=\/; .*; Secure$/,
    )
  })

  it('opens the start page for any seeded member', async () => {
    const app = await startHttpApp(db)
    const cookie = await app.signIn('hwb.thornley@wessexvale.example')
    const page = await app.get('/', { cookie })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('What waits for you')
  })

  it.each([['nobody@demo.northing'], ['undefined'], ['']])('answers 400 for %j', async (email) => {
    const app = await startHttpApp(db)
    const answer = await app.post('/demo/sign-in', { email })
    expect(answer.status).toBe(400)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await answer.json()).toMatchObject({ error: { code: 'invalid' } })
  })

  it('does not exist outside a demonstration', async () => {
    const app = await startHttpApp(db, { settings: { demo: false } })
    expect((await app.post('/demo/sign-in', { email: 'chair@demo.northing' })).status).toBe(404)
    expect((await app.get('/demo/sign-in')).status).toBe(404)
    expect((await app.get('/demo/mail')).status).toBe(404)
    expect(await (await app.get('/sign-in')).text()).not.toContain('demo.northing')
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    '/%2F%2Fevil.example',
    '/\t/evil.example',
  ])('S7: never leaves this site for to=%j', async (to) => {
    const app = await startHttpApp(db)
    const posted = await app.post('/demo/sign-in', { email: 'chair@demo.northing', to })
    expect(posted.headers.get('location')).toBe('/')
    const cookie = readCookie(posted)
    const opened = await app.get(`/sign-in?${new URLSearchParams({ to })}`, { cookie })
    expect(opened.headers.get('location')).toBe('/')
  })

  it('S7: goes where the person wanted to go', async () => {
    const app = await startHttpApp(db)
    const page = await app.get('/strategies/wessex-vale-2026?x=1')
    expect(page.status).toBe(302)
    const to = new URL(page.headers.get('location') ?? '', app.url).searchParams.get('to') ?? ''
    const posted = await app.post('/demo/sign-in', { email: 'chair@demo.northing', to })
    expect(posted.headers.get('location')).toBe('/strategies/wessex-vale-2026?x=1')
  })
})

describe('sign-in by a link', () => {
  async function askForLink(app: Awaited<ReturnType<typeof startHttpApp>>, to = '/') {
    await app.post('/sign-in', { email: ' Pen@Demo.Northing ', to })
    await app.settle()
    return (
      /http\S+/.exec(app.mails.at(-1)?.text ?? '')?.[0]?.replace('http://localhost:3000', '') ?? ''
    )
  }

  it('signs in by pressing the button, not by opening the page', async () => {
    const app = await startHttpApp(db)
    const link = await askForLink(app, '/strategies/wessex-vale-2026')
    expect(link).toMatch(/^\/sign-in\/[\w-]{43}\?to=%2Fstrategies%2Fwessex-vale-2026$/)
    for (let scanner = 0; scanner < 3; scanner += 1) {
      const opened = await app.get(link)
      expect(opened.status).toBe(200)
      expect(opened.headers.getSetCookie()).toEqual([])
    }
    const pressed = await app.post(link, {})
    expect(pressed.status).toBe(303)
    expect(pressed.headers.get('location')).toBe('/strategies/wessex-vale-2026')
    const page = await app.get('/', { cookie: readCookie(pressed) })
    expect(await page.text()).toContain('Samir Patel')
  })

  it('works once, even when pressed twenty times at once', async () => {
    const app = await startHttpApp(db)
    const link = await askForLink(app)
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await app.post(link, {})).status),
    )
    expect(statuses.filter((status) => status === 303)).toHaveLength(1)
    expect(statuses.filter((status) => status === 400)).toHaveLength(19)
  })

  it('ends after 15 minutes', async () => {
    const app = await startHttpApp(db)
    const link = await askForLink(app)
    app.clock.now = new Date(app.clock.now.getTime() + 15 * 60_000)
    const pressed = await app.post(link, {})
    expect(pressed.status).toBe(400)
    expect(await pressed.text()).toContain('This link no longer works')
  })

  it('keeps only the hash of its token', async () => {
    const app = await startHttpApp(db)
    const token = (await askForLink(app)).split('/').at(-1) ?? ''
    const links = JSON.stringify(await db.prisma.signInLink.findMany())
    expect(links).not.toContain(token)
    await app.get(`/sign-in/${token}`)
    await vi.waitFor(() => expect(app.logged.join('')).toContain('/sign-in/…'))
    expect(app.logged.join('')).not.toContain(token)
  })

  it('S3: answers a known and an unknown address in the same words', async () => {
    const app = await startHttpApp(db, { settings: { demo: false } })
    const answers = await Promise.all(
      ['chair@demo.northing', 'ruler@demo.northing'].map((email) =>
        app.post('/sign-in', { email, to: '/' }),
      ),
    )
    await app.settle()
    const [known, unknown] = await Promise.all(answers.map(readWords))
    expect(known).toContain('Check your mail')
    expect(known?.replaceAll('chair@', 'ruler@')).toBe(unknown)
    expect(answers.map((answer) => answer.status)).toEqual([200, 200])
    expect(app.mails.map((mail) => mail.to)).toEqual(['chair@demo.northing'])
  })

  it('refuses an address that is none, and keeps what was typed', async () => {
    const app = await startHttpApp(db)
    const answer = await app.post('/sign-in', { email: 'pen at northing', to: '/' })
    expect(answer.status).toBe(400)
    const text = await answer.text()
    expect(text).toContain('Enter an e-mail address like')
    expect(text).toContain('value="pen at northing"')
  })

  it('S3: answers 429 with the time to wait after five tries', async () => {
    const app = await startHttpApp(db)
    const answers: Response[] = []
    for (let count = 0; count < 6; count += 1) {
      answers.push(await app.post('/sign-in', { email: 'pen@demo.northing', to: '/' }))
    }
    const statuses = answers.map((answer) => answer.status)
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(800)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
  })
})

async function readWords(answer: Response): Promise<string> {
  return /<main.*<\/main>/s.exec(await answer.text())?.[0] ?? ''
}
