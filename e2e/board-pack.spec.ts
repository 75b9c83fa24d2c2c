import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('a board reads small charts of each objective, on a screen and on paper', async ({
  browser,
}) => {
  const { page, troubles } = await signInAs({ browser, url: app.url, name: 'Tom Whitlock' })
  await page.goto('/strategies/wessex-vale-2026')
  await page.getByRole('link', { name: 'Board pack' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Board pack' })).toBeVisible()
  const objective = page.getByRole('article', { name: /Cut crisis attendances/ })
  await expect(objective.getByRole('img', { name: /^Mental-health crisis visits/ })).toBeVisible()
  await expect(objective).toContainText('Target 38.0 per 100,000 by 31 March 2029')
  await expectAccessible(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Print the pack' })).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Parts of this strategy' })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize({ width: 375, height: 800 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(375)
  expect(troubles).toEqual([])
})
