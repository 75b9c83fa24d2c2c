import { beforeAll, describe, expect, it } from 'vitest'
import { tellPeople } from '../../server/persistence/tell-people'
import { projectDemonstration } from '../build/demonstration'
import { seededDatabase } from '../build/database'
import { prepareHttpApp, startHttpApp } from '../build/http-app'

beforeAll(prepareHttpApp)

describe('the start page', () => {
  it('names what a person leads and where it is', async () => {
    const db = await seededDatabase()
    await projectDemonstration(db)
    const app = await startHttpApp(db)
    const metric = await db.prisma.metric.findFirstOrThrow({ where: { leadId: 'person-lead' } })
    const block = await db.prisma.blockRow.findFirstOrThrow({
      where: { kind: 'objective', orphaned: false },
    })
    await db.prisma.blockRow.update({
      where: { strategyId_id: { strategyId: block.strategyId, id: block.id } },
      data: { leadId: 'person-lead', targetDate: '2029-03-31' },
    })
    const text = await (
      await app.get('/', { cookie: await app.signIn('lead@demo.northing') })
    ).text()
    expect(text).toContain(`/strategies/wessex-vale-2026/metrics/${metric.id}`)
    expect(text).toContain(block.title)
    expect(text).toContain('Due 31 March 2029')
  })

  it('shows nobody the metrics of another partnership', async () => {
    const db = await seededDatabase()
    const app = await startHttpApp(db)
    await db.prisma.partnership.create({ data: { id: 'elsewhere', name: 'Elsewhere' } })
    await db.prisma.metric.updateMany({
      data: { partnershipId: 'elsewhere', leadId: 'person-viewer' },
    })
    const text = await (
      await app.get('/', { cookie: await app.signIn('viewer@demo.northing') })
    ).text()
    expect(text).toContain('Nothing waits for you at the moment.')
  })

  it('[NO18] names the three newest notices somebody has not read, and leads to all', async () => {
    const db = await seededDatabase()
    const app = await startHttpApp(db)
    const cookie = await app.signIn('lead@demo.northing')
    const read = async () => (await app.get('/', { cookie })).text()
    expect(await read()).not.toContain('id="unread-notices"')
    for (const day of [2, 4, 1, 3, 5]) {
      const telling = {
        kind: 'mention',
        personId: day === 5 ? 'person-chair' : 'person-lead',
        strategyId: 'wessex-vale-2026',
        about: `Mentioned on day ${day}`,
        sentences: ['Somebody mentioned you.'],
        path: '/strategies/wessex-vale-2026/comments',
      } as const
      await db.prisma.$transaction((tx) => tellPeople(tx, [telling], new Date(2026, 10, day)))
    }
    const days = async () =>
      [...(await read()).matchAll(/Mentioned on day (\d)<\/a>/g)].map(([, day]) => day)
    expect(await days()).toEqual(['4', '3', '2'])
    expect(await read()).toContain('All 4 unread notices')
    await db.prisma.notice.updateMany({
      where: { about: { in: ['Mentioned on day 4', 'Mentioned on day 2'] } },
      data: { readAt: new Date() },
    })
    expect(await days()).toEqual(['3', '1'])
    expect(await read()).toContain('All notices')
  })

  it('leads a stranger to signing in', async () => {
    const app = await startHttpApp(await seededDatabase())
    const answer = await app.get('/')
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/sign-in?to=%2F'])
  })
})
