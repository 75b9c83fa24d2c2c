import { type Locator, type Page, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { type Person, signInAs } from './support/people'
import { openChapter, textOf, typeAtEndOf, waitUntilSaved } from './support/writing'

const CRISIS = 'chapter-04-fewer-people-reach-crisis'
const BEST_START = 'chapter-05-best-start'

test.setTimeout(120_000)

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('the outline leads anywhere, says how far chapters are, and moves them', async ({
  browser,
}) => {
  const samir = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  const helen = await signInAs({ browser, url: app.url, name: 'Helen Marsh' })
  await openChapter(samir.page, CRISIS)
  await openChapter(helen.page, CRISIS)
  const outline = outlineOf(samir.page)

  await test.step('headings and blocks of the open chapter have addresses', async () => {
    await outline.getByRole('link', { name: /^Objective 1\.1: / }).click()
    await expect(samir.page).toHaveURL(/#block-/)
    await expectAccessible(samir.page)
    await addHeading(samir.page, 'What neighbours told us')
    await outline.getByRole('link', { name: 'What neighbours told us' }).click()
    await expect(samir.page).toHaveURL(/#heading-\d+-\d+/)
    const address = samir.page.url()
    await outlineOf(helen.page).getByRole('link', { name: 'What neighbours told us' }).waitFor()
    await helen.page.goto(address)
    await expect(
      textOf(helen.page).getByRole('heading', { name: 'What neighbours told us' }),
    ).toBeInViewport()
  })

  await test.step('a heading moves by its menu, and one undo brings it back', async () => {
    const order = () => readEntries(samir.page)
    const before = await order()
    await outline.getByRole('button', { name: 'Move What neighbours told us' }).click()
    await samir.page.getByRole('menuitem', { name: 'Move up' }).click()
    await expect.poll(order).not.toEqual(before)
    await textOf(samir.page).focus()
    await samir.page.keyboard.press('Control+z')
    await expect.poll(order).toEqual(before)
  })

  await test.step('status, lead and purpose are said once and seen by everybody', async () => {
    await chooseForChapter(samir.page, 4, 'Status, lead and purpose')
    const dialog = samir.page.getByRole('dialog', { name: /^About “/ })
    await dialog.getByLabel('Status').selectOption('Ready for review')
    await dialog.getByLabel('Lead').selectOption({ label: (await pickLead(dialog)) ?? '' })
    await dialog.getByLabel('What it is for').selectOption('Priority')
    await expect(dialog.getByText('The law asks here:')).toBeVisible()
    await expectAccessible(samir.page)
    await dialog.getByRole('button', { name: 'Keep these' }).click()
    await expect(outlineOf(helen.page).getByText('Ready for review · Helen Marsh')).toBeVisible()
  })

  await test.step('a frozen chapter is read by everybody and written by nobody until it is opened', async () => {
    await chooseForChapter(samir.page, 4, 'Status, lead and purpose')
    await samir.page.getByLabel('Status').selectOption('Frozen')
    await samir.page.getByRole('button', { name: 'Keep these' }).click()
    await expect(helen.page.getByText('This chapter is frozen')).toBeVisible()
    await expect(textOf(helen.page)).toHaveAttribute('contenteditable', 'false')
    await expectAccessible(helen.page)
    await helen.page.getByRole('button', { name: 'Open it for writing again' }).click()
    await expect(textOf(samir.page)).toHaveAttribute('contenteditable', 'true')
  })

  await test.step('a chapter is dragged to another place', async () => {
    const chapters = outline.locator('.outline-list > li')
    const last = (await chapters.count()) - 1
    const title = await chapters.nth(last).getByRole('link').first().innerText()
    await drag(chapters.nth(last), chapters.nth(0))
    await expect(chapters.nth(0).getByRole('link').first()).toHaveText(title)
    await expect(
      outlineOf(helen.page).locator('.outline-list > li').nth(0).getByRole('link').first(),
    ).toHaveText(title)
  })

  await test.step('sections the law asks for are missed, and added', async () => {
    await outline.getByText(/sections are missing/).click()
    await expect(outline.getByText(/asked for by law: L7, L8/)).toBeVisible()
    await expectAccessible(samir.page)
    await outline.getByRole('button', { name: 'Add chapter: How people were involved' }).click()
    await expect(
      samir.page.getByRole('heading', { level: 1, name: /How people were involved/ }),
    ).toBeVisible()
    await expect(outline.getByText(/asked for by law: L7, L8/)).toHaveCount(0)
    await chooseForChapter(
      samir.page,
      await outline.locator('.outline-list > li').count(),
      'Remove',
    )
    const question = samir.page.getByRole('alertdialog')
    await expect(question).toContainText('Involve the people who live or work in the area')
    await expectAccessible(samir.page)
    await question.getByRole('button', { name: 'Remove the chapter' }).click()
    await expect(outline.getByText(/asked for by law: L7, L8/)).toBeVisible()
  })

  expect([...samir.troubles, ...helen.troubles]).toEqual([])
})

test('people see what is new, who writes where, and can go along', async ({ browser }) => {
  const samir = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  const helen = await signInAs({ browser, url: app.url, name: 'Helen Marsh' })
  await openChapter(samir.page, CRISIS)
  await samir.page.goto('/')

  await test.step('what was written while Samir was away is marked', async () => {
    await openChapter(helen.page, BEST_START)
    await typeAtEndOf(
      helen.page,
      'All three Health and Wellbeing Boards have asked for this',
      ' While you were away.',
    )
    await waitUntilSaved(helen.page)
    await openChapter(samir.page, CRISIS)
    const chapter = outlineOf(samir.page).locator('.outline-item', { hasText: 'The best start' })
    await expect(chapter.getByText('New', { exact: true })).toBeVisible()
    await expect(
      outlineOf(samir.page).locator('.outline-item').getByText('New', { exact: true }),
    ).toHaveCount(1)
  })

  await test.step('following Helen leads to her chapter and her caret', async () => {
    await samir.page.getByText(/\d+ here/).click()
    await samir.page.getByRole('button', { name: 'Follow Helen Marsh' }).click()
    await expect(
      samir.page.getByRole('heading', { level: 1, name: /The best start/ }),
    ).toBeVisible()
    await expect(
      samir.page.getByText('Writing here: Helen Marsh (Caldbourne County Council)'),
    ).toBeVisible()
    await expectAccessible(samir.page)
    await outlineOf(helen.page)
      .getByRole('link', { name: /Fewer people/ })
      .click()
    await expect(samir.page.getByRole('heading', { level: 1, name: /Fewer people/ })).toBeVisible()
    await samir.page.keyboard.press('Escape')
    await expect(samir.page.getByText('Following Helen Marsh')).toHaveCount(0)
  })

  expect([...samir.troubles, ...helen.troubles]).toEqual([])
})

/** The events of a drag, one after the other: a browser without a screen starts none of its own here. */
async function drag(from: Locator, to: Locator): Promise<void> {
  const dataTransfer = await from.page().evaluateHandle(() => new DataTransfer())
  await from.dispatchEvent('dragstart', { dataTransfer })
  await to.dispatchEvent('dragover', { dataTransfer })
  await to.dispatchEvent('drop', { dataTransfer })
  await from.dispatchEvent('dragend', { dataTransfer })
}

function outlineOf(page: Page) {
  return page.getByRole('navigation', { name: 'Chapters' })
}

async function chooseForChapter(page: Page, number: number, choice: string): Promise<void> {
  await outlineOf(page)
    .getByRole('button', { name: `Change chapter ${number}`, exact: true })
    .click()
  await page.getByRole('menuitem', { name: choice }).click()
}

async function addHeading(page: Page, words: string): Promise<void> {
  await textOf(page).locator('p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Alt+2')
  await page.keyboard.type(words)
  await waitUntilSaved(page)
}

async function readEntries(page: Page): Promise<string[]> {
  return outlineOf(page).locator('.outline-entry-link').allInnerTexts()
}

async function pickLead(dialog: ReturnType<Person['page']['getByRole']>): Promise<string | null> {
  const labels = await dialog.getByLabel('Lead').locator('option').allInnerTexts()
  return labels.find((label) => label.startsWith('Helen Marsh')) ?? null
}
