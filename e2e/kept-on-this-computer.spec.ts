import { mkdtemp, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, type Page, chromium, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { addNotes, countMarks, readEverythingKept, waitUntilKept } from './support/kept'
import { signInAs } from './support/people'
import {
  STRATEGY,
  openChapter,
  statusOf,
  textOf,
  typeAtEndOf,
  waitUntilSaved,
} from './support/writing'

const CHAPTER = 'chapter-04-fewer-people-reach-crisis'
const KEPT = 'Offline. Your changes are kept on this computer'

test.setTimeout(90_000)

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('[LV10] F13 a killed browser with 220 unsent changes loses and doubles none', async ({
  launchOptions,
}) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'northing-browser-'))
  const marks = Array.from({ length: 220 }, (_, n) => `mark${n}`)
  const first = await chromium.launchPersistentContext(folder, launchOptions)
  await enter(first, 'Samir Patel')
  await first.setOffline(true)
  const page = first.pages().at(-1) as Page
  await expect(statusOf(page)).toHaveText(KEPT)
  await addNotes(page, marks)
  await page.waitForTimeout(500)
  await killBrowser(first, folder)

  const context = await chromium.launchPersistentContext(folder, launchOptions)
  // A browser writes cookies to its disk every half minute only, so it may have forgotten the session.
  await enter(context, 'Samir Patel')
  const again = context.pages().at(-1) as Page
  await expect.poll(() => countMarks(again, marks)).toEqual(marks.map(() => 1))
  await waitUntilSaved(again)
  const stored = await readStored(again)
  expect(marks.filter((mark) => stored.split(`${mark} `).length !== 2)).toEqual([])

  // F14: closing a tab in an orderly way, and a second tab of the same person with the first one's session storage.
  await context.setOffline(true)
  await expect(statusOf(again)).toHaveText(KEPT)
  await addNotes(again, ['closed-tab'])
  await again.close()
  await context.setOffline(false)
  const left = await context.newPage()
  await left.goto(`${app.url}${STRATEGY}/write/${CHAPTER}`)
  await waitUntilSaved(left)
  const [duplicate] = await Promise.all([
    context.waitForEvent('page'),
    left.evaluate(() => void window.open(location.href, '_blank')),
  ])
  await waitUntilSaved(duplicate)
  await addNotes(duplicate, ['from-the-duplicate'])
  await addNotes(left, ['from-the-first'])
  for (const one of [left, duplicate]) {
    await waitUntilSaved(one)
    await expect
      .poll(() => countMarks(one, ['closed-tab', 'from-the-duplicate', 'from-the-first', ...marks]))
      .toEqual([1, 1, 1, ...marks.map(() => 1)])
  }
  await context.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('[LV10] a browser that is slow to open its store is heard when it is done', async ({
  browser,
}) => {
  const { page, context } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  await openChapter(page, CHAPTER)
  await context.setOffline(true)
  await expect(statusOf(page)).toHaveText(KEPT)
  await addNotes(page, ['slowly-opened'])
  await page.addInitScript(() => {
    localStorage.removeItem('northing-kept')
    const open: IDBFactory['open'] = Reflect.get(IDBFactory.prototype, 'open')
    const slow = new Promise((resolve) => {
      setTimeout(resolve, 7_000)
    })
    IDBFactory.prototype.open = function late(this: IDBFactory, name: string): IDBOpenDBRequest {
      if (!name.endsWith(':probe')) return open.call(this, name)
      const request = new EventTarget()
      void slow.then(() => {
        const real = open.call(this, name)
        real.addEventListener('success', () => {
          Object.assign(request, { result: real.result })
          request.dispatchEvent(new Event('success'))
        })
      })
      return request as IDBOpenDBRequest
    }
  })
  await context.setOffline(false)
  await page.reload()
  await expect.poll(() => countMarks(page, ['slowly-opened']).catch(() => [0])).toEqual([1])
  await waitUntilSaved(page)
  const stored = await readStored(page)
  expect(stored.split('slowly-opened ')).toHaveLength(2)
  await context.setOffline(true)
  await expect(statusOf(page)).toHaveText(KEPT)
})

test('[LV11] [LV12] S46 signing out asks when words would be lost, and leaves nothing', async ({
  browser,
}) => {
  const { page, context } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  await openChapter(page, CHAPTER)
  await waitUntilKept(page)
  await context.setOffline(true)
  await expect(statusOf(page)).toHaveText(KEPT)
  await addNotes(page, ['never-sent'])
  // Before the network is back, or the page sends them at once.
  await keepFromServer(page)
  await context.setOffline(false)
  await page.reload()
  await page.getByRole('button', { name: 'Sign out' }).click()

  const question = page.getByRole('alertdialog', { name: 'You have changes that are not saved' })
  await expect(question).toBeVisible()
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Stay signed in' }).click()
  expect(await readEverythingKept(page)).toContain('never-sent')

  await page.getByRole('button', { name: 'Sign out' }).click()
  await question.getByRole('button', { name: 'Sign out and lose them' }).click()
  await expect(page).toHaveURL(/sign-in/)
  const left = await readEverythingKept(page)
  for (const trace of ['never-sent', 'crisis', 'Samir', 'person-pen', 'northing:'])
    expect(left).not.toContain(trace)
  await page.goBack()
  await expect(page).toHaveURL(/sign-in/)
})

test('[LV12] S46 signing out before the page is ready loses no unsent words', async ({
  browser,
}) => {
  const { page, context } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  await openChapter(page, CHAPTER)
  await waitUntilKept(page)
  await context.setOffline(true)
  await expect(statusOf(page)).toHaveText(KEPT)
  await addNotes(page, ['typed-before-leaving'])
  await keepFromServer(page)
  await context.setOffline(false)
  await expect.poll(() => page.evaluate(() => fetch('/readyz').then(({ ok }) => ok))).toBe(true)
  const browserItself = await context.newCDPSession(page)
  await browserItself.send('Emulation.setScriptExecutionDisabled', { value: true })
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/sign-in/)
  await page.close()

  const back = await context.newPage()
  await back.goto(app.url)
  await back.getByRole('button', { name: /Samir Patel/ }).click()
  await openChapter(back, CHAPTER)
  await expect.poll(async () => countMarks(back, ['typed-before-leaving'])).toEqual([1])
  expect(await readStored(back)).toContain('typed-before-leaving')
})

test('[LV13] S46 the next person finds nothing of the one before, unsent words aside', async ({
  browser,
}) => {
  const { page, context } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  await openChapter(page, CHAPTER)
  await waitUntilKept(page)
  // The session ends elsewhere; nobody signs out here.
  await context.clearCookies()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /Helen Marsh/ }).click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await expect
    .poll(() => readEverythingKept(page), { timeout: 10_000 })
    .not.toMatch(/person-pen|Recruitment/)
})

test('[LV14] F13 where storage is blocked or full the page says so', async ({ browser }) => {
  const { page, context } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  // Chromium remembers how much room there is while a database is open, so the disk is full before.
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: app.url, quotaSize: 1 })
  await openChapter(page, CHAPTER)
  await addNotes(page, ['no-room-for-this'])
  await waitUntilSaved(page)
  await context.setOffline(true)
  await expect(statusOf(page)).toHaveText(
    'Offline. This browser cannot keep changes: leave the page open',
  )
  await expectAccessible(page)
  await context.setOffline(false)
  await waitUntilSaved(page)

  const blocked = await context.newPage()
  await blocked.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('The user denied permission to access the database.', 'SecurityError')
    }
  })
  await openChapter(blocked, CHAPTER)
  await context.setOffline(true)
  await expect(statusOf(blocked)).toContainText('This browser cannot keep changes')
})

test('[LV15] F14 a page that comes back by the back button is right', async ({ browser }) => {
  const { page } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  const helen = await signInAs({ browser, url: app.url, name: 'Helen Marsh' })
  await openChapter(page, CHAPTER)
  await openChapter(helen.page, CHAPTER)
  await page.goto('/sign-in')
  await typeAtEndOf(helen.page, 'Schools asked us for one thing', ' Meanwhile.')
  await waitUntilSaved(helen.page)
  await page.goBack()
  await page.goBack().catch(() => undefined)
  await page.goto(`${STRATEGY}/write/${CHAPTER}`)
  await waitUntilSaved(page)
  await expect(textOf(page)).toContainText('Meanwhile.')
  await expect(helen.page.getByText(/Samir Patel/).first()).toBeAttached()
})

async function enter(context: BrowserContext, name: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${app.url}/sign-in`)
  const out = page.getByRole('button', { name: 'Sign out' })
  const member = page.getByRole('button', { name: new RegExp(name) })
  await expect(out.or(member).first()).toBeVisible()
  if (await member.isVisible()) await member.click()
  await expect(out).toBeVisible()
  await page.goto(`${app.url}${STRATEGY}/write/${CHAPTER}`)
  await waitUntilSaved(page)
}

/** No way leads to the live server any more; an open socket must be closed already. */
async function keepFromServer(page: Page): Promise<void> {
  await page.route('**/collaboration/**', (route) => route.abort())
  await page.routeWebSocket('**/collaboration/**', (socket) => socket.close())
}

/** As when the power goes: its profile says which process it is. */
async function killBrowser(context: BrowserContext, folder: string): Promise<void> {
  const pid = Number((await readlink(path.join(folder, 'SingletonLock'))).split('-').pop())
  const closed = context.waitForEvent('close')
  process.kill(pid, 'SIGKILL')
  await closed
}

async function readStored(page: Page): Promise<string> {
  const answer = await page.request.get(`${app.url}/api/v1/strategies/wessex-vale-2026`)
  return JSON.stringify(await answer.json())
}
