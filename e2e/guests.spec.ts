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

test('a councillor without an account comments and signs off by link, until it is revoked', async ({
  browser,
}) => {
  const { url } = app
  const pen = await signInAs({ browser, url, name: 'Samir Patel' })
  const councillor = await browser.newContext({
    baseURL: url,
    viewport: { width: 375, height: 812 },
    javaScriptEnabled: false,
  })
  const guest = await councillor.newPage()

  const link = await test.step('an editor invites her', async () => {
    const { page } = pen
    await page.goto(`${STRATEGY}/comments`)
    await page.getByRole('link', { name: 'People without accounts' }).click()
    await expect(page.getByText('Nobody is invited yet')).toBeVisible()
    await page.getByRole('button', { name: 'Invite' }).click()
    await expect(page.getByRole('link', { name: 'Write the person’s name.' })).toBeVisible()
    await expectAccessible(page)
    expect(pen.troubles.splice(0)).toEqual([expect.stringContaining('400')])
    return invite(page, { name: 'Cllr Ann Moss', purpose: 'Read and comment' })
  })

  await test.step('she comments on a chapter on her phone, without scripts', async () => {
    await guest.goto(link)
    await expect(guest.getByRole('heading', { level: 1 })).toContainText(
      'Better lives in Wessex Vale',
    )
    await expect(guest.getByText('You read as Cllr Ann Moss, Vale Council.')).toBeVisible()
    const chapter = guest.getByRole('region', { name: 'Fewer people reach crisis', exact: true })
    await chapter.getByText('Comment on this chapter').click()
    await chapter.getByLabel('Your comment').fill('Say more about the coast.')
    await chapter.getByRole('button', { name: 'Send' }).click()
    await expect(guest.getByText('Thank you. It was saved')).toBeVisible()
    await expect(guest.getByText('Say more about the coast.')).toBeVisible()
    // Checked with scripts, which the check needs.
    const reader = await (await browser.newContext({ baseURL: url })).newPage()
    await reader.goto(link)
    await expectAccessible(reader)
    await reader.close()
  })

  await test.step('the editor sees it, and that nobody else’s link shows it', async () => {
    const { page } = pen
    await page.goto(`${STRATEGY}/comments`)
    await expect(page.getByText('Say more about the coast.')).toBeVisible()
    await expect(page.getByRole('article').getByText('Vale Council, by guest link')).toBeVisible()
    const other = await invite(page, { name: 'Raj Nair', purpose: 'Read' })
    const reader = await (await browser.newContext({ baseURL: url })).newPage()
    await reader.goto(other)
    await expect(reader.getByText('You read as Raj Nair')).toBeVisible()
    await expect(reader.getByText('Say more about the coast.')).toHaveCount(0)
    await expect(reader.getByText('Comment on this chapter')).toHaveCount(0)
  })

  await test.step('revoked, her link is dead within a second', async () => {
    const { page } = pen
    await page.goto(`${STRATEGY}/guests`)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Revoke the link of Cllr Ann Moss' }).click()
    await expect(page.getByRole('row', { name: /Cllr Ann Moss/ })).toContainText('Revoked')
    const began = Date.now()
    const answer = await guest.goto(link)
    expect(answer?.status()).toBe(404)
    expect(Date.now() - began).toBeLessThan(1_000)
    await expect(
      guest.getByText('This link does not open anything, or no longer does.'),
    ).toBeVisible()
    await expect(guest.getByText('Better lives')).toHaveCount(0)
  })

  await test.step('another signs off for her board', async () => {
    const { page } = pen
    const board = await invite(page, {
      name: 'Cllr Ola Birch',
      purpose: 'Read and sign off for a body',
      body: 'NHS Wessex Vale ICB Board',
    })
    await page.goto(`${STRATEGY}/agreement?step=submit`)
    await page.getByRole('button', { name: 'Submit edition 1' }).click()
    await expect(page.getByRole('heading', { name: 'Edition 1 (1.0)', exact: true })).toBeVisible()
    await guest.goto(board)
    await guest.getByRole('radio', { name: /^Agreed$/ }).check()
    await guest.getByLabel('How many were present').fill('11')
    await guest.getByRole('button', { name: 'Record the sign-off' }).click()
    await expect(guest.getByText('Recorded for this edition: Agreed.')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('row', { name: /ICB Board/ })).toContainText('Cllr Ola Birch')
  })

  expect(pen.troubles).toEqual([])
})

interface Invited {
  readonly name: string
  readonly purpose: string
  readonly body?: string
}

async function invite(page: Page, { name, purpose, body }: Invited): Promise<string> {
  await page.goto(`${STRATEGY}/guests`)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Organisation').fill('Vale Council')
  await page.getByLabel('E-mail address').fill('guest@vale.example')
  await page.getByLabel('What the link is for').selectOption(purpose)
  if (body) await page.getByLabel('Body they sign off for').selectOption(body)
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(page.getByText(`${name} is invited`)).toBeVisible()
  return (await page.locator('.guests-link').textContent()) ?? ''
}
