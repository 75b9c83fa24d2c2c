import { describe, expect, it } from 'vitest'
import type { Actor } from '../../app/domain/access/actor'
import { SESSION_ABSOLUTE_MS, SESSION_IDLE_MS } from '../services/sign-in/session-limits'
import { createToken, hashToken } from '../services/sign-in/tokens'
import { readActor } from './read-actor'

const START = new Date('2026-11-02T09:00:00Z')
const MINUTE = 60_000

const PEN: Actor = {
  personId: 'person-pen',
  name: 'Pen',
  email: 'pen@demo.northing',
  partnershipId: 'p',
  partnershipName: 'P',
  organisationId: 'o',
  organisationName: 'O',
  role: 'editor',
  signatoryOf: [],
}

function buildSession() {
  const token = createToken()
  const row = {
    personId: PEN.personId,
    lastSeenAt: START,
    expiresAt: new Date(START.getTime() + SESSION_ABSOLUTE_MS),
  }
  const touched: Date[] = []
  const clock = { now: START }
  const state = { member: true }
  const read = (cookie = `northing=${token}`) =>
    readActor(cookie, {
      secure: false,
      now: () => clock.now,
      sessions: {
        findSession: async (id) => (id === hashToken(token) ? row : null),
        touchSession: async (_id, at) => {
          touched.push(at)
          row.lastSeenAt = at
        },
      },
      people: { readActor: async () => (state.member ? PEN : null) },
    })
  const wait = (ms: number) => (clock.now = new Date(clock.now.getTime() + ms))
  return { read, wait, touched, state }
}

describe('S5: how long a session lasts', () => {
  it('knows the person by the cookie', async () => {
    const { read } = buildSession()
    expect(await read()).toEqual(PEN)
    expect(await read(`northing=${createToken()}`)).toBeNull()
    expect(await read('')).toBeNull()
  })

  it('ends after 12 hours without use', async () => {
    const { read, wait } = buildSession()
    wait(SESSION_IDLE_MS - 1)
    expect(await read()).toEqual(PEN)
    wait(SESSION_IDLE_MS)
    expect(await read()).toBeNull()
  })

  it('ends after 7 days even in steady use', async () => {
    const { read, wait } = buildSession()
    for (let hour = 0; hour < 7 * 24 - 1; hour += 1) {
      wait(60 * MINUTE)
      expect(await read()).toEqual(PEN)
    }
    wait(60 * MINUTE)
    expect(await read()).toBeNull()
  })

  it('writes that it is in use at most once a minute', async () => {
    const { read, wait, touched } = buildSession()
    wait(MINUTE / 2)
    await read()
    expect(touched).toHaveLength(0)
    wait(MINUTE)
    await read()
    await read()
    expect(touched).toHaveLength(1)
  })

  it('is nobody’s once the person is suspended or no longer a member', async () => {
    const { read, state } = buildSession()
    state.member = false
    expect(await read()).toBeNull()
  })

  it('has 256 bits of chance in its token', () => {
    expect(Buffer.from(createToken(), 'base64url')).toHaveLength(32)
    expect(createToken()).not.toBe(createToken())
  })
})
