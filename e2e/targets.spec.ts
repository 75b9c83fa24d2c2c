import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'

const METRIC = '/strategies/wessex-vale-2026/metrics/metric-smoking-delivery'

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('a target is set, judged with its course and forecast, changed and taken away', async ({
  browser,
}) => {
  const { page, troubles } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  const section = page.getByRole('region', { name: 'Target' })

  await test.step('the kinds say when each fits', async () => {
    await page.goto(METRIC)
    await expect(section).toContainText('no target of its own')
    await section.getByRole('link', { name: 'Set a target' }).press('Enter')
    await expect(page.getByRole('heading', { name: 'Set a target' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Reach a value by a date' }).press('Enter')
  })

  await test.step('what is missing or wrong is named, and nothing typed is lost', async () => {
    await page.getByLabel('Value to reach').fill('5 people')
    await page.getByLabel('Why this target (optional)').fill('Agreed in the maternity network.')
    await page.getByRole('button', { name: 'Save target' }).click()
    await expect(page.getByRole('alert')).toContainText('Give the day the target is to be reached.')
    await expectAccessible(page)
    await expect(page.getByLabel('Value to reach')).toHaveValue('5 people')
  })

  await test.step('it is judged at once', async () => {
    await page.getByLabel('Value to reach').fill('5')
    await page.getByLabel('Day', { exact: true }).first().fill('31')
    await page.getByLabel('Month', { exact: true }).first().fill('3')
    await page.getByLabel('Year', { exact: true }).first().fill('2028')
    await page.getByLabel('Value then').fill('9.5')
    await page.getByLabel('In', { exact: true }).selectOption({ label: '2025/26 Q1' })
    await page.getByRole('button', { name: 'Save target' }).click()
    await expect(section).toContainText('5.0% or less by 31 March 2028.')
    await expect(section).toContainText('Off course')
    await expect(section).toContainText('Planned by then')
    await expect(section).toContainText('19 times in 20')
    await expect(section).toContainText('Agreed in the maternity network.')
    await expectAccessible(page)
  })

  await test.step('the form begins with what is set', async () => {
    await section.getByRole('link', { name: 'Change the target' }).click()
    await page.getByRole('link', { name: 'Reach a value by a date' }).click()
    await expect(page.getByLabel('Value to reach')).toHaveValue('5.0')
    await expect(page.getByLabel('In', { exact: true })).toHaveValue('2025-04-01')
    await page.getByRole('link', { name: 'Choose another kind' }).click()
    await page.getByRole('link', { name: 'Only a direction' }).click()
    await page.getByRole('button', { name: 'Save target' }).click()
    await expect(section).toContainText('Cannot be measured')
    await section.getByText('Earlier targets (1)').click()
    await expect(section).toContainText('5.0% or less by 31 March 2028.')
  })

  await test.step('taken away, it stays on record', async () => {
    await section.getByRole('link', { name: 'Change the target' }).click()
    await page.getByRole('button', { name: 'Take the target away' }).click()
    await expect(section).toContainText('no target of its own')
    await section.getByText('Earlier targets (3)').click()
    await expect(section).toContainText('The target was taken away.')
  })

  // The refused form is answered as one.
  expect(troubles.filter((trouble) => !trouble.includes('400'))).toEqual([])
})

test('readers see a target and cannot set one', async ({ browser }) => {
  const { page } = await signInAs({ browser, url: app.url, name: 'Tom Whitlock' })
  await page.goto(METRIC)
  await expect(page.getByRole('link', { name: 'Set a target' })).toHaveCount(0)
  await page.goto(`${METRIC}/target?kind=direction_only`)
  await expect(page.getByText('Only the chair and editors may change metrics')).toBeVisible()
})
