import { beforeAll, describe, expect, it } from 'vitest'
import { createSessionStore } from '../../server/persistence/sessions'
import { seededDatabase } from '../build/database'
import { type HttpApp, prepareHttpApp, readCookie, startHttpApp } from '../build/http-app'

const HOUR_MS = 60 * 60_000

beforeAll(prepareHttpApp)

async function isSignedIn(app: HttpApp, cookie: string): Promise<boolean> {
  return (await app.get('/', { cookie })).status === 200
}

describe('S5: sessions', () => {
  it('begin anew at every sign-in, and the old one ends', async () => {
    const app = await startHttpApp(await seededDatabase())
    const first = await app.signIn('chair@demo.northing')
    const second = readCookie(
      await app.post('/demo/sign-in', { email: 'pen@demo.northing' }, { cookie: first }),
    )
    expect(second).not.toBe(first)
    expect(await isSignedIn(app, first)).toBe(false)
    expect(await isSignedIn(app, second)).toBe(true)
  })

  it('are never taken from a cookie somebody made up', async () => {
    const app = await startHttpApp(await seededDatabase())
    const fixed = `northing=${'A'.repeat(43)}`
    const cookie = readCookie(
      await app.post('/demo/sign-in', { email: 'pen@demo.northing' }, { cookie: fixed }),
    )
    expect(cookie).not.toBe(fixed)
    expect(await isSignedIn(app, fixed)).toBe(false)
  })

  it('end at signing out', async () => {
    const app = await startHttpApp(await seededDatabase())
    const cookie = await app.signIn('chair@demo.northing')
    const answer = await app.post('/sign-out', {}, { cookie })
    expect(answer.status).toBe(303)
    expect(answer.headers.getSetCookie()[0]).toContain('Max-Age=0')
    expect(await isSignedIn(app, cookie)).toBe(false)
  })

  it.each([
    ['everything of the site', { clear: 'storage' }, '"cache", "storage"'],
    ['but no words, where the page has not looked for unsent ones', {}, '"cache"'],
  ])('[LV12] S46 end with the browser told to forget %s', async (_, fields, cleared) => {
    const app = await startHttpApp(await seededDatabase())
    const cookie = await app.signIn('chair@demo.northing')
    const answer = await app.post('/sign-out', fields, { cookie })
    expect(answer.headers.get('clear-site-data')).toBe(cleared)
    expect(answer.headers.has('northing-person')).toBe(true)
    expect((await app.get('/sign-in')).headers.has('northing-person')).toBe(false)
  })

  it('[CO118] end everywhere else, and only that person’s', async () => {
    const app = await startHttpApp(await seededDatabase())
    const [here, there] = [
      await app.signIn('chair@demo.northing'),
      await app.signIn('chair@demo.northing'),
    ]
    const other = await app.signIn('pen@demo.northing')
    const answer = await app.post('/account', {}, { cookie: here })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/account?ended=1')
    expect(await isSignedIn(app, there)).toBe(false)
    expect(await isSignedIn(app, here)).toBe(true)
    expect(await isSignedIn(app, other)).toBe(true)
    const page = await (await app.get('/account?ended=1', { cookie: here })).text()
    expect(page).toContain('signed out on one other computer')
    expect((await app.get('/account', {})).status).toBe(302)
  })

  it('end after 12 idle hours and after 7 days', async () => {
    const app = await startHttpApp(await seededDatabase())
    const idle = await app.signIn('chair@demo.northing')
    const busy = await app.signIn('pen@demo.northing')
    app.clock.now = new Date(app.clock.now.getTime() + 11 * HOUR_MS)
    expect(await isSignedIn(app, busy)).toBe(true)
    app.clock.now = new Date(app.clock.now.getTime() + 2 * HOUR_MS)
    expect(await isSignedIn(app, idle)).toBe(false)
    expect(await isSignedIn(app, busy)).toBe(true)
    app.clock.now = new Date(app.clock.now.getTime() + 7 * 24 * HOUR_MS)
    expect(await isSignedIn(app, busy)).toBe(false)
  })

  it('are nobody’s once the person is suspended or leaves, and follow a change of role', async () => {
    const db = await seededDatabase()
    const app = await startHttpApp(db)
    const chair = await app.signIn('chair@demo.northing')
    const pen = await app.signIn('pen@demo.northing')
    await db.prisma.person.update({
      where: { id: 'person-chair' },
      data: { suspendedAt: new Date() },
    })
    await db.prisma.membership.updateMany({
      where: { personId: 'person-pen' },
      data: { role: 'viewer' },
    })
    expect(await isSignedIn(app, chair)).toBe(false)
    expect(await (await app.get('/', { cookie: pen })).text()).toContain('Reader')
    await db.prisma.membership.updateMany({
      where: { personId: 'person-pen' },
      data: { validTo: new Date('2020-01-01') },
    })
    expect(await isSignedIn(app, pen)).toBe(false)
    expect((await app.post('/demo/sign-in', { email: 'chair@demo.northing' })).status).toBe(400)
  })

  it('keep only the hash of the token', async () => {
    const db = await seededDatabase()
    const app = await startHttpApp(db)
    const token = (await app.signIn('chair@demo.northing')).split('=')[1] ?? ''
    expect(JSON.stringify(await db.prisma.session.findMany())).not.toContain(token)
    expect(app.logged.join('')).not.toContain(token)
  })
})

describe('ended sessions and links', () => {
  it('are forgotten, and living ones are not', async () => {
    const db = await seededDatabase()
    const app = await startHttpApp(db)
    await app.signIn('chair@demo.northing')
    app.clock.now = new Date(app.clock.now.getTime() + 8 * 24 * HOUR_MS)
    const living = await app.signIn('pen@demo.northing')
    await createSessionStore(db).deleteEnded(app.clock.now)
    expect(await db.prisma.session.findMany({ select: { personId: true } })).toEqual([
      { personId: 'person-pen' },
    ])
    expect(await isSignedIn(app, living)).toBe(true)
  })
})
