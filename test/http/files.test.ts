import { beforeAll, describe, expect, it } from 'vitest'
import { STRATEGY } from '../../prisma/seed/content'
import type { Database } from '../../server/persistence/database'
import { type HttpApp, prepareHttpApp, startHttpApp } from '../build/http-app'
import { IMAGES } from '../build/images'

let db: Database

beforeAll(async () => {
  db = await prepareHttpApp()
})

const PNG = IMAGES['image/png']

async function send(app: HttpApp, cookie: string, bytes: Uint8Array) {
  const body = new FormData()
  body.set('file', new File([new Uint8Array(bytes)], 'page.html', { type: 'image/png' }))
  const answer = await fetch(`${app.url}/strategies/${STRATEGY.id}/files`, {
    method: 'POST',
    body,
    headers: { cookie },
  })
  return { status: answer.status, body: (await answer.json().catch(() => null)) as unknown }
}

describe('pictures over HTTP', () => {
  it('[FI3] are stored for an editor and come back as what they are, to be kept', async () => {
    const app = await startHttpApp(db)
    const cookie = await app.signIn('pen@demo.northing')
    const sent = await send(app, cookie, PNG)
    expect(sent).toEqual({ status: 200, body: { id: expect.any(String), width: 2, height: 3 } })
    const { id } = sent.body as { id: string }
    const answer = await app.get(`/files/${id}`, { cookie })
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    expect(Buffer.from(await answer.arrayBuffer()).equals(PNG)).toBe(true)
  })

  it('[FI4] are for members alone', async () => {
    const app = await startHttpApp(db)
    const cookie = await app.signIn('pen@demo.northing')
    const { id } = (await send(app, cookie, PNG)).body as { id: string }
    for (const path of [`/files/${id}`, '/files/none', '/files/%00', '/files/..%2f..%2fetc']) {
      const answer = await app.get(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(await answer.text()).not.toContain('PNG')
    }
    const viewer = await app.signIn('viewer@demo.northing')
    expect((await app.get(`/files/${id}`, { cookie: viewer })).status).toBe(200)
  })

  it('[FI3] are taken from nobody who may not edit, and only when they are pictures', async () => {
    const app = await startHttpApp(db)
    const before = await db.prisma.storedFile.count()
    const viewer = await app.signIn('viewer@demo.northing')
    expect((await send(app, viewer, PNG)).status).toBe(403)
    expect((await send(app, '', PNG)).status).toBe(401)
    const editor = await app.signIn('pen@demo.northing')
    const drawing = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>')
    expect(await send(app, editor, drawing)).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('not a PNG') } },
    })
    expect((await send(app, editor, new Uint8Array(5 * 1024 * 1024 + 1))).status).toBe(400)
    expect((await send(app, editor, new Uint8Array(7 * 1024 * 1024))).status).toBe(413)
    expect(await db.prisma.storedFile.count()).toBe(before)
  })
})

describe('the library over HTTP', () => {
  it('answers its sources, takes a new one, and says what is wrong with it', async () => {
    const app = await startHttpApp(db)
    const cookie = await app.signIn('pen@demo.northing')
    const path = `/strategies/${STRATEGY.id}/sources`
    const added = await app.post(path, { title: 'A report', year: '2026' }, { cookie })
    const source = (await added.json()) as { id: string }
    expect(source).toMatchObject({ title: 'A report', year: 2026, kind: 'report' })
    const listed = (await (await app.get(path, { cookie })).json()) as { sources: object[] }
    expect(listed.sources).toContainEqual(source)
    const refused = await app.post(path, { title: '' }, { cookie })
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ error: { fields: { title: expect.any(String) } } })
    const viewer = await app.signIn('viewer@demo.northing')
    expect((await app.post(path, { title: 'x' }, { cookie: viewer })).status).toBe(403)
  })
})
