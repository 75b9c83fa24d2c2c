import { type Page, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'
import { STRATEGY } from './support/writing'

const PHONE = { width: 375, height: 812 }
const DESK = { width: 1280, height: 900 }
const HEADER = { name: /unread notice/ }

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('somebody is told on the page and by mail, follows it, and chooses what comes by mail', async ({
  browser,
}) => {
  const { url } = app
  const pen = await signInAs({ browser, url, name: 'Samir Patel' })
  const lead = await signInAs({ browser, url, name: 'Dr Aisha Rahman', viewport: PHONE })
  const { page: phone } = lead

  await test.step('an editor asks her something', async () => {
    const { page } = pen
    await page.goto(`${STRATEGY}/challenges/new`)
    await page.getByLabel('Who answers for their organisation').selectOption('person-lead')
    const day = new Date(Date.now() + 7 * 86_400_000)
    await page.getByLabel('Day', { exact: true }).fill(String(day.getUTCDate()))
    await page.getByLabel('Month', { exact: true }).fill(String(day.getUTCMonth() + 1))
    await page.getByLabel('Year', { exact: true }).fill(String(day.getUTCFullYear()))
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await expect(page.getByText('Waits for an answer')).toBeVisible()
  })

  await test.step('she sees that there is a notice, and it leads her there', async () => {
    await phone.goto('/')
    const unread = phone.getByRole('region', { name: 'Unread notices' })
    await expect(unread.getByRole('link', { name: /challenge|asked/i })).toBeVisible()
    await expectAccessible(phone)
    await phone.goto('/account')
    await phone.getByRole('link', HEADER).click()
    await expect(phone.getByRole('heading', { name: 'Notices', level: 1 })).toBeVisible()
    await expectAccessibleAtBoth(phone)
    await phone
      .getByRole('main')
      .getByRole('link', { name: /challenge|asked/i })
      .first()
      .click()
    await expect(phone).toHaveURL(/challenges\//)
    await expect(phone.getByRole('link', HEADER)).toHaveCount(0)
    await phone.goto('/notices')
    await expect(phone.getByRole('heading', { name: /^Read,/ })).toBeVisible()
    await expect(phone.getByRole('heading', { name: /^Unread,/ })).toHaveCount(0)
  })

  const anyone = await (await browser.newContext({ baseURL: url, viewport: PHONE })).newPage()
  const stop = anyone.getByText(/\/unsubscribe\//).first()

  // Before she chooses: what is not sent by then comes with the daily one.
  await test.step('the mail comes', async () => {
    await expect(async () => {
      await anyone.goto('/demo/mail')
      await expect(stop).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 60_000 })
  })

  await test.step('she chooses one mail a day for it', async () => {
    await phone.goto('/account')
    await phone.getByRole('link', { name: 'Choose what you are told by mail' }).click()
    const choice = phone.getByLabel('A challenge is raised or answered')
    await choice.selectOption('Once a day')
    await expectAccessibleAtBoth(phone)
    await phone.getByRole('button', { name: 'Save' }).click()
    await expect(phone).toHaveURL(/saved/)
    await expect(choice).toHaveValue('daily')
  })

  await test.step('the mail that came has a link that stops such mail, without signing in', async () => {
    const link = /http\S+\/unsubscribe\/[\w.-]+/.exec((await stop.textContent()) ?? '')?.[0] ?? ''
    await anyone.goto(link)
    await expect(anyone.getByRole('heading', { name: 'Stop this mail?' })).toBeVisible()
    await expectAccessibleAtBoth(anyone)
    await anyone.getByRole('button', { name: 'Stop this mail' }).click()
    await expect(anyone.getByRole('heading', { name: 'This mail is stopped' })).toBeVisible()
    await anyone.getByRole('button', { name: 'Send it again' }).click()
    await expect(anyone.getByRole('heading', { name: 'Stop this mail?' })).toBeVisible()
  })

  expect([...pen.troubles, ...lead.troubles]).toEqual([])
})

async function expectAccessibleAtBoth(page: Page): Promise<void> {
  await page.setViewportSize(DESK)
  await expectAccessible(page)
  await page.setViewportSize(PHONE)
  await expectAccessible(page)
  const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(scrollWidth, 'nothing reaches past the edge').toBeLessThanOrEqual(PHONE.width)
}
