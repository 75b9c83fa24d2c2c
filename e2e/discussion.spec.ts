import { type Page, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { openForReading, selectText } from './support/agreement'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'
import { STRATEGY, openChapter } from './support/writing'

const CHAPTER = 'chapter-04-fewer-people-reach-crisis'
const PHONE = { width: 375, height: 812 }

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('a question is begun, kept, sent to somebody by name, answered, assigned and found again', async ({
  browser,
}) => {
  const { url } = app
  const reviewer = await signInAs({ browser, url, name: 'Grace Okoro', viewport: PHONE })
  const pen = await signInAs({ browser, url, name: 'Samir Patel' })
  const { page } = pen

  await test.step('words that were begun are there again after the page was closed', async () => {
    const { page: phone } = reviewer
    await openForReading(phone, CHAPTER)
    await selectText(phone, 'nine and a half hours')
    await phone.getByRole('button', { name: /^Discussion/ }).click()
    await phone.getByRole('button', { name: 'Comment on this text' }).click()
    await phone.getByLabel('What it is').selectOption('Question')
    const box = phone.getByLabel('Your comment')
    await box.pressSequentially('Ask @Sam', { delay: 20 })
    await expect(phone.getByRole('option', { name: /Samir Patel/ })).toBeVisible()
    await expectAccessible(phone)
    await box.press('Enter')
    await expect(box).toHaveValue('Ask @Samir Patel ')
    await box.pressSequentially('is this the median?')
    await phone.goto('/')
    await openForReading(phone, CHAPTER)
    await phone.getByRole('button', { name: /^Discussion/ }).click()
    await expect(phone.getByText('Begun, not sent:')).toBeVisible()
    await expectAccessible(phone)
    await phone.getByRole('button', { name: 'Go on writing' }).click()
    await expect(phone.getByLabel('Your comment')).toHaveValue(
      'Ask @Samir Patel is this the median?',
    )
    await expect(phone.getByLabel('What it is')).toHaveValue('question')
    await phone.getByRole('button', { name: 'Comment', exact: true }).click()
    await expect(phone.getByRole('article')).toContainText('is this the median?')
    await expect(phone.getByText('Begun, not sent:')).toHaveCount(0)
    await expectAccessible(phone)
  })

  await test.step('who is mentioned hears of it, reacts, and gives it to somebody with a day', async () => {
    await page.goto('/notices')
    await page.getByRole('link', { name: /mentioned you/ }).click()
    await expect(page).toHaveURL(/comments/)
    const card = page.getByRole('article')
    await expect(card).toContainText('Question')
    await card.getByRole('button', { name: 'Agree' }).click()
    await expect(card.getByRole('button', { name: 'Agree 1' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await card.getByRole('button', { name: 'Assign…' }).click()
    await card.getByLabel('Who sees to it').selectOption('Dr Aisha Rahman')
    await fillDay(page, -2)
    await card.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(card.getByRole('alert')).toContainText('Choose today or a later day.')
    expect(pen.troubles.splice(0)).toEqual([expect.stringContaining('400')])
    await fillDay(page, 9)
    await expectAccessible(page)
    await card.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(card).toContainText('Assigned to Dr Aisha Rahman. Due ')
  })

  await test.step('a field of a block is commented on', async () => {
    await openChapter(page, CHAPTER)
    await page
      .getByRole('button', { name: /^Actions for objective/i })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Comment' }).click()
    await page.getByLabel('About', { exact: true }).selectOption('Target date')
    await page.getByLabel('Your comment').fill('A year earlier, please.')
    await page.getByRole('button', { name: 'Comment', exact: true }).click()
    const panel = page.getByRole('region', { name: 'Discussion', exact: true })
    await expect(panel.getByRole('article', { name: /^Objective .*Target date$/ })).toContainText(
      'A year earlier, please.',
    )
  })

  await test.step('threads are filtered, and gone through by keys', async () => {
    const panel = page.getByRole('region', { name: 'Discussion', exact: true })
    await panel.getByText('Filter and order').click()
    await panel.getByLabel('Mentioning me').check()
    await expect(panel.getByRole('article')).toHaveCount(1)
    await expectAccessible(page)
    await panel.getByRole('button', { name: 'Show everything that is open' }).click()
    await expect(panel.getByRole('article')).toHaveCount(2)
    await page.goto(`${STRATEGY}/comments?kind=question`)
    await expect(page.getByRole('article')).toHaveCount(1)
    await page.getByLabel('Kind').selectOption('All kinds')
    await expect(page.getByRole('article')).toHaveCount(2)
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Comments', level: 1 }).click()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(page.getByRole('article').first()).toBeFocused()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(page.getByRole('article').last()).toBeFocused()
    await expectAccessible(page)
  })

  expect([...pen.troubles, ...reviewer.troubles]).toEqual([])
})

async function fillDay(page: Page, fromToday: number): Promise<void> {
  const day = new Date(Date.now() + fromToday * 86_400_000)
  await page.getByLabel('Day', { exact: true }).fill(String(day.getUTCDate()))
  await page.getByLabel('Month', { exact: true }).fill(String(day.getUTCMonth() + 1))
  await page.getByLabel('Year', { exact: true }).fill(String(day.getUTCFullYear()))
}
