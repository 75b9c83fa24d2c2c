import { type Locator, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { openForReading, selectText } from './support/agreement'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'
import { openChapter, textOf } from './support/writing'

const CHAPTER = 'chapter-04-fewer-people-reach-crisis'
const LINE = 'All three Health and Wellbeing Boards'

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('a reviewer types into a copy of the chapter; an editor decides on what she sent', async ({
  browser,
}) => {
  const { url } = app
  const reviewer = await signInAs({ browser, url, name: 'Grace Okoro' })
  const pen = await signInAs({ browser, url, name: 'Samir Patel' })
  const { page } = reviewer
  const bar = page.getByRole('region', { name: 'Suggesting' })

  await test.step('she types, and nothing reaches the text', async () => {
    await openForReading(page, CHAPTER)
    await page.getByRole('button', { name: 'Suggest changes' }).click()
    await expect(bar).toContainText('You are suggesting.')
    await expect(bar.getByRole('button', { name: 'Nothing to send yet' })).toBeDisabled()
    await expect(textOf(page)).toHaveAttribute('contenteditable', 'true')
    await expect(page.getByRole('button', { name: 'Insert' })).toHaveCount(0)
    await goToEndOf(textOf(page).locator('p', { hasText: LINE }))
    await page.keyboard.type(' We will keep to it.', { delay: 15 })
    await page.keyboard.press('Enter')
    await page.keyboard.type('A paragraph of its own.', { delay: 15 })
    await expect(bar.getByRole('button', { name: 'Send 2 suggestions' })).toBeVisible()
    await bar.getByText('See the 2 changes and say why').click()
    await expect(bar.getByRole('listitem')).toHaveCount(2)
    await expectAccessible(page)
    await openChapter(pen.page, CHAPTER)
    await expect(textOf(pen.page)).not.toContainText('We will keep to it.')
  })

  await test.step('what she typed is there when she comes back, beside what others wrote', async () => {
    await page.goto('/')
    await textOf(pen.page).locator('h2').first().click()
    await pen.page.keyboard.press('End')
    await pen.page.keyboard.type(' now', { delay: 15 })
    await openForReading(page, CHAPTER)
    await page.getByRole('button', { name: 'Go on with your suggestions' }).click()
    await expect(textOf(page)).toContainText('We will keep to it.')
    await expect(textOf(page).locator('h2').first()).toContainText(' now')
    await expect(bar.getByRole('button', { name: 'Send 2 suggestions' })).toBeVisible()
  })

  await test.step('letters typed a moment before she leaves are kept', async () => {
    await goToEndOf(textOf(page).locator('p', { hasText: LINE }))
    await page.keyboard.type(' To the last')
    await bar.getByRole('button', { name: 'Send later' }).click()
    await page.getByRole('button', { name: 'Go on with your suggestions' }).click()
    await expect(textOf(page)).toContainText('We will keep to it. To the last')
    await goToEndOf(textOf(page).locator('p', { hasText: LINE }))
    await page.keyboard.type(' word.')
    await page.goto('/')
    await openForReading(page, CHAPTER)
    await page.getByRole('button', { name: 'Go on with your suggestions' }).click()
    await expect(textOf(page)).toContainText('We will keep to it. To the last word.')
  })

  await test.step('what cannot be suggested by typing is said', async () => {
    await textOf(page).locator('h2').first().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('- a list', { delay: 15 })
    await expect(bar).toContainText('cannot be sent as a suggestion')
    await bar.getByRole('button', { name: 'Discard…' }).click()
    await page.getByRole('button', { name: 'Discard it' }).click()
    await expect(textOf(page)).not.toContainText('We will keep to it.')
    await expect(bar).not.toContainText('cannot be sent')
  })

  await test.step('she sends two, and they are listed', async () => {
    await goToEndOf(textOf(page).locator('p', { hasText: LINE }))
    await page.keyboard.type(' We will keep to it.', { delay: 15 })
    await page.keyboard.press('Enter')
    await page.keyboard.type('A paragraph of its own.', { delay: 15 })
    await bar.getByText('See the 2 changes and say why').click()
    await bar.getByLabel('Why (optional)').fill('Residents asked for a promise.')
    await goToEndOf(textOf(page).locator('p', { hasText: 'A paragraph of its own.' }))
    await page.keyboard.type(' Sent at once.')
    await bar.getByRole('button', { name: 'Send 2 suggestions' }).click()
    await expect(page.getByRole('region', { name: 'Suggestions' })).toContainText('2 open')
    await expect(bar).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Suggest changes' })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('about a block she suggests a date, by its menu and keys', async () => {
    const card = page.getByRole('region', { name: /^Objective 1\.1/ }).first()
    await card.getByRole('button', { name: /^Actions for objective/ }).press('Enter')
    await page.getByRole('menuitem', { name: 'Suggest a change' }).press('Enter')
    await expect(page.getByLabel('What would be different')).toBeFocused()
    await page.getByLabel('What would be different').selectOption('Target date')
    await page.getByLabel('Day', { exact: true }).fill('31')
    await page.getByLabel('Month', { exact: true }).fill('3')
    await page.getByLabel('Year', { exact: true }).fill('2031')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Suggest', exact: true }).press('Enter')
    await expect(page.getByRole('region', { name: 'Suggestions' })).toContainText('3 open')
    await expect(page.getByRole('article', { name: /Other value/ })).toBeFocused()
    await card.getByRole('button', { name: /^Actions for objective/ }).press('Enter')
    await page.getByRole('menuitem', { name: 'Suggest a change' }).press('Enter')
    await page.getByLabel('What would be different').selectOption('It moves down')
    await expect(page.getByText(/It would stand right after “/)).toBeVisible()
    await page.getByRole('button', { name: 'Suggest', exact: true }).press('Enter')
    await expect(page.getByRole('region', { name: 'Suggestions' })).toContainText('4 open')
  })

  await test.step('for words of a line she suggests bold', async () => {
    await selectText(page, 'Health and Wellbeing Boards')
    await page.getByRole('button', { name: 'Suggest bold' }).press('Enter')
    await expect(page.getByText('“Health and Wellbeing Boards” would be bold.')).toBeVisible()
    await expect(page.getByLabel('Why (optional)')).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', { name: 'Suggestions' })).toContainText('5 open')
  })

  await test.step('an editor accepts one and rejects the other', async () => {
    const { page: desk } = pen
    await desk.getByRole('button', { name: /^Discussion/ }).click()
    await desk.getByRole('button', { name: /^Suggestions/ }).click()
    const words = desk.getByRole('article').filter({ hasText: 'We will keep to it.' })
    const paragraph = desk.getByRole('article').filter({ hasText: 'A paragraph of its own.' })
    await expect(words).toContainText('Residents asked for a promise.')
    await expect(paragraph).toContainText('Sent at once.')
    await words.getByRole('button', { name: /^Accept/ }).click()
    await expect(textOf(desk)).toContainText('We will keep to it.')
    await paragraph.getByRole('button', { name: /^Reject/ }).click()
    await paragraph.getByLabel(/reason|Why/i).fill('It says nothing new.')
    await paragraph
      .getByRole('button', { name: /^Reject/ })
      .last()
      .click()
    await expect(paragraph).toHaveCount(0)
    await expect(textOf(page)).toContainText('We will keep to it.')
    const date = desk.getByRole('article', { name: /Other value/ })
    await date.getByRole('button', { name: /^Accept/ }).click()
    await expect(date).toHaveCount(0)
    const bold = desk.getByRole('article', { name: /Make bold/ })
    await bold.getByRole('button', { name: /^Accept/ }).click()
    await expect(
      textOf(page).locator('strong', { hasText: 'Health and Wellbeing Boards' }),
    ).toBeVisible()
    await expect(page.getByRole('region', { name: 'Suggestions' })).toContainText('1 open')
  })

  expect([...reviewer.troubles, ...pen.troubles]).toEqual([])
})

/** The key End leads to the end of a line on the screen, not of the paragraph. */
async function goToEndOf(paragraph: Locator): Promise<void> {
  await paragraph.click()
  await paragraph.evaluate((element) => {
    const selection = getSelection()
    selection?.selectAllChildren(element)
    selection?.collapseToEnd()
  })
  // Browsers tell of a new caret a moment later.
  await paragraph.page().waitForTimeout(100)
}
