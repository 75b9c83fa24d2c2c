import { type Page, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'

const METRICS = '/strategies/wessex-vale-2026/metrics'

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('a metric is compared between groups, with its gap and slope index over time', async ({
  browser,
}) => {
  const { page, troubles } = await signInAs({ browser, url: app.url, name: 'Tom Whitlock' })
  await page.goto(`${METRICS}/metric-smoking-delivery`)
  await page.getByRole('link', { name: 'Compare between groups' }).press('Enter')
  const fifths = page.getByRole('region', { name: /deprivation fifths, 2026\/27 Q1/ })
  await expect(fifths).toContainText(
    /Most deprived fifth has [\d.]+ percentage points more than least deprived fifth, which is worse\./,
  )
  await expect(
    page.getByText(
      /Most deprived fifth [\d.]+% minus least deprived fifth [\d.]+% = [\d.]+ percentage points\./,
    ),
  ).toBeVisible()
  await expect(
    page.getByText(/Least deprived end [\d.]+% minus most deprived end [\d.]+% = −[\d.]+/),
  ).toBeVisible()
  await expectAccessible(page)

  const slope = page.getByRole('region', { name: /: slope index of inequality/ })
  await slope.getByRole('button', { name: 'Show as table' }).press('Enter')
  await expect(slope.getByRole('row')).toHaveCount(9)

  await choose(page, 'Ethnicity')
  await expect(page).toHaveURL(/set=ethnicity/)
  const ethnicity = page.getByRole('region', { name: /ethnicity, 2026\/27 Q1/ })
  await expect(ethnicity.getByText('It is not zero.')).toBeVisible()
  await expect(ethnicity.getByText(/rests on fewer than 20 events/).first()).toBeVisible()
  await ethnicity.getByRole('button', { name: 'Show as table' }).press('Enter')
  await expect(ethnicity.getByRole('row', { name: /^Black, Black British/ })).toContainText(
    'c (suppressed)',
  )
  await expect(page.getByRole('heading', { name: 'Slope index of inequality' })).toBeHidden()
  await expectAccessible(page)

  await expectNarrow(page)
  await page.goto(`${METRICS}/metric-smoking-delivery/groups?set=deprivation-5`)
  await expect(page.getByLabel('Groups', { exact: true })).toHaveValue('deprivation-5')
  await expectNarrow(page)
  await expectAccessible(page)
  expect(troubles).toEqual([])
})

test('a metric without groups says how to get them', async ({ browser }) => {
  const reader = await signInAs({ browser, url: app.url, name: 'Tom Whitlock' })
  await reader.page.goto(`${METRICS}/metric-home-care-waits/groups`)
  await expect(reader.page.getByText('No values of groups yet')).toBeVisible()
  await expect(reader.page.getByText('The chair and editors may import values.')).toBeVisible()
  await expectAccessible(reader.page)
  const chair = await signInAs({ browser, url: app.url, name: 'Dame Ruth Alder' })
  await chair.page.goto(`${METRICS}/metric-home-care-waits/groups`)
  await chair.page.getByRole('link', { name: 'Import values' }).press('Enter')
  await expect(chair.page).toHaveURL(/metrics\/import/)
  expect([...reader.troubles, ...chair.troubles]).toEqual([])
})

async function choose(page: Page, set: string): Promise<void> {
  await page.getByLabel('Groups', { exact: true }).selectOption({ label: set })
  await page.getByRole('button', { name: 'Show', exact: true }).press('Enter')
}

async function expectNarrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 375, height: 800 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(375)
}
