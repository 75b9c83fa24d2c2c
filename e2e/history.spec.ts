import { type Page, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { type Person, signInAs } from './support/people'
import { openChapter, STRATEGY, textOf, typeAtEndOf, waitUntilSaved } from './support/writing'

const CHAPTER = 'chapter-04-fewer-people-reach-crisis'
const BLOCK = 'objective-1-1'
const MARK = 'People asked us to say this in plain words.'

/** The second reads what the first has written. */
test.describe.configure({ mode: 'serial' })

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

function titleOf({ page }: Person) {
  return page
    .locator(`[data-block-id="${BLOCK}"]`)
    .getByRole('textbox', { name: /^Title of/ })
    .first()
}

async function openHistory(page: Page): Promise<void> {
  await page.goto(STRATEGY)
  await page
    .getByRole('navigation', { name: 'Parts of this strategy' })
    .getByRole('link', { name: 'History' })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible()
}

/** The one line of the history that has this name. */
function versionOf(page: Page, name: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
}

test('a version is named, compared and partly restored, and somebody else sees it', async ({
  browser,
}) => {
  const { url } = app
  const samir = await signInAs({ browser, url, name: 'Samir Patel' })
  const helen = await signInAs({ browser, url, name: 'Helen Marsh' })
  let title = ''

  await test.step('one names the text as it is', async () => {
    await openChapter(samir.page, CHAPTER)
    title = await titleOf(samir).inputValue()
    await typeAtEndOf(samir.page, 'Schools asked us for one thing', ` ${MARK}`)
    await waitUntilSaved(samir.page)
    await openHistory(samir.page)
    await samir.page.getByRole('link', { name: 'Name the text as it is now' }).click()
    await samir.page.getByRole('button', { name: 'Keep the name' }).click()
    await expect(samir.page.getByRole('alert')).toContainText('Give the version a name')
    await samir.page.getByRole('textbox', { name: 'Name' }).fill('Before the workshop')
    await samir.page.getByRole('button', { name: 'Keep the name' }).click()
    await expect(versionOf(samir.page, 'Before the workshop')).toContainText('Samir Patel')
    await expectAccessible(samir.page)
  })

  await test.step('both change the text', async () => {
    await openChapter(helen.page, CHAPTER)
    await titleOf(helen).fill('Quite another title')
    await typeAtEndOf(helen.page, 'We will open a crisis café', ' Teapots everywhere.')
    await waitUntilSaved(helen.page)
  })

  await test.step('one compares that version with the draft, in one text', async () => {
    await openHistory(samir.page)
    await versionOf(samir.page, 'Before the workshop')
      .getByRole('link', { name: 'Compare with the draft' })
      .click()
    await expect(samir.page.getByRole('heading', { level: 1, name: 'Compare' })).toBeVisible()
    await expect(samir.page.getByText('1 paragraph changed in 1 chapter')).toBeVisible()
    await expect(samir.page.locator('ins', { hasText: 'Teapots everywhere.' })).toBeVisible()
    await expect(samir.page.locator('del', { hasText: title.split(' ')[0] }).first()).toBeVisible()
    await expectAccessible(samir.page)
  })

  await test.step('and side by side, which is one text on a telephone', async () => {
    await samir.page.getByRole('combobox', { name: 'Show' }).selectOption('Side by side')
    await samir.page.getByRole('button', { name: 'Compare' }).click()
    await expect(samir.page).toHaveURL(/view=side/)
    await expect(samir.page.getByText('Before:')).toBeVisible()
    await expectAccessible(samir.page)
    await samir.page.setViewportSize({ width: 375, height: 800 })
    await expect(samir.page.getByText('Before:')).toBeHidden()
    const tea = samir.page.locator('ins:visible', { hasText: 'Teapots everywhere.' })
    await expect(tea).toHaveCount(1)
    const { scroll, width } = await samir.page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }))
    expect(scroll).toBeLessThanOrEqual(width)
    await samir.page.setViewportSize({ width: 1280, height: 900 })
  })

  await test.step('restores one block; the other sees it at once, and the rest stays', async () => {
    await samir.page.getByRole('link', { name: 'Restore this block' }).click()
    await expect(samir.page.getByText('Only this block goes back')).toBeVisible()
    await expectAccessible(samir.page)
    await samir.page.getByRole('button', { name: 'Restore' }).click()
    await expect(samir.page.getByText('It is restored.')).toBeVisible()
    await expect(titleOf(helen)).toHaveValue(title)
    await expect(textOf(helen.page)).toContainText('Teapots everywhere.')
    await expect(versionOf(samir.page, 'Before a restore')).toHaveCount(1)
  })

  await test.step('sees who wrote which sentence', async () => {
    await samir.page.getByRole('link', { name: 'Who wrote what' }).click()
    await expect(
      samir.page.getByRole('heading', { level: 1, name: 'Who wrote what' }),
    ).toBeVisible()
    await samir.page.getByRole('combobox', { name: 'Chapter' }).selectOption(CHAPTER)
    await samir.page.getByRole('button', { name: 'Show' }).click()
    await expect(samir.page.getByRole('row', { name: /Helen Marsh/ })).toBeVisible()
    const line = samir.page.locator('.authors-line', { hasText: MARK })
    await line.getByText('Who wrote this:').click()
    // A letter that was there already stays whose it was, so only most of the sentence is one piece.
    const piece = line.getByRole('listitem').filter({ hasText: 'say this in plain words' })
    await expect(piece).toContainText('Samir Patel')
    await expectAccessible(samir.page)
  })

  // The browser tells of the form without a name, which was refused.
  expect(samir.troubles).toEqual([expect.stringContaining('400 (Bad Request)')])
  expect(helen.troubles).toEqual([])
})

test('without a mouse, and for somebody who only reads', async ({ browser }) => {
  const { url } = app
  const helen = await signInAs({ browser, url, name: 'Helen Marsh' })
  const { page } = helen

  await test.step('changes are gone through by keyboard', async () => {
    await openHistory(page)
    await versionOf(page, 'Before the workshop')
      .getByRole('link', { name: 'Compare with the draft' })
      .focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Next change' })).toBeVisible()
    await page.getByRole('button', { name: 'Next change' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-change]:focus')).toHaveCount(1)
    await expect(page.getByText(/^Change 1 of/)).toBeVisible()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(page.locator('[data-change]:focus')).toHaveCount(1)
  })

  await test.step('a reader sees the history and can change nothing', async () => {
    const tom = await signInAs({ browser, url, name: 'Tom Whitlock' })
    await openHistory(tom.page)
    await expect(versionOf(tom.page, 'Before the workshop')).toBeVisible()
    await expect(tom.page.getByRole('link', { name: /Restore|Name/ })).toHaveCount(0)
    const refused = await tom.page.goto(`${STRATEGY}/history/restore?version=1`)
    expect(refused?.status()).toBe(403)
  })

  await test.step('it can all be read without scripts', async () => {
    const context = await browser.newContext({
      baseURL: url,
      javaScriptEnabled: false,
      storageState: await helen.context.storageState(),
    })
    const plain = await context.newPage()
    await plain.goto(`${STRATEGY}/history`)
    await versionOf(plain, 'Before the workshop')
      .getByRole('link', { name: 'Compare with the draft' })
      .click()
    await expect(plain.locator('ins', { hasText: 'Teapots everywhere.' })).toBeVisible()
    await expect(plain.getByRole('button', { name: 'Next change' })).toHaveCount(0)
    await context.close()
  })

  expect(helen.troubles).toEqual([])
})
