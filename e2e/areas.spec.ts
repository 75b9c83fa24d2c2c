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

test('a metric is compared across areas, with the arithmetic of the best quarter', async ({
  browser,
}) => {
  const { page, troubles } = await signInAs({ browser, url: app.url, name: 'Tom Whitlock' })
  await page.goto('/strategies/wessex-vale-2026/metrics/metric-smoking-delivery')
  await page.getByRole('link', { name: 'Compare across areas' }).press('Enter')
  await expect(page.getByText(/Wessex Vale stands \d+=? of 37 in 2026\/27 Q1/)).toBeVisible()
  await expectAccessible(page)

  const ranked = page.getByRole('region', { name: /areas in order/ })
  const titles = await ranked
    .locator('.metric-figure-wide svg title')
    .evaluateAll((found) => found.map(({ textContent }) => textContent ?? ''))
  await ranked.getByRole('button', { name: 'Show as table' }).press('Enter')
  const rows = await ranked.locator('tbody tr').evaluateAll((found) =>
    found.map((row) => {
      const [, area, value] = [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)
      return `${area}: ${value}%`
    }),
  )
  expect(rows).toEqual(titles)

  await page.getByText('The arithmetic, area by area').click()
  await expect(page.getByText('This is arithmetic, not a forecast.')).toBeVisible()
  await page.getByLabel('Areas', { exact: true }).selectOption({ label: 'Places' })
  await page.getByLabel('Period', { exact: true }).selectOption({ label: '2025/26 Q2' })
  await page.getByRole('button', { name: 'Show', exact: true }).press('Enter')
  const thornley = ranked.getByRole('row', { name: /Thornley/ })
  await expect(thornley).toContainText('c (suppressed)')
  await expect(page.getByText('A top quarter needs at least 4 areas')).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 375, height: 800 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(375)
  expect(troubles).toEqual([])
})
