import { readFile } from 'node:fs/promises'
import { type Page, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { openChapterPage } from './support/agreement'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'
import { STRATEGY, textOf } from './support/writing'

const CHAPTER = 'chapter-04-fewer-people-reach-crisis'
const TITLE = 'Fewer people reach crisis'
const PARAGRAPH = /^All three Health and Wellbeing Boards have made mental health/
const NEW = `${STRATEGY}/amendments/new`

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('two boards amend one paragraph: one is taken in other words, the other falls', async ({
  browser,
}) => {
  const { url } = app
  const ashmere = await signInAs({ browser, url, name: 'Cllr David Penrose' })
  const caldbourne = await signInAs({ browser, url, name: 'Helen Marsh' })
  const pen = await signInAs({ browser, url, name: 'Samir Patel' })

  await test.step('a board proposes other words, with why', async () => {
    const { page } = ashmere
    await page.goto(`${STRATEGY}/amendments`)
    await expect(page.getByText('No amendments yet')).toBeVisible()
    await expect(
      page.getByRole('navigation', { name: 'Parts of this strategy' }).getByRole('link', {
        name: 'Review',
      }),
    ).toHaveAttribute('aria-current', 'true')
    await page.getByRole('link', { name: 'Propose an amendment' }).click()
    await choose(page, 'Other words for a paragraph')
    await page
      .getByLabel('Proposed text')
      .fill('All three boards have made mental health a priority.')
    await page.getByRole('button', { name: 'Propose the amendment' }).click()
    await expect(page.getByRole('alert')).toContainText('Say why the body proposes it.')
    await expect(page.getByLabel('Proposed text')).toHaveValue(
      'All three boards have made mental health a priority.',
    )
    expect(ashmere.troubles.splice(0)).toEqual([expect.stringContaining('400')])
    await page.getByLabel('Rationale').fill('Residents do not know the three names.')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Propose the amendment' }).click()
    await expect(page.getByRole('heading', { name: 'Amendment 1', exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Accept it as it is' })).toHaveCount(0)
    await expectAccessible(page)
  })

  await test.step('another board would take the paragraph out, and reads that they collide', async () => {
    const { page } = caldbourne
    await page.goto(NEW)
    await choose(page, 'A paragraph that goes')
    await page.getByLabel('Rationale').fill('Said in chapter 3 already.')
    await page.getByRole('button', { name: 'Propose the amendment' }).click()
    await expect(page.getByRole('heading', { name: 'Amendment 2', exact: true })).toBeVisible()
    await expect(page.getByText('Vote on them in this order: 2, 1.')).toBeVisible()
    await page.getByRole('link', { name: 'See amendment 1' }).click()
    await expect(page.getByRole('heading', { name: 'Amendment 1', exact: true })).toBeVisible()
  })

  await test.step('an editor takes the first in other words; they stand in the text', async () => {
    const { page } = pen
    await page.goto(`${STRATEGY}/amendments/1`)
    await page.getByText('Accept it with other words').click()
    await page
      .getByLabel('Words to accept')
      .fill('All three boards have made mental health a priority, in words of their own.')
    await page.getByLabel('Why').fill('Keeps that the words differ.')
    await page.getByRole('button', { name: 'Accept with these words' }).click()
    await expect(page.getByText(/Accepted in these words/)).toBeVisible()
    await openChapterPage(page, CHAPTER)
    await expect(textOf(page)).toContainText('a priority, in words of their own.')
  })

  await test.step('the second no longer fits the text, and is put to the vote and not carried', async () => {
    const { page } = pen
    await page.goto(`${STRATEGY}/amendments/2`)
    await expect(page.getByText(/has changed or is gone since it was proposed/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Accept it as it is' })).toHaveCount(0)
    await page.getByText('Record a vote').click()
    await page.getByLabel('For', { exact: true }).fill('3')
    await page.getByLabel('Against', { exact: true }).fill('5')
    await page.getByLabel('Abstained', { exact: true }).fill('1')
    await page.getByLabel('Minute reference').fill('Meeting of 20 November 2026, item 5')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Record the vote' }).click()
    await expect(page.getByText(/Meeting of 20 November 2026, item 5/)).toBeVisible()
    await page.goto(`${STRATEGY}/amendments?show=decided`)
    await expect(page.getByRole('article')).toHaveCount(2)
    await expectAccessible(page)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as a spreadsheet (CSV)' }).click(),
    ])
    const csv = await readFile(await file.path(), 'utf8')
    expect(csv).toContain('Residents do not know the three names.')
    expect(csv).toContain('Said in chapter 3 already.')
  })

  await test.step('the board hears what became of it', async () => {
    const { page } = ashmere
    await page.goto('/notices')
    await expect(page.getByRole('link', { name: /[Aa]mendment 1/ }).first()).toBeVisible()
  })

  expect([...ashmere.troubles, ...caldbourne.troubles, ...pen.troubles]).toEqual([])
})

/** The first two steps of the form. */
async function choose(page: Page, what: string): Promise<void> {
  await page.getByLabel('What would be different').selectOption(what)
  await page.getByLabel('Chapter').selectOption(TITLE)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('radio', { name: PARAGRAPH }).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByLabel('Rationale')).toBeVisible()
}
