import { afterEach, describe, expect, it } from 'vitest'
import type { Telling } from '../../../app/domain/notices/telling'
import { seededDatabase } from '../../../test/build/database'
import { startMailServer } from '../../../test/build/mail-server'
import { until } from '../../../test/collaboration/live-client'
import { createUnsubscribeLimits } from '../../http/unsubscribe-limits'
import { deliverMail } from '../../mail/deliver-mail'
import { createSmtpMailer } from '../../mail/smtp-mailer'
import type { Database } from '../../persistence/database'
import { createNoticeStore } from '../../persistence/notices'
import { createOutgoingMailStore } from '../../persistence/outgoing-mail'
import { tellPeople } from '../../persistence/tell-people'
import { mailNextNotice } from './mail-notices'
import { createNoticesServices } from './notices-services'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const log = { warn: () => undefined, error: () => undefined }

function tell(db: Database, people: readonly string[]): Promise<unknown> {
  const tellings = people.map((personId): Telling => ({
    kind: 'mention',
    personId,
    strategyId: 'wessex-vale-2026',
    about: `${personId} was mentioned`,
    sentences: ['Somebody mentioned you.'],
    path: '/strategies/wessex-vale-2026/comments',
  }))
  return db.prisma.$transaction((tx) => tellPeople(tx, tellings, new Date()))
}

/** One node's way from a notice to the mail server. */
function startNode(db: Database, port: number): () => Promise<void> {
  const now = () => new Date()
  const noticeStore = createNoticeStore(db)
  const notices = { noticeStore, baseUrl: 'https://northing.example', secret: 'a secret', now }
  const mailer = createSmtpMailer({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'Northing <northing@x.example>',
  })
  const stop = deliverMail({
    outgoingMail: createOutgoingMailStore(db),
    makeNext: () => mailNextNotice(notices),
    mailer,
    now,
    log,
    waitAfter: () => 50,
    lookEveryMs: 20,
  })
  stops.push(stop)
  return stop
}

const PEOPLE = ['person-chair', 'person-pen', 'person-reviewer', 'person-lead']

describe('from a notice to the mail server', () => {
  it('[NO6] [NO14] arrives once, though the server was away and a node went meanwhile', async () => {
    const db = await seededDatabase()
    const server = await startMailServer({ port: 0 })
    stops.push(() => server.stop())
    await server.pause()
    const [first] = [startNode(db, server.port), startNode(db, server.port)]
    await tell(db, PEOPLE)
    await until(
      async () => (await db.prisma.outgoingMail.count({ where: { attempts: { gt: 0 } } })) > 0,
      'a try',
    )
    await first?.()
    await server.resume()
    await tell(db, PEOPLE)
    await until(
      async () => (await db.prisma.outgoingMail.count({ where: { sentAt: null } })) === 0,
      'all sent',
    )
    await until(() => server.mails.length >= 8, '8 mails')
    const subjects = server.mails.map(({ subject, to }) => `${to} ${subject}`)
    expect(subjects).toHaveLength(8)
    expect(new Set(server.mails.map(({ id }) => id)).size).toBe(8)
  })

  it('[NO13] carries a link of its own that stops its kind, by one POST of a mail program', async () => {
    const db = await seededDatabase()
    const server = await startMailServer({ port: 0 })
    stops.push(() => server.stop())
    startNode(db, server.port)
    await tell(db, ['person-chair'])
    await until(() => server.mails.length === 1, '1 mails')
    const { unsubscribe, unsubscribePost } = server.mails[0] ?? {}
    expect(unsubscribePost).toBe('List-Unsubscribe=One-Click')
    const link = /^<https:\/\/northing\.example\/unsubscribe\/([\w.-]+)>$/.exec(unsubscribe ?? '')
    const services = createNoticesServices({
      noticeStore: createNoticeStore(db),
      unsubscribeLimits: createUnsubscribeLimits(),
      baseUrl: '',
      secret: 'a secret',
      now: () => new Date(),
    })
    expect(
      await services.unsubscribe({ token: link?.[1] ?? '', address: '192.0.2.1' }),
    ).toMatchObject({
      value: { isStopped: true },
    })
    await tell(db, ['person-chair', 'person-pen'])
    await until(() => server.mails.length === 2, '2 mails')
    expect(server.mails[1]?.subject).toContain('person-pen')
  })

  it('[NO6] an address that is refused keeps nobody else waiting', async () => {
    const db = await seededDatabase()
    const { email } = await db.prisma.person.findUniqueOrThrow({ where: { id: 'person-chair' } })
    const server = await startMailServer({ port: 0, refuses: email })
    stops.push(() => server.stop())
    await tell(db, PEOPLE)
    startNode(db, server.port)
    await until(() => server.mails.length === 3, '3 mails')
    expect(await db.prisma.outgoingMail.count({ where: { sentAt: null } })).toBe(1)
  })
})
