import { readFile } from 'node:fs/promises'
import { type Page, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'
import { STRATEGY } from './support/writing'

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('a workshop ranks options, votes stay hidden until it closes, and the log has the outcome', async ({
  browser,
}) => {
  const { url } = app
  const chair = await signInAs({ browser, url, name: 'Dame Ruth Alder' })
  const pen = await signInAs({ browser, url, name: 'Samir Patel' })
  const phone = { width: 375, height: 812 }
  const reviewer = await signInAs({ browser, url, name: 'Grace Okoro', viewport: phone })
  const question = 'Where do we begin with the crisis cafés?'

  const address = await test.step('the chair opens a ranked decision', async () => {
    const { page } = chair
    await page.goto(`${STRATEGY}/agreement`)
    await page.getByRole('link', { name: 'Decisions' }).click()
    await expect(page.getByText('No decisions yet')).toBeVisible()
    await expectAccessible(page)
    await choose(page, 'Ranked choice', 'Members, by role')
    await page.getByRole('button', { name: 'Open the decision' }).click()
    await expect(page.getByRole('link', { name: 'Write the question to decide.' })).toBeVisible()
    expect(chair.troubles.splice(0)).toEqual([expect.stringContaining('400')])
    await page.getByLabel('Question').fill(question)
    await page.getByLabel('Options').fill('Ashmere\nCaldbourne\nThornley')
    for (const role of ['Metric lead', 'Signs off for a body'])
      await page.getByRole('checkbox', { name: new RegExp(role) }).uncheck()
    await page.getByLabel('Quorum (optional)').fill('3')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Open the decision' }).click()
    await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible()
    return page.url()
  })

  await test.step('it waits on the start page, and the reviewer votes on her phone by keyboard', async () => {
    const { page } = reviewer
    await page.goto('/')
    await page.getByRole('link', { name: question }).click()
    await page.getByLabel('Thornley', { exact: true }).focus()
    await expect(page.getByLabel('Thornley', { exact: true })).toBeFocused()
    await page.keyboard.press('1')
    await page.getByLabel('Caldbourne', { exact: true }).focus()
    await page.keyboard.press('2')
    await page.getByLabel('Reason').focus()
    await page.keyboard.type('The coast has waited longest.')
    await expectAccessible(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Your vote is cast.')).toBeVisible()
    await expect(page.getByText('1 Thornley, 2 Caldbourne')).toBeVisible()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(phone.width)
  })

  await test.step('the chair sees how many have voted without reloading, and not how', async () => {
    const { page } = chair
    await expect(page.getByText(/^1 of \d+ have voted/)).toBeVisible()
    await expect(page.getByText('How votes stand is hidden until voting closes')).toBeVisible()
    const text = await (await page.request.get(address)).text()
    expect(text).not.toContain('The coast has waited longest')
    await rank(page, { Ashmere: '1', Thornley: '2' })
    await pen.page.goto(address)
    await rank(pen.page, { Thornley: '1', Ashmere: '1' })
    await expect(pen.page.getByText(/have the same place/).first()).toBeVisible()
    expect(pen.troubles.splice(0)).toEqual([expect.stringContaining('400')])
    await rank(pen.page, { Thornley: '1', Ashmere: '2' })
    await expect(page.getByText(/^3 of \d+ have voted/)).toBeVisible()
  })

  await test.step('she closes it; everybody sees the result, the rounds and the reasons', async () => {
    const { page } = chair
    await page.getByText('Close voting').first().click()
    const form = page.locator('details', { hasText: 'Close voting' })
    await form.getByLabel('Why now').fill('Everybody in the room has voted.')
    await form.getByLabel(/^What the outcome means/).fill('Thornley opens first, in April.')
    await form.getByLabel('Minute reference (optional)').fill('Workshop 3, item 2')
    await form.getByRole('button', { name: 'Close voting' }).click()
    await expect(page.getByText('Voting is closed.')).toBeVisible()
    for (const one of [page, reviewer.page]) {
      await expect(one.getByText('Chosen: “Thornley”, after 1 round.').first()).toBeVisible()
      await expect(one.getByRole('heading', { name: 'Round by round' })).toBeVisible()
      await expect(one.getByText('The coast has waited longest.')).toBeVisible()
      await expect(one.getByRole('button', { name: /vote/i })).toHaveCount(0)
      await expectAccessible(one)
    }
  })

  await test.step('one organisation objects, so a proposal for consent is not carried', async () => {
    const { page } = chair
    await page.goto(`${STRATEGY}/decisions`)
    await choose(page, 'Consent', 'One vote for each organisation')
    await page.getByLabel('Question').fill('Do we adopt the wording of the vision?')
    await page.getByRole('button', { name: 'Open the decision' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /wording/ })).toBeVisible()
    await reviewer.page.goto(page.url())
    await reviewer.page.getByRole('radio', { name: 'Object' }).check()
    await reviewer.page.getByRole('button', { name: 'Cast the vote' }).click()
    await expect(reviewer.page.getByRole('link', { name: /Say why/ })).toBeVisible()
    expect(reviewer.troubles.splice(0)).toEqual([expect.stringContaining('400')])
    await expect(reviewer.page.getByRole('radio', { name: 'Object' })).toBeChecked()
    await reviewer.page.getByLabel('Reason').fill('It says nothing about carers.')
    await reviewer.page.getByRole('button', { name: 'Cast the vote' }).click()
    await expect(page.getByText(/^1 of \d+ have voted/)).toBeVisible()
    await page.getByText('Close voting').first().click()
    const form = page.locator('details', { hasText: 'Close voting' })
    await form.getByLabel('Why now').fill('An objection is enough.')
    await form.getByRole('button', { name: 'Close voting' }).click()
    await expect(page.getByText('Not carried: 1 objection.').first()).toBeVisible()
    await expect(page.getByText('It says nothing about carers.')).toBeVisible()
  })

  await test.step('both are in the log, which is filtered and exported', async () => {
    const { page } = pen
    await page.goto(`${STRATEGY}/decisions`)
    await expect(page.getByRole('row', { name: /crisis cafés/ })).toContainText(
      'Workshop 3, item 2',
    )
    await expect(page.getByRole('row', { name: /wording of the vision/ })).toContainText(
      'Not carried',
    )
    await expectAccessible(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export as CSV' }).click(),
    ])
    const csv = await readFile(await download.path(), 'utf8')
    expect(csv).toContain('"Thornley opens first, in April."')
    expect(csv).toContain('"Not carried: 1 objection."')
    await page.getByLabel('Words').fill('vision')
    await page.getByRole('button', { name: 'Filter' }).click()
    await expect(page.getByRole('row', { name: /crisis cafés/ })).toHaveCount(0)
    await expect(page.getByRole('row', { name: /wording of the vision/ })).toBeVisible()
  })

  expect([chair, pen, reviewer].flatMap(({ troubles }) => troubles)).toEqual([])
})

async function choose(page: Page, method: string, voters: string): Promise<void> {
  await page.getByRole('link', { name: 'Open a decision' }).click()
  await page.getByRole('radio', { name: new RegExp(`^${method}`) }).check()
  await page.getByRole('radio', { name: voters }).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Continue' }).click()
}

async function rank(page: Page, places: Readonly<Record<string, string>>): Promise<void> {
  for (const [option, place] of Object.entries(places))
    await page.getByLabel(option, { exact: true }).selectOption(place)
  await page.getByRole('button', { name: 'Cast the vote' }).click()
}
