import { type AddressInfo, type Server, createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { GIVEN_UP_MS } from '../../app/domain/notices/write-notice'
import { freshDatabase } from '../../test/build/database'
import { type MailServer, startMailServer } from '../../test/build/mail-server'
import { until } from '../../test/collaboration/live-client'
import type { Database } from '../persistence/database'
import { createOutgoingMailStore, keepMail } from '../persistence/outgoing-mail'
import { deliverMail } from './deliver-mail'
import { createSmtpMailer } from './smtp-mailer'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const log = { warn: () => undefined, error: () => undefined }

/** As many nodes as asked for, sending to one mail server. */
function startNodes(
  db: Database,
  { port, nodes = 1, now = () => new Date() }: { port: number; nodes?: number; now?: () => Date },
): void {
  for (let node = 0; node < nodes; node += 1) {
    const mailer = createSmtpMailer({
      smtpUrl: `smtp://127.0.0.1:${port}`,
      from: 'Northing <northing@x.example>',
    })
    const parts = { outgoingMail: createOutgoingMailStore(db), mailer, now, log }
    stops.push(deliverMail({ ...parts, waitAfter: () => 50, lookEveryMs: 20 }))
  }
}

async function write(db: Database, count: number, at = new Date()): Promise<void> {
  const notices = Array.from({ length: count }, (_, index) => ({
    to: `person${index}@x.example`,
    subject: `Notice ${index}`,
    text: `Text ${index}\n.\nDone`,
  }))
  await db.prisma.$transaction((tx) => keepMail(tx, notices, at))
}

async function freePort(): Promise<number> {
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const waiting = (db: Database) => db.prisma.outgoingMail.count({ where: { sentAt: null } })
const subjectsOf = ({ mails }: MailServer) => mails.map(({ subject }) => subject).sort()

describe('mail on its way', () => {
  it('[NO6] with the server away for a while, every message arrives exactly once', async () => {
    const db = await freshDatabase()
    const port = await freePort()
    await write(db, 20)
    startNodes(db, { port, nodes: 2 })
    await until(
      async () => (await db.prisma.outgoingMail.count({ where: { attempts: { gt: 2 } } })) > 0,
      'tried in vain',
    )
    expect(await waiting(db)).toBe(20)
    const server = await startMailServer({ port })
    stops.push(() => server.stop())
    await until(async () => (await waiting(db)) < 12, 'some sent')
    await server.pause()
    await write(db, 5)
    await new Promise((resolve) => setTimeout(resolve, 200))
    await server.resume()
    await until(async () => (await waiting(db)) === 0, 'all sent', 20_000)
    expect(server.mails).toHaveLength(25)
    expect(new Set(server.mails.map(({ id }) => id)).size).toBe(25)
    expect(subjectsOf(server).filter((subject) => subject === 'Notice 1')).toHaveLength(2)
    expect(server.mails.find(({ subject }) => subject === 'Notice 19')).toMatchObject({
      to: 'person19@x.example',
    })
  })

  it('[NO6] a server that refuses one mail gets the others', async () => {
    const db = await freshDatabase()
    const server = await startMailServer({ port: 0, refuses: 'person1@x.example' })
    stops.push(() => server.stop())
    await write(db, 3)
    startNodes(db, { port: server.port })
    const tried = () => db.prisma.outgoingMail.count({ where: { attempts: { gt: 0 } } })
    await until(async () => (await tried()) === 3 && (await waiting(db)) === 1, 'two sent')
    expect(subjectsOf(server)).toEqual(['Notice 0', 'Notice 2'])
    expect(await db.prisma.outgoingMail.findFirst({ where: { sentAt: null } })).toMatchObject({
      toAddress: 'person1@x.example',
      lastError: expect.stringContaining('550'),
    })
  })

  it('[NO7] is given up after three days, and stays on record', async () => {
    const db = await freshDatabase()
    await write(db, 1, new Date(Date.now() - GIVEN_UP_MS - 1000))
    startNodes(db, { port: await freePort() })
    await until(
      async () =>
        (await db.prisma.outgoingMail.count({
          where: { nextAt: { gt: new Date('9000-01-01') } },
        })) === 1,
      'given up',
    )
    const mail = await db.prisma.outgoingMail.findFirstOrThrow()
    expect(mail).toMatchObject({ sentAt: null, attempts: 1 })
    expect(mail.lastError).toMatch(/ECONNREFUSED/)
  })

  it('[NO5] is not there when what it tells of was not recorded', async () => {
    const db = await freshDatabase()
    await expect(
      db.prisma.$transaction(async (tx) => {
        await keepMail(tx, [{ to: 'a@x.example', subject: 'Never', text: '' }], new Date())
        throw new Error('the step was refused')
      }),
    ).rejects.toThrow('refused')
    expect(await db.prisma.outgoingMail.count()).toBe(0)
  })
})
