import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../build/database'
import { openRaw, openedRaw, until } from './live-client'
import { type LiveWorld, STRATEGY, startWorld } from './live-world'

let world: LiveWorld

beforeAll(async () => {
  world = await startWorld(await freshDatabase())
})
afterAll(() => world.stop())

describe('S16 and S25 the upgrade', () => {
  it.each([
    ['without a cookie', {}, 401],
    ['with a cookie nobody issued', { cookie: `northing=${'A'.repeat(43)}` }, 401],
  ])('[CO31] is refused %s', async (_, headers, status) => {
    expect(await endOf(`/${STRATEGY}?schema=1`, headers)).toBe(status)
  })

  it('[CO31] is refused with a session that has ended', async () => {
    const cookie = world.cookies.reviewer
    await world.db.prisma.session.updateMany({
      where: { personId: 'person-reviewer' },
      data: { expiresAt: new Date(0) },
    })
    expect(await endOf(`/${STRATEGY}?schema=1`, { cookie })).toBe(401)
  })

  it('[CO32] answers a foreign partnership like an unknown strategy', async () => {
    const answers = await Promise.all([
      answerOf(`/${STRATEGY}?schema=1`, world.cookies.stranger),
      answerOf('/no-such-strategy?schema=1', world.cookies.stranger),
      answerOf('/no-such-strategy?schema=1', world.cookies.chair),
    ])
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.status).toBe(404)
  })

  it.each([
    '/../x',
    '/%2e%2e',
    '/strategy-1%00',
    `/${'x'.repeat(10_000)}`,
    '/ѕtrategy-1',
    '/',
    '/strategy-1/more',
    '//strategy-1',
  ])('S25 [CO30] finds nothing at %.20s', async (path) => {
    expect(await endOf(`${path}?schema=1`, { cookie: world.cookies.chair })).toBe(404)
  })

  it('[CO30] finds nothing at another path', async () => {
    const raw = openRaw(`ws://127.0.0.1:${world.port}/elsewhere/${STRATEGY}?schema=1`, {
      cookie: world.cookies.chair,
    })
    expect(await raw.ended).toBe(404)
  })
})

describe('S17 the origin', () => {
  it.each([
    'null',
    'https://evil.example',
    'http://127.0.0.1.evil.example',
    'http://127.0.0.1:1',
    'nonsense',
  ])('[CO33] %s is refused and no byte is sent', async (origin) => {
    const raw = openRaw(`${world.url}/${STRATEGY}?schema=1`, {
      cookie: world.cookies.chair,
      origin,
    })
    expect(await raw.ended).toBe(403)
    expect(raw.frames).toEqual([])
  })

  it('[CO33] our own is welcome, and so is a program that has none', async () => {
    const origin = `http://127.0.0.1:${world.port}`
    const browser = await openedRaw(`${world.url}/${STRATEGY}?schema=1`, {
      cookie: world.cookies.chair,
      origin,
    })
    const program = await openedRaw(`${world.url}/${STRATEGY}?schema=1`, {
      cookie: world.cookies.chair,
    })
    for (const { frames, socket } of [browser, program]) {
      await until(() => frames.length > 0, 'a first message')
      expect(frames[0]?.subarray(0, 2)).toEqual(Buffer.from([0, 0]))
      socket.close()
    }
  })
})

describe('an old client', () => {
  it.each(['', '?schema=0', '?schema=old'])(
    '[CO34] with %s is closed with 4426 and gets no document',
    async (query) => {
      const raw = openRaw(`${world.url}/${STRATEGY}${query}`, { cookie: world.cookies.chair })
      expect(await raw.ended).toBe(4426)
      expect(raw.frames).toEqual([])
    },
  )

  it.each(['&content=1', ''])(
    '[CO34] whose page cannot show tables%s is closed with 4426',
    async (asked) => {
      const raw = openRaw(`${world.url}/${STRATEGY}?schema=1&northing=1${asked}`, {
        cookie: world.cookies.chair,
      })
      expect(await raw.ended).toBe(4426)
      expect(raw.frames).toEqual([])
    },
  )

  it.each(['', '&content=1', '&northing=1&content=2'])(
    '[CO34] a program and a page of today come in with schema=1%s',
    async (asked) => {
      const raw = await openedRaw(`${world.url}/${STRATEGY}?schema=1${asked}`, {
        cookie: world.cookies.chair,
      })
      await until(() => raw.frames.length > 0, 'a first message')
      expect(raw.frames[0]?.subarray(0, 2)).toEqual(Buffer.from([0, 0]))
      raw.socket.close()
    },
  )

  it('F16: [CO34] a page that shows more than this server knows comes again later', async () => {
    const raw = openRaw(`${world.url}/${STRATEGY}?schema=1&northing=1&content=3`, {
      cookie: world.cookies.chair,
    })
    expect(await raw.ended).toBe(4503)
  })

  it('F16: [CO34] that is newer than this server comes again later', async () => {
    const raw = openRaw(`${world.url}/${STRATEGY}?schema=2`, { cookie: world.cookies.chair })
    expect(await raw.ended).toBe(4503)
    expect(raw.frames).toEqual([])
  })
})

function endOf(path: string, headers: Record<string, string>): Promise<number> {
  return openRaw(`${world.url}${path}`, headers).ended
}

async function answerOf(path: string, cookie: string): Promise<{ status: number; body: string }> {
  const headers = {
    cookie,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  }
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    const sent = request(
      `${world.url.replace('ws:', 'http:')}${path}`,
      { headers },
      async (response) => {
        const chunks: Buffer[] = []
        for await (const chunk of response) chunks.push(chunk as Buffer)
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() })
      },
    )
    sent.on('upgrade', () => resolve({ status: 101, body: '' }))
    sent.on('error', reject)
    sent.end()
  })
}
