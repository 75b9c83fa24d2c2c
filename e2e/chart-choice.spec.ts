import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'

const METRIC = '/strategies/wessex-vale-2026/metrics/metric-delayed-discharge'

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('limits begin anew with a reason that the chart gives, and that can be taken back', async ({
  browser,
}) => {
  const { page } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  await page.goto(METRIC)
  await page.getByRole('link', { name: 'Choose how the chart is drawn' }).press('Enter')
  await expect(page.getByText('Nowhere yet')).toBeVisible()
  await page.getByLabel('Begin anew from').selectOption({ label: 'April 2025' })
  await page.getByRole('button', { name: 'Begin anew' }).click()
  await expect(page.getByRole('alert')).toContainText('Say what changed')
  await expectAccessible(page)
  await page.getByLabel('What changed then').fill('A transfer team began.')
  await page.getByRole('button', { name: 'Begin anew' }).click()
  await expect(page.getByText('April 2025: A transfer team began.')).toBeVisible()
  await page.getByLabel('Points that set the limits').selectOption({ label: 'The first 12' })
  await page.getByRole('button', { name: 'Save how it is drawn' }).click()
  await expect(page.getByText('made by the first 12 points of each stretch')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'People waiting to leave hospital' }).click()
  await expect(page.getByText('The limits begin anew at April 2025: A transfer')).toBeVisible()
  await expect(page.locator('.metric-chart-rebase').first()).toBeAttached()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Choose how the chart is drawn' }).click()
  await page.getByRole('button', { name: 'Take back April 2025' }).click()
  await expect(page.getByText('Nowhere yet')).toBeVisible()
})
