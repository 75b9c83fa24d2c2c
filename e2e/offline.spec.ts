import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { waitUntilKept } from './support/kept'
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
const OTHER_CHAPTER = 'chapter-05-best-start'
const KEPT = 'Offline. Your changes are kept on this computer'

test.setTimeout(90_000)

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('[LV20] an opened strategy opens again without a network', async ({ browser }) => {
  const samir = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  const { page, context } = samir
  await openChapter(page, CHAPTER)
  await page.getByRole('link', { name: /The best start/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /The best start/ })).toBeVisible()
  await waitUntilKept(page)
  await page.getByRole('link', { name: /Fewer people/ }).click()

  await test.step('the network goes: the page loads, and can be written in', async () => {
    await context.setOffline(true)
    await page.reload()
    await expect(textOf(page)).toContainText('Recruitment is the greatest risk')
    await expect(statusOf(page)).toHaveText(KEPT)
    await typeAtEndOf(page, 'Recruitment is the greatest risk', ' Written on the train.')
    await expect(statusOf(page)).toHaveText(KEPT)
    await expectAccessible(page)
  })

  await test.step('what was written is there after another reload, still without a network', async () => {
    await page.reload()
    await expect(textOf(page)).toContainText('Written on the train.')
  })

  await test.step('chapters change without a network, also after opening another one directly', async () => {
    await page.getByRole('link', { name: /The best start/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: /The best start/ })).toBeVisible()
    await expect(textOf(page)).toBeVisible()
    await page.goto(`${STRATEGY}/write/${OTHER_CHAPTER}`)
    await expect(page.getByRole('heading', { level: 1, name: /The best start/ })).toBeVisible()
    await page.getByRole('link', { name: /vision and principles/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: /vision/ })).toBeVisible()
  })

  await test.step('a page that was never kept leads to one that was, or says what is missing', async () => {
    await page.goto(`${STRATEGY}/write/chapter-01-never-opened`)
    await expect(page).toHaveURL(/\/write\/chapter-0[45]/)
    await page.goto('/')
    await expect(page.getByRole('heading', { name: 'There is no connection' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: /Fewer people/ }).click()
    await expect(textOf(page)).toContainText('Written on the train.')
  })

  await test.step('the network comes back: all of it is saved', async () => {
    await context.setOffline(false)
    await waitUntilSaved(page)
    const helen = await signInAs({ browser, url: app.url, name: 'Helen Marsh' })
    await openChapter(helen.page, CHAPTER)
    await expect(textOf(helen.page)).toContainText('Written on the train.')
  })
})
