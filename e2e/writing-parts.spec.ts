import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { type Person, signInAs } from './support/people'
import { openChapter, startLineAtEnd, textOf, type, waitUntilSaved } from './support/writing'

const CHAPTER = 'chapter-03-vision-and-principles'

test.setTimeout(120_000)

let app: RunningApp
let samir: Person

test.beforeAll(async ({ browser }) => {
  app = await startApp()
  samir = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
})
test.afterAll(async () => {
  await app.stop()
})

test('a source and a metric stand in the text', async () => {
  const { page, troubles } = samir
  await openChapter(page, CHAPTER)
  await startLineAtEnd(page)
  await type(page, 'Life expectancy has fallen')

  await test.step('a citation of a source that is added on the way', async () => {
    await page.keyboard.press('Control+End')
    await type(page, ' /citation')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Insert citation' }).click()
    await expect(page.getByText('Choose a source first, or add one.')).toBeVisible()
    await page.getByRole('button', { name: 'Add a new source' }).click()
    await page
      .getByRole('textbox', { name: 'Title', exact: true })
      .fill('Health state life expectancies')
    await page.getByRole('textbox', { name: 'Author or organisation' }).fill('ONS')
    await page.getByRole('textbox', { name: 'Year', exact: true }).fill('2022')
    await page.getByRole('button', { name: 'Add source' }).click()
    await expect(page.getByText(/Cited: Health state life expectancies/)).toBeVisible()
    await page.getByRole('textbox', { name: /Where in the source/ }).fill('page 12')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Insert citation' }).click()
    await expect(page.getByRole('button', { name: /page 12.*Health state life/ })).toBeVisible()
  })

  await test.step('a metric’s value', async () => {
    await page.keyboard.press('Control+End')
    await type(page, ' /metric')
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Metric' }).focus()
    await page.getByRole('option', { name: /Smoking in pregnancy/ }).click()
    await expect(textOf(page).locator('.prose-chip')).toBeVisible()
  })

  await waitUntilSaved(page)
  await expectAccessible(page)
  expect(troubles).toEqual([])
})

test('length, reading time and reading age are told when asked', async () => {
  const { page } = samir
  await openChapter(page, CHAPTER)
  await page.getByRole('button', { name: 'About this text' }).click()
  const about = page.getByRole('dialog', { name: 'About this text' })
  await expect(about.getByText(/[\d,]+ words/).first()).toBeVisible()
  await expect(about.getByText(/about (?:a minute|\d+ minutes)/).first()).toBeVisible()
  await expect(about.getByText(/Flesch-Kincaid/)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(about).toHaveCount(0)
})

test('a picture needs a description', async () => {
  const { page, troubles } = samir
  await openChapter(page, CHAPTER)
  await startLineAtEnd(page)
  await page.getByRole('button', { name: 'Insert', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Image…' }).click()
  await page.getByLabel('Picture', { exact: true }).setInputFiles({
    name: 'chart.png',
    mimeType: 'image/png',
    buffer: PIXEL,
  })
  await page.getByRole('button', { name: 'Insert image' }).click()
  await expect(page.getByText('Describe the picture for those who cannot see it.')).toBeVisible()
  await page
    .getByRole('textbox', { name: 'Description' })
    .fill('Waiting times fall from 2024 to 2026')
  await page.getByRole('textbox', { name: /Caption/ }).fill('Figure 1')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Insert image' }).click()
  await expect(
    page.getByRole('img', { name: 'Waiting times fall from 2024 to 2026' }),
  ).toBeVisible()
  await expect(textOf(page).getByText('Figure 1')).toBeVisible()
  await waitUntilSaved(page)
  await expectAccessible(page)
  expect(troubles).toEqual([])
})

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

test('[ED36] a part that cannot be fetched leaves the page as it is', async ({ browser }) => {
  const { page, context } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  await context.route(/assets\/opened-menu-.*\.js/, (route) => route.abort())
  await openChapter(page, CHAPTER)
  await page.getByRole('button', { name: 'Insert', exact: true }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'could not be fetched' })
  await expect(alert).toBeVisible()
  await expectAccessible(page)
  await expect(textOf(page)).toContainText('Life expectancy has fallen')
  await context.unroute(/assets\/opened-menu-.*\.js/)
  await alert.getByRole('button', { name: 'Reload' }).click()
  await waitUntilSaved(page)
  await page.getByRole('button', { name: 'Insert', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Image…' })).toBeVisible()
})
