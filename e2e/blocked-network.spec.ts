import { type Page, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { type BlockingProxy, startBlockingProxy } from './support/blocking-proxy'
import { type Person, signInAs } from './support/people'
import {
  openChapter,
  readDocument,
  statusOf,
  textOf,
  typeAtEndOf,
  waitUntilSaved,
} from './support/writing'

const CHAPTER = 'chapter-04-fewer-people-reach-crisis'
const SLOWER = 'Connected in a slower way, because this network blocks the usual one'

test.setTimeout(90_000)

let app: RunningApp
let proxy: BlockingProxy

test.beforeAll(async () => {
  app = await startApp()
  proxy = await startBlockingProxy(app.url)
})
test.afterAll(async () => {
  await proxy.stop()
  await app.stop()
})

test('[LV3] two people write together where the network blocks sockets', async ({ browser }) => {
  const samir = await signInAs({ browser, url: proxy.url, name: 'Samir Patel' })
  const helen = await signInAs({ browser, url: proxy.url, name: 'Helen Marsh' })

  await test.step('both come in the slower way, are told so, and see each other', async () => {
    await openChapter(samir.page, CHAPTER)
    await openChapter(helen.page, CHAPTER)
    for (const { page } of [samir, helen]) {
      await expect(page.getByText(SLOWER)).toBeVisible()
      expect(await wayOf(page)).toBe('requests')
    }
    expect(proxy.refused()).toBeGreaterThan(2)
    await expect(samir.page.getByText(/Helen Marsh/).first()).toBeAttached()
    await expect(helen.page.getByText(/Samir Patel/).first()).toBeAttached()
    await expectAccessible(samir.page)
  })

  await test.step('both type at once, and both see it saved', async () => {
    await Promise.all([
      typeAtEndOf(samir.page, 'Recruitment is the greatest risk', ' Samir was here.'),
      typeAtEndOf(helen.page, 'Schools asked us for one thing', ' Helen was here.'),
    ])
    await expect(textOf(samir.page)).toContainText('Helen was here.')
    await expect(textOf(helen.page)).toContainText('Samir was here.')
    await waitUntilSaved(samir.page)
    await waitUntilSaved(helen.page)
    expect(await readDocument(samir.page)).toEqual(await readDocument(helen.page))
    expect(await readStored(samir)).toContain('Helen was here.')
  })

  await test.step('F9 with the network cut, what is written is kept and said to be kept', async () => {
    await proxy.cut()
    await expect(statusOf(samir.page)).toHaveText(
      'Offline. Your changes are kept on this computer',
      {
        timeout: 35_000,
      },
    )
    await typeAtEndOf(samir.page, 'We will open a crisis café', ' Written without a network.')
    await typeAtEndOf(helen.page, 'A shared team of twelve nurses', ' So was this.')
    await expect(statusOf(helen.page)).toContainText('kept on this computer')
    await expectAccessible(samir.page)
  })

  await test.step('and merged after its return', async () => {
    await proxy.mend()
    await waitUntilSaved(samir.page)
    await waitUntilSaved(helen.page)
    await expect(textOf(helen.page)).toContainText('Written without a network.')
    await expect(textOf(samir.page)).toContainText('So was this.')
    expect(await readDocument(samir.page)).toEqual(await readDocument(helen.page))
    const stored = await readStored(samir)
    for (const words of ['Written without a network.', 'So was this.'])
      expect(stored.split(words)).toHaveLength(2)
  })

  expect(samir.troubles).toEqual([])
  expect(helen.troubles).toEqual([])
})

test('[LV2] a socket is used again where one works', async ({ browser }) => {
  const { page } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  await page.evaluate(() => sessionStorage.setItem('northing-way', String(Date.now() - 601_000)))
  await openChapter(page, CHAPTER)
  expect(await wayOf(page)).toBe(null)
  await expect(page.getByText(SLOWER)).toBeHidden()
})

function wayOf(page: Page): Promise<string | null> {
  return page.evaluate(() => (sessionStorage.getItem('northing-way') ? 'requests' : null))
}

async function readStored({ page }: Person): Promise<string> {
  const answer = await page.request.get('/api/v1/strategies/wessex-vale-2026')
  return JSON.stringify(await answer.json())
}

test('[LV31] F16 an open page offers to reload when the server was updated', async ({
  browser,
}) => {
  const { page } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  await openChapter(page, CHAPTER)
  const newer = page.getByText('A newer version of Northing is ready')
  await expect(newer).toBeHidden()
  await page.evaluate(() => {
    const own = window as unknown as { __remixManifest: { version: string } }
    own.__remixManifest.version = 'the-one-before'
  })
  await app.restart()
  await expect(newer).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Reload' }).click()
  await waitUntilSaved(page)
  await expect(newer).toBeHidden()
})
