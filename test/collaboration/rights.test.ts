import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase } from '../build/database'
import { connectClient, type LiveClient, openedRaw, pause, until } from './live-client'
import {
  DOCUMENT,
  type LiveWorld,
  type PersonName,
  STRATEGY,
  readStored,
  startWorld,
} from './live-world'

let world: LiveWorld
let clients: LiveClient[] = []

beforeEach(async () => {
  world = await startWorld(await freshDatabase())
})
afterEach(async () => {
  for (const client of clients) client.destroy()
  clients = []
  await world.stop()
})

describe('S27 freezing while people type', () => {
  it('[CO42] every edit is in the frozen text or refused, never confirmed and lost', async () => {
    const writers = Array.from({ length: 8 }, (_, index) => connect(index % 2 ? 'chair' : 'editor'))
    const viewer = connect('viewer')
    await Promise.all([...writers, viewer].map((client) => client.synced()))
    const typing = writers.map((writer, who) => typeOn(writer, who))
    await pause(300)
    await freezeInDatabase()
    world.collaboration.notices.freeze(STRATEGY)
    await until(
      () => writers.every((writer) => writer.closes.includes(4409)),
      'writers closed with 4409',
      2_000,
    )
    const typed = await Promise.all(typing)
    await pause(200)
    const frozen = (await readStored(world.log)).getText('words').toString()
    const confirmed = writers.flatMap((writer, who) => confirmedTokens(writer, who))
    expect(typed.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(confirmed.length)
    expect(confirmed.length).toBeGreaterThan(0)
    expect(confirmed.filter((token) => frozen.split(token).length !== 2)).toEqual([])
    expect(viewer.closes).toEqual([])
    expect(viewer.doc.getText('words').toString()).toBe(frozen)
  })

  it('[CO42] an edit that arrives after the freeze closes with 4409 even if nobody said so', async () => {
    const chair = connect('chair')
    await chair.synced()
    await freezeInDatabase()
    chair.doc.getText('words').insert(0, 'late')
    await until(() => chair.closes.includes(4409), 'closed')
    expect((await readStored(world.log)).getText('words').toString()).not.toContain('late')
  })

  it('[CO42] whoever opens a frozen document may read it', async () => {
    await freezeInDatabase()
    const chair = connect('chair')
    await chair.synced()
    expect(chair.doc.getMap('chapters').size).toBeGreaterThan(0)
    chair.doc.getText('words').insert(0, 'late')
    await until(() => chair.closes.includes(4409), 'closed')
  })
})

describe('a document that is drafted again', () => {
  it('[CO42] takes edits again from those who come in after that', async () => {
    const [chair, viewer] = [connect('chair'), connect('viewer')]
    await Promise.all([chair.synced(), viewer.synced()])
    await freezeInDatabase()
    chair.doc.getText('words').insert(0, 'late')
    await until(() => chair.closes.includes(4409), 'closed')
    const reader = connect('chair')
    await reader.synced()
    await thawInDatabase()
    const writer = connect('chair')
    await writer.synced()
    writer.doc.getText('words').insert(0, 'drafted again ')
    await until(() => writer.saved.at(-1) === writer.sent(), 'confirmed')
    expect((await readStored(world.log)).getText('words').toString()).toBe('drafted again ')
    expect(viewer.closes).toEqual([])
  })
})

describe('S21 rights while connected', () => {
  it.each([
    [
      'suspended',
      () =>
        world.db.prisma.person.update({
          where: { id: 'person-editor' },
          data: { suspendedAt: new Date() },
        }),
    ],
    [
      'demoted',
      () =>
        world.db.prisma.membership.update({ where: { id: 'm-editor' }, data: { role: 'viewer' } }),
    ],
    [
      'signed out',
      () => world.db.prisma.session.deleteMany({ where: { personId: 'person-editor' } }),
    ],
  ] as const)('[CO43] somebody %s is closed with 4403 and nobody else', async (_, change) => {
    const [chair, editor] = [connect('chair'), connect('editor')]
    await Promise.all([chair.synced(), editor.synced()])
    await change()
    await world.collaboration.recheck('person-editor')
    await until(() => editor.closes.includes(4403), 'closed', 2_000)
    await pause(50)
    expect(chair.closes).toEqual([])
  })
})

describe('F3 an orderly stop', () => {
  it('[CO44] commits what was accepted and closes everybody with 4503', async () => {
    const chair = connect('chair')
    await chair.synced()
    for (let n = 0; n < 100; n += 1) chair.doc.getText('words').insert(0, `<0.${n}>`)
    await until(() => chair.saved.at(-1) !== 1, 'some are confirmed')
    const listener = await openedRaw(`${world.url}/${STRATEGY}?schema=1&northing=1&listen=1`, {
      cookie: world.cookies.viewer,
    })
    await world.collaboration.close()
    expect(await listener.ended).toBe(4503)
    await until(() => chair.closes.includes(4503), 'told to come again')
    const stored = (await readStored(world.log)).getText('words').toString()
    for (const token of confirmedTokens(chair, 0)) expect(stored).toContain(token)
  })
})

async function freezeInDatabase(): Promise<void> {
  await world.db.prisma.$transaction([
    world.db.prisma.liveDocument.update({
      where: { id: DOCUMENT },
      data: { frozenAt: new Date() },
    }),
    world.db.prisma.strategy.update({ where: { id: STRATEGY }, data: { state: 'submitted' } }),
  ])
}

async function thawInDatabase(): Promise<void> {
  await world.db.prisma.$transaction([
    world.db.prisma.liveDocument.update({ where: { id: DOCUMENT }, data: { frozenAt: null } }),
    world.db.prisma.strategy.update({ where: { id: STRATEGY }, data: { state: 'drafting' } }),
  ])
}

/** Types until the socket is closed; answers how many tokens. */
async function typeOn(writer: LiveClient, who: number): Promise<number> {
  let count = 0
  while (writer.closes.length === 0) {
    writer.doc.getText('words').insert(0, `<${who}.${count}>`)
    count += 1
    await pause(5)
  }
  return count
}

/** The first message answers step 1, so the n-th confirmed message is token n - 2. */
function confirmedTokens(writer: LiveClient, who: number): string[] {
  const saved = writer.saved.at(-1) ?? 0
  return Array.from({ length: Math.max(0, saved - 1) }, (_, index) => `<${who}.${index}>`)
}

function connect(name: PersonName): LiveClient {
  const client = connectClient(world.url, { cookie: world.cookies[name] })
  clients.push(client)
  return client
}
