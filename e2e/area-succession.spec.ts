import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'

const METRIC = '/strategies/wessex-vale-2026/metrics/metric-early-cancer'

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('a series goes on across a merger, and says what was worked out', async ({ browser }) => {
  for (const viewport of [
    { width: 1280, height: 900 },
    { width: 375, height: 812 },
  ]) {
    const { page } = await signInAs({ browser, url: app.url, name: 'Tom Whitlock', viewport })
    await page.goto(METRIC)
    const main = page.getByRole('main')
    await expect(main).toContainText(
      'Values before 1 July 2022 are worked out from North Wessex and Vale and Coast',
    )
    await expect(page.getByRole('list', { name: 'Key' })).toContainText(
      'Worked out from the areas before',
    )
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Show as table' }).press('Enter')
    const table = page.getByRole('table', { name: 'Cancer found early' })
    await expect(table.getByRole('row', { name: /^2020/ })).toContainText('worked out')
    await expect(table.getByRole('row', { name: /^2021/ })).not.toContainText('worked out')
    await expectAccessible(page)
  }
})
