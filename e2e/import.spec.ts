import { type Page, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'

const METRICS = '/strategies/wessex-vale-2026/metrics'
const IMPORT = `${METRICS}/import`
const METRIC = `${METRICS}/metric-smoking-delivery`

const FILE = {
  name: 'smoking.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'Where,Quarter,Result,Population',
      'Wessex Vale,2019/20 Q1,11.4,1200',
      'Wessex Vale,2019/20 Q2,11.1,1190',
      'Mars,2019/20 Q1,9.9,10',
      'Wessex Vale,2019/20 Q9,11.2,1180',
    ].join('\n'),
  ),
}

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

async function expectHeading(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
}

test('a file is brought in, looked at, recorded, followed to its line and undone', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const { page, troubles } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })

  await test.step('without a file there is nothing to read', async () => {
    await page.goto(METRICS)
    await page.getByRole('link', { name: 'Import values from a file' }).click()
    await expectHeading(page, 'Import values')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('alert')).toContainText('There is nothing to read yet.')
    await expectAccessible(page)
  })

  await test.step('its columns are shown, and one is asked for', async () => {
    await page.getByLabel('File').setInputFiles(FILE)
    await page.getByRole('button', { name: 'Continue' }).click()
    await expectHeading(page, 'Which column holds what')
    await expect(page.getByText('No column was found for the area')).toBeVisible()
    await expect(page.getByLabel('Period', { exact: true })).toHaveValue('1')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'See what it would change' }).click()
    await expect(page.getByRole('alert')).toContainText('No column was found for the area')
    await page.getByLabel('Area’s name').selectOption('Where')
    await page
      .getByLabel('The metric, where the table has no column for it')
      .selectOption({ value: 'metric-smoking-delivery' })
    await page.getByRole('button', { name: 'See what it would change' }).click()
  })

  await test.step('what it would change is shown, and what is wrong by its line', async () => {
    await expectHeading(page, 'What it would change')
    const problems = page.getByRole('region', { name: '2 rows with a problem' })
    await expect(problems).toContainText('Line 4: “Mars” is no area of this partnership.')
    await expect(problems).toContainText('Line 5, “Quarter”')
    await expect(page.getByRole('row', { name: 'New values 2' })).toBeVisible()
    await expectAccessible(page)
    const download = page.waitForEvent('download')
    await problems.getByRole('link', { name: 'Download the problems (CSV)' }).click()
    expect((await download).suggestedFilename()).toBe('problems.csv')
  })

  await test.step('the choice of columns is remembered', async () => {
    await page.goto(IMPORT)
    await page.getByLabel('Or paste a table').fill(FILE.buffer.toString())
    await page.getByRole('button', { name: 'Continue' }).click()
    await expectHeading(page, 'Which column holds what')
    await expect(page.getByLabel('Area’s name')).toHaveValue('0')
    await page.goto(IMPORT)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'smoking.csv' }).click()
  })

  await test.step('it is recorded', async () => {
    await page.getByRole('button', { name: 'Record 2 values' }).click()
    await expectHeading(page, 'What was recorded')
    await expect(page.getByRole('row', { name: 'Values added 2' })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('the metric has the values, each with its line', async () => {
    await page.goto(METRIC)
    await page.locator('summary', { hasText: 'Older values' }).click()
    const row = page.getByRole('row', { name: /^2019\/20 Q2/ })
    await expect(row).toContainText('11.1')
    await row.getByRole('link', { name: 'from smoking.csv, line 3' }).click()
    await expectHeading(page, 'smoking.csv, line 3')
    await expect(page.getByRole('row', { name: 'Population 1190' })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('it is undone with a reason', async () => {
    await page.goto(IMPORT)
    await page.getByRole('link', { name: 'smoking.csv' }).click()
    await page.getByText('Take back what it recorded').click()
    await page.getByRole('button', { name: 'Undo the import' }).click()
    await expect(page.getByRole('alert')).toContainText('Say why it is undone')
    await expectAccessible(page)
    await page.getByLabel('Why it is undone').fill('It was the draft file.')
    await page.getByRole('button', { name: 'Undo the import' }).click()
    await expect(page.getByText('This import was undone')).toBeVisible()
    await expect(page.getByText('It was the draft file.')).toBeVisible()
    await expectAccessible(page)
    await page.goto(METRIC)
    await expect(page.getByRole('row', { name: /^2019\/20 Q2/ })).toHaveCount(0)
  })

  // Refused forms are answered as such.
  expect(troubles.filter((trouble) => !trouble.includes('400'))).toEqual([])
})

test('readers neither import nor see imports', async ({ browser }) => {
  const { page } = await signInAs({ browser, url: app.url, name: 'Tom Whitlock' })
  await page.goto(METRICS)
  await expect(page.getByRole('link', { name: 'Import values from a file' })).toHaveCount(0)
  await page.goto(IMPORT)
  await expect(page.getByText('Only the chair and editors may change metrics')).toBeVisible()
})

test('what Fingertips says of a metric is taken over field by field', async ({ browser }) => {
  const { page, troubles } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  const code = await readCode(page)
  await page.goto(IMPORT)
  await page.getByLabel('File').setInputFiles({
    name: 'metadata.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `Indicator ID,Indicator,Definition,Caveats,Value type,Polarity\n${code},Smoking,<p>Who smokes.</p>,Known &amp; counted.,Score,RAG - High is good\n`,
    ),
  })
  await page.getByRole('button', { name: 'Continue' }).click()
  await expectHeading(page, 'metadata.csv')
  await expect(page.getByText('It describes 1 indicator; 1 of this')).toBeVisible()
  await expect(page.getByRole('row', { name: /^Kind of value/ })).toContainText('Stays')
  await expectAccessible(page)
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
  await page.getByRole('button', { name: 'Take over what is chosen' }).click()
  await expect(page.getByRole('alert')).toContainText('Choose at least one field')
  await page.getByRole('checkbox', { name: /^Take over Definition/ }).check()
  await page.getByRole('button', { name: 'Take over what is chosen' }).click()
  await expect(page.getByText('1 field taken over.')).toBeVisible()
  await expectAccessible(page)
  await page.goto(METRIC)
  await expect(page.getByText('Who smokes.')).toBeVisible()
  expect(troubles.filter((trouble) => !trouble.includes('400'))).toEqual([])
})

async function readCode(page: Page): Promise<string> {
  await page.goto(METRIC)
  const kicker = await page.getByText(/^Metric \S+ · /).innerText()
  return /Metric (\S+)/i.exec(kicker)?.[1] ?? ''
}
