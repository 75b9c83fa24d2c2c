import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../server/persistence/database'
import { createNoticeStore } from '../../server/persistence/notices'
import { tellPeople } from '../../server/persistence/tell-people'
import { mailNextNotice } from '../../server/services/notices/mail-notices'
import { prepareHttpApp, startHttpApp } from '../build/http-app'

let db: Database

beforeAll(async () => {
  db = await prepareHttpApp()
})

/** The path of the link in a mail about a mention. */
async function mailLink(): Promise<string> {
  const telling = {
    kind: 'mention',
    personId: 'person-chair',
    strategyId: 'wessex-vale-2026',
    about: 'You were mentioned',
    sentences: ['Somebody mentioned you.'],
    path: '/strategies/wessex-vale-2026/comments',
  } as const
  await db.prisma.$transaction((tx) => tellPeople(tx, [telling], new Date()))
  const parts = {
    noticeStore: createNoticeStore(db),
    baseUrl: '',
    secret: 'a secret of the tests',
    now: () => new Date(),
  }
  while (await mailNextNotice(parts));
  const mail = await db.prisma.outgoingMail.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  return mail.stopLink
}

const readChoice = async () =>
  (await createNoticeStore(db).readChoices('person-chair')).mention ?? 'now'

describe('the link that stops mail', () => {
  it('[NO13] asks when it is followed, and stops by the one POST of a mail program', async () => {
    const app = await startHttpApp(db)
    const link = await mailLink()
    const page = await app.get(link)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Stop this mail?')
    expect(page.headers.get('cache-control')).toContain('no-store')
    expect(await readChoice()).toBe('now')
    const stopped = await app.post(link, { 'List-Unsubscribe': 'One-Click' })
    expect(stopped.status).toBe(200)
    expect(await readChoice()).toBe('never')
    await app.post(link, { intent: 'resume' })
    expect(await readChoice()).toBe('now')
  })

  it('[NO13] a link nobody signed stops nothing and says so', async () => {
    const app = await startHttpApp(db)
    const answer = await app.post(`${await mailLink()}x`, { 'List-Unsubscribe': 'One-Click' })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('does not stop any mail')
    expect(await readChoice()).toBe('now')
  })

  it('[NO17] is refused when it is followed over and over, and no other link is', async () => {
    const app = await startHttpApp(db)
    const link = await mailLink()
    const other = await mailLink()
    const statuses: number[] = []
    for (let count = 0; count < 31; count += 1) statuses.push((await app.get(link)).status)
    expect(statuses).toEqual([...Array.from({ length: 30 }, () => 200), 429])
    const refused = await app.post(link, { 'List-Unsubscribe': 'One-Click' })
    expect(refused.status).toBe(429)
    expect(await refused.text()).toContain('Try again in 10 minutes.')
    expect(await readChoice()).toBe('now')
    expect((await app.get(other)).status).toBe(200)
  })

  it('is written to no log', async () => {
    const app = await startHttpApp(db)
    const link = await mailLink()
    await app.get(link)
    // A request is logged once it has been answered.
    await expect.poll(() => app.logged.join('')).toContain('/unsubscribe/')
    expect(app.logged.join('')).not.toContain(link.split('/').at(-1))
  })

  it('a page of somebody else’s cannot press the button', async () => {
    const app = await startHttpApp(db)
    const answer = await app.post(await mailLink(), {}, { origin: 'https://elsewhere.example' })
    expect(answer.status).toBe(403)
    expect(await readChoice()).toBe('now')
  })
})
