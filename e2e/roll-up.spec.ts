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

test('each level says how it stands in words, and how that is worked out', async ({ browser }) => {
  const { page, troubles } = await signInAs({ browser, url: app.url, name: 'Tom Whitlock' })
  await page.goto('/strategies/wessex-vale-2026')
  const goals = page.getByRole('region', { name: 'Goals' })
  await expect(goals).toContainText('3 priorities: 1 is behind in part, 2 are behind.')
  const crisis = page.getByRole('region', { name: /Priority 1.*Fewer people reach crisis/ })
  await expect(crisis).toContainText(
    'Some are behind. 3 objectives: 1 is on course, 1 is off course, 1 is no better than its baseline.',
  )
  await expect(crisis.getByRole('rowheader').first()).toContainText('This objective is on course.')
  await crisis.getByRole('link', { name: 'How this is worked out' }).press('Enter')
  const rules = page.getByRole('region', { name: 'How this is worked out' })
  await expect(rules).toBeInViewport()
  await expect(rules).toContainText('Nothing is weighted or averaged')
  await expectAccessible(page)
  await page.setViewportSize({ width: 375, height: 800 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(375)
  await expectAccessible(page)
  expect(troubles).toEqual([])
})
