import { describe, expect, it } from 'vitest'
import { decideMail } from '../../../app/domain/notices/decide-mail'
import { lastDigestAt } from '../../../app/domain/notices/digest'
import { seededDatabase } from '../../../test/build/database'
import { createUnsubscribeLimits } from '../../http/unsubscribe-limits'
import { createNoticeStore } from '../../persistence/notices'
import { tellPeople } from '../../persistence/tell-people'
import { mailDigests, mailNextNotice } from './mail-notices'
import { createNoticesServices } from './notices-services'

async function open() {
  const db = await seededDatabase()
  const clock = { now: new Date('2026-11-02T06:00:00Z') }
  const parts = {
    noticeStore: createNoticeStore(db),
    unsubscribeLimits: createUnsubscribeLimits(),
    baseUrl: 'https://northing.example',
    secret: 'a secret',
    now: () => clock.now,
  }
  const telling = {
    kind: 'mention',
    personId: 'person-chair',
    strategyId: 'wessex-vale-2026',
    about: 'You were mentioned',
    sentences: ['Somebody mentioned you.'],
    path: '/strategies/wessex-vale-2026/comments',
  } as const
  const tell = () => db.prisma.$transaction((tx) => tellPeople(tx, [telling], clock.now))
  return { db, clock, parts, tell, services: createNoticesServices(parts) }
}

describe('mail made of notices', () => {
  it('[NO14] is made once from each by four nodes at once', async () => {
    const { db, parts, tell } = await open()
    for (let count = 0; count < 12; count += 1) await tell()
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        while (await mailNextNotice(parts));
      }),
    )
    expect(await db.prisma.outgoingMail.count()).toBe(12)
    expect(await db.prisma.notice.count({ where: { outcome: 'mailed' } })).toBe(12)
  })

  it('[NO10] [NO12] is one a day for who chose that, on two nodes', async () => {
    const { db, parts, tell, clock } = await open()
    await parts.noticeStore.keepChoices('person-chair', { mention: 'daily' }, clock.now)
    await tell()
    await tell()
    expect(await mailNextNotice(parts)).toBe(false)
    expect(await mailDigests(parts)).toBe(0)
    clock.now = new Date('2026-11-02T07:30:00Z')
    await Promise.all([mailDigests(parts), mailDigests(parts)])
    const mails = await db.prisma.outgoingMail.findMany()
    expect(mails.map(({ subject }) => subject)).toEqual(['2 notices from Northing'])
  })

  it('[NO13] stops by its link when asked, and is taken up again', async () => {
    const { db, parts, tell, services } = await open()
    await tell()
    await mailNextNotice(parts)
    const { stopLink } = await db.prisma.outgoingMail.findFirstOrThrow()
    const link = { token: stopLink.split('/').at(-1) ?? '', address: '192.0.2.1' }
    expect(await services.openUnsubscribe(link)).toMatchObject({
      value: { what: 'Mail when somebody mentions you', isStopped: false },
    })
    await services.unsubscribe(link)
    await tell()
    await mailNextNotice(parts)
    expect(await db.prisma.outgoingMail.count()).toBe(1)
    expect(await services.resubscribe(link)).toMatchObject({ value: { isStopped: false } })
    expect(await services.unsubscribe({ ...link, token: `${link.token}x` })).toMatchObject({
      ok: false,
    })
  })
})

describe('whoever tries links that stop mail', () => {
  it('[NO17] is refused after three hundred from one address, from no other', async () => {
    const { services, parts, db, tell } = await open()
    await tell()
    await mailNextNotice(parts)
    const { stopLink } = await db.prisma.outgoingMail.findFirstOrThrow()
    const token = stopLink.split('/').at(-1) ?? ''
    const from = (address: string) => ({ token: `${token}x`, address })
    for (let count = 0; count < 300; count += 1) {
      const tried = await services.unsubscribe(from('192.0.2.1'))
      expect(tried).toMatchObject({ refusal: { code: 'not_found' } })
    }
    expect(await services.unsubscribe(from('192.0.2.1'))).toMatchObject({
      refusal: { code: 'too_many' },
    })
    expect(await services.unsubscribe({ token, address: '192.0.2.2' })).toMatchObject({
      value: { isStopped: true },
    })
  })
})

describe('mail to somebody without an account', () => {
  it('[NO16] goes where they were invited, names their link, and ends with it', async () => {
    const { db, parts, clock } = await open()
    await db.prisma.person.create({
      data: { id: 'person-guest', name: 'Ann Moss', email: 'g@guest.invalid' },
    })
    const link = await db.prisma.guestLink.create({
      data: {
        id: 'link-1',
        tokenHash: 'hash',
        strategyId: 'wessex-vale-2026',
        personId: 'person-guest',
        email: 'ann@vale.example',
        organisation: 'Vale Council',
        purpose: 'comment',
        expiresAt: new Date('2026-11-30T12:00:00Z'),
        createdById: 'person-pen',
      },
    })
    const telling = {
      kind: 'round_opened',
      personId: 'person-guest',
      strategyId: 'wessex-vale-2026',
      about: 'A text to read',
      sentences: ['You are asked to read it by 20 November 2026.'],
      path: '/strategies/wessex-vale-2026/review/r1',
    } as const
    const tell = () => db.prisma.$transaction((tx) => tellPeople(tx, [telling], clock.now))
    await tell()
    await mailNextNotice(parts)
    const mail = await db.prisma.outgoingMail.findFirstOrThrow()
    expect(mail.toAddress).toBe('ann@vale.example')
    expect(mail.text).toContain('the link that Samir Patel sent you by mail')
    expect(mail.text).toContain('until 30 November 2026')
    expect(mail.text).not.toContain('/review/r1')
    await db.prisma.guestLink.update({ where: { id: link.id }, data: { revokedAt: clock.now } })
    await tell()
    await mailNextNotice(parts)
    expect(await db.prisma.outgoingMail.count()).toBe(1)
  })
})

describe('whether a notice is mailed', () => {
  it('[NO11] not to who is suspended or gone, nor what was read', () => {
    const asked = {
      way: 'now',
      isRead: false,
      isSuspended: false,
      isMember: true,
      isGuest: false,
    } as const
    expect(decideMail(asked)).toBe('mailed')
    expect(decideMail({ ...asked, isSuspended: true })).toBe('suspended')
    expect(decideMail({ ...asked, isMember: false })).toBe('not_a_member')
    expect(decideMail({ ...asked, isRead: true })).toBe('read')
    expect(decideMail({ ...asked, isMember: false, isGuest: true })).toBe('mailed')
  })

  it('[NO12] is at half past seven in London, summer and winter', () => {
    const last = (now: string) => lastDigestAt(new Date(now)).toISOString()
    expect(last('2026-11-02T07:29:00Z')).toBe('2026-11-01T07:30:00.000Z')
    expect(last('2026-07-02T06:30:00Z')).toBe('2026-07-02T06:30:00.000Z')
    expect(last('2026-10-25T08:00:00Z')).toBe('2026-10-25T07:30:00.000Z')
    expect(last('2026-03-29T08:00:00Z')).toBe('2026-03-29T06:30:00.000Z')
  })
})
