import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'

const METRICS = '/strategies/wessex-vale-2026/metrics'
const HELEN = 'Helen Marsh, Caldbourne County Council'
const KIERAN = 'Kieran Doyle, Thornley Council'

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('an unowned metric gets a lead and a deputy, two different people', async ({ browser }) => {
  const { page } = await signInAs({
    browser,
    url: app.url,
    name: 'Dame Ruth Alder',
    viewport: { width: 375, height: 812 },
  })

  await test.step('it is found among those without a lead, with what the rule says', async () => {
    await page.goto(`${METRICS}?show=unowned`)
    await page.getByRole('link', { name: 'choose one for Loneliness' }).click()
    await expect(page.getByText(/no place’s chair leads by rule/)).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('nobody, and one person twice, are refused beside the choice', async () => {
    await page.getByRole('button', { name: 'Save lead and deputy' }).click()
    await expect(page.getByLabel('Lead', { exact: true })).toHaveAccessibleDescription(
      /exactly one lead/,
    )
    await page.getByLabel('Lead', { exact: true }).selectOption({ label: HELEN })
    await page.getByLabel('Deputy').selectOption({ label: HELEN })
    await page.getByRole('button', { name: 'Save lead and deputy' }).click()
    await expect(page.getByRole('alert')).toContainText('somebody else than the lead')
    await expect(page.getByLabel('Lead', { exact: true })).toHaveValue('person-council')
    await expectAccessible(page)
  })

  await test.step('two people are saved and said, and the metric is off the list', async () => {
    await page.getByLabel('Deputy').selectOption({ label: KIERAN })
    await page.getByRole('button', { name: 'Save lead and deputy' }).click()
    await expect(page.getByRole('main').getByRole('status')).toContainText('Helen Marsh is now the lead')
    await expect(page.getByText('Kieran Doyle is the deputy')).toBeVisible()
    await page.goto(`${METRICS}?show=unowned`)
    await expect(page.getByRole('link', { name: 'Loneliness' })).toHaveCount(0)
  })

  await test.step('a watch metric becomes a driver, where there is room', async () => {
    await page.goto(`${METRICS}/metric-smoking-delivery`)
    await page.getByRole('link', { name: 'Watch metric', exact: true }).click()
    await expect(page.getByText(/Now: watch/)).toBeVisible()
    await expectAccessible(page)
    await page.getByLabel('Role').selectOption({ label: 'Driver: worked on now' })
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('link', { name: 'Driver metric', exact: true })).toBeVisible()
  })
})
