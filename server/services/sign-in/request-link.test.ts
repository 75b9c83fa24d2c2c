import { describe, expect, it } from 'vitest'
import { createSignInLimits } from '../../http/sign-in-limits'
import { requestLink } from './request-link'
import type { Mail, SignInAdapters } from './sign-in-adapters'
import { createToken } from './tokens'

function buildAdapters(changes: Partial<SignInAdapters> = {}) {
  const mails: Mail[] = []
  const tasks: Promise<void>[] = []
  const adapters: SignInAdapters = {
    people: {
      findMemberByEmail: async (email) => (email === 'pen@x.example' ? { personId: 'pen' } : null),
      listMembersByDomain: async () => [],
    },
    sessions: {
      createSession: async () => undefined,
      deleteSession: async () => undefined,
      deleteOtherSessions: async () => 0,
      createLink: async () => undefined,
      consumeLink: async () => null,
    },
    mailer: { send: async (mail) => void mails.push(mail) },
    mailbox: null,
    limits: createSignInLimits(),
    demo: false,
    baseUrl: 'https://northing.example',
    now: () => new Date('2026-11-02T09:00:00Z'),
    createToken,
    later: (task) => void tasks.push(task()),
    ...changes,
  }
  const ask = (email: unknown, address = '10.0.0.1') =>
    requestLink(adapters, { email, to: '/', address })
  return { ask, mails, settle: () => Promise.all(tasks) }
}

describe('asking for a link', () => {
  it('mails it from the configured address, whatever a request says', async () => {
    const { ask, mails, settle } = buildAdapters()
    await ask('pen@x.example')
    await settle()
    expect(mails[0]?.text).toMatch(/^https:\/\/northing\.example\/sign-in\/[\w-]{43}$/m)
  })

  it('S3: answers before it looks anybody up, so time tells nothing', async () => {
    const { ask } = buildAdapters({
      people: {
        findMemberByEmail: () => new Promise(() => undefined),
        listMembersByDomain: async () => [],
      },
    })
    expect(await ask('pen@x.example')).toMatchObject({ ok: true })
  })

  it('S3: sends at most five of 100 links asked for one address', async () => {
    const { ask, mails, settle } = buildAdapters()
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask('pen@x.example')))
    await settle()
    expect(answers.filter((answer) => answer.ok)).toHaveLength(5)
    expect(mails).toHaveLength(5)
    expect(answers.at(-1)).toMatchObject({ ok: false, refusal: { code: 'too_many' } })
  })

  it('S3: slows down one computer that tries 100 addresses', async () => {
    const { ask } = buildAdapters()
    const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => ask(`p${i}@x.example`)))
    expect(answers.filter((answer) => !answer.ok)).toHaveLength(40)
    expect(await ask('other@x.example', '10.0.0.2')).toMatchObject({ ok: true })
  })

  it.each([
    null,
    '',
    'undefined',
    'a@',
    'a@b',
    `${'x'.repeat(10_000)}@y.example`,
    'a@x.example\nBcc: b@x.example',
  ])('refuses %j as an address', async (email) => {
    const { ask, mails } = buildAdapters()
    expect(await ask(email)).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
    expect(mails).toEqual([])
  })
})
