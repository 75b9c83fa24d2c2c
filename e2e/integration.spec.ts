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

test('the integration index shows what it is made of, and how it moved', async ({ browser }) => {
  const { page, troubles } = await signInAs({ browser, url: app.url, name: 'Tom Whitlock' })
  await page.goto('/strategies/wessex-vale-2026/metrics')
  await page.getByRole('link', { name: 'Integration index' }).press('Enter')
  await expect(page.getByText('Northing’s own figure, not an NHS one')).toBeVisible()
  await expect(page.getByText(/Wessex Vale stands \d+(st|nd|rd|th) of 37/)).toBeVisible()

  const mind = page.getByRole('region', { name: 'Physical and mental health' })
  const crisis = mind.getByRole('row', { name: /Mental-health crisis visits to A&E/ })
  await expect(crisis).toContainText('16.7%')
  await expect(mind.getByRole('row', { name: /severe mental illness/ })).toContainText(
    'Does not count',
  )
  await mind.getByText('The arithmetic of physical and mental health').click()
  await expect(mind.getByText(/turned round because low is good/).first()).toBeVisible()
  await expect(page.getByText(/“People waiting to leave hospital” is a count/)).toBeVisible()

  const course = page.getByRole('region', { name: 'How the index moved' })
  const points = await course
    .locator('.metric-figure-wide svg title')
    .evaluateAll((found) => found.map(({ textContent }) => textContent ?? ''))
  await course.getByRole('button', { name: 'Show as table' }).press('Enter')
  const last = course.getByRole('row').last()
  const [day, index] = [last.getByRole('rowheader'), last.getByRole('cell').first()]
  expect(points).toContain(
    `The whole index, ${await day.textContent()}: ${await index.textContent()}`,
  )
  await expectAccessible(page)

  await page.getByText(/Show 37 areas in order/).click()
  await expect(page.getByRole('row', { name: /Wessex Vale \(this area\)/ })).toBeVisible()
  await page.setViewportSize({ width: 375, height: 800 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(375)
  await expectAccessible(page)
  expect(troubles).toEqual([])
})
