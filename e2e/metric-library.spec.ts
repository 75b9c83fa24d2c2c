import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'

const METRICS = '/strategies/wessex-vale-2026/metrics'
const SETS = '/strategies/wessex-vale-2026/metric-sets'

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('a metric is added, found, changed within bounds, given up and taken back', async ({
  browser,
}) => {
  const { page, troubles } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })

  await test.step('a unit that does not fit is explained, and nothing typed is lost', async () => {
    await page.goto(METRICS)
    await page.getByRole('link', { name: 'Add a metric' }).press('Enter')
    await expect(page.getByRole('heading', { name: 'Add a metric' })).toBeVisible()
    await expectAccessible(page)
    await page.getByLabel('Plain title (optional)').fill('Year-long waits')
    await page.getByLabel('Full title').fill('People waiting over a year for treatment')
    await page.getByLabel('Code').fill('wv01')
    await page.getByLabel('Definition').fill('People waiting more than 52 weeks at month end.')
    await page.getByLabel('Kind of value').selectOption({ label: 'Rate per so many people' })
    await page.getByLabel('Unit').fill('%')
    await page.getByLabel('How often').selectOption({ label: 'Monthly' })
    await page.getByLabel('Area').selectOption({ index: 1 })
    await page.getByLabel('Source', { exact: true }).fill('Waiting list returns')
    await page.getByLabel('What is better').selectOption({ label: 'A lower value is better' })
    await page.getByText('Where it belongs, and when values are wanted').click()
    await page.getByLabel('Tags (optional)').fill('long waits, hospital')
    await page.getByRole('button', { name: 'Add metric' }).click()
    const problem = page.getByRole('alert')
    await expect(problem).toContainText('write “per 1,000” or “per 100,000”')
    await expect(problem).toContainText('Another metric of the partnership has the code wv01')
    await expect(page.getByLabel('Unit')).toHaveAccessibleDescription(/A rate is so many per/)
    await expectAccessible(page)
    await page.getByLabel('Unit').fill('per 100000')
    await page.getByLabel('Code').fill('WV90')
    await page.getByRole('button', { name: 'Add metric' }).click()
    await expect(page.getByRole('heading', { name: 'Year-long waits' })).toBeVisible()
    await expect(page.getByText('per 100,000').first()).toBeVisible()
  })

  await test.step('it is found by its tag', async () => {
    await page.goto(METRICS)
    await page.getByLabel('Tag').selectOption({ label: 'long waits' })
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(page.getByText(/^1 of \d+ metrics$/)).toBeVisible()
    await page.getByRole('link', { name: 'Year-long waits', exact: true }).click()
  })

  await test.step('it is given up with a reason, out of the list, and taken back', async () => {
    await page.getByRole('link', { name: 'Change what it measures' }).click()
    await page.getByText('Give up Year-long waits').click()
    await page.getByRole('button', { name: 'Give this metric up' }).click()
    await expect(page.getByRole('alert')).toContainText('Say why it is given up')
    await expectAccessible(page)
    await page.getByLabel('Why', { exact: true }).fill('Counted nationally now.')
    await page.getByRole('button', { name: 'Give this metric up' }).click()
    await expect(page.getByText(/^Given up on/)).toBeVisible()
    await page.goto(`${METRICS}?q=WV90`)
    await expect(page.getByText('No metric fits')).toBeVisible()
    await page.goto(`${METRICS}?q=WV90&show=retired`)
    await page.getByRole('link', { name: 'Year-long waits', exact: true }).click()
    await page.getByRole('link', { name: 'Change what it measures' }).click()
    await page.getByRole('button', { name: 'Follow it again' }).click()
    await expect(page.getByText(/^Given up on/)).toHaveCount(0)
  })

  await test.step('what values are read by stays', async () => {
    await page.goto(`${METRICS}/metric-smoking-delivery/edit`)
    await expect(page.getByText(/These stay as they are: \d+ values/)).toBeVisible()
    await expect(page.getByLabel('Unit')).toHaveCount(0)
    await expectAccessible(page)
  })

  expect(troubles.filter((trouble) => !trouble.includes('400'))).toEqual([])
})

test('bodies agree a set, and the page tells when its words have changed', async ({ browser }) => {
  const editor = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  const board = await signInAs({ browser, url: app.url, name: 'Cllr David Penrose' })
  const { page } = editor

  await test.step('an editor makes it', async () => {
    await page.goto(METRICS)
    await page.getByRole('link', { name: 'Agreed sets of metrics' }).press('Enter')
    await expect(page.getByText('No sets yet')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Make a set' }).click()
    await page.getByLabel('Name').fill('Winter measures')
    await page.getByRole('button', { name: 'Make the set' }).click()
    await expect(page.getByRole('alert')).toContainText('Choose at least one metric.')
    await page.getByLabel('Find some').fill('smoking in')
    await page.getByLabel('Smoking in pregnancy').check()
    await page.getByLabel('Find some').fill('fall')
    await page.getByLabel('Emergency admissions after a fall').check()
    await expect(page.getByText('2 metrics chosen')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Make the set' }).click()
    await expect(page.getByText('Version 1, 2 metrics. No body has agreed it yet.')).toBeVisible()
    // Who signs for no body is offered no answer.
    await expect(page.getByRole('button', { name: 'Record the answer' })).toHaveCount(0)
    await expectAccessible(page)
  })

  await test.step('a board agrees it', async () => {
    await board.page.goto(SETS)
    await board.page.getByRole('link', { name: 'Winter measures' }).click()
    const answer = board.page.getByRole('region', { name: /Answer for Ashmere/ })
    await answer.getByRole('button', { name: 'Record the answer' }).click()
    await expect(board.page.getByRole('alert')).toContainText('Choose one of the answers shown.')
    await expectAccessible(board.page)
    await answer.getByLabel('Endorsed', { exact: true }).check()
    await answer.getByRole('button', { name: 'Record the answer' }).click()
    const row = board.page.getByRole('row', { name: /Ashmere/ })
    await expect(row).toContainText('Agreement counts')
    await expect(row).toContainText('Cllr David Penrose')
    await expect(answer).toHaveCount(0)
  })

  await test.step('a metric’s definition is changed: the agreement is of an older wording', async () => {
    await page.goto(`${METRICS}/metric-smoking-delivery/edit`)
    await page.getByLabel('Definition').fill('Mothers who smoked at any time in the pregnancy.')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('at any time in the pregnancy').first()).toBeVisible()
    await board.page.reload()
    const row = board.page.getByRole('row', { name: /Ashmere/ })
    await expect(row).toContainText('Agreed an older wording')
    await expect(row).toContainText('Smoking in pregnancy is worded otherwise since: definition.')
    await expect(board.page.getByText('Agreements of version 1 are of an older')).toBeVisible()
    await expectAccessible(board.page)
  })

  await test.step('a new version says what changed, and is asked anew', async () => {
    await page.goto(SETS)
    await expect(page.getByText('Agreed in an older text')).toBeVisible()
    await page.getByRole('link', { name: 'Winter measures' }).click()
    await page.getByRole('link', { name: 'Make a new version' }).click()
    await expect(page.getByLabel('Smoking in pregnancy')).toBeChecked()
    await page.getByLabel('What changed').fill('Smoking is asked about the whole pregnancy.')
    await page.getByRole('button', { name: 'Make this version' }).click()
    await expect(page.getByRole('row', { name: /Ashmere/ })).toContainText(
      'Agreed an older version',
    )
    await page.getByRole('button', { name: 'Show what changed' }).click()
    const compared = page.getByRole('region', { name: 'From version 1 to version 2' })
    await expect(compared).toContainText('1 metric is worded otherwise.')
    await expect(compared.getByRole('deletion').first()).toBeVisible()
    await expectAccessible(page)
    await board.page.reload()
    await board.page.getByLabel('Endorsed', { exact: true }).check()
    await board.page.getByRole('button', { name: 'Record the answer' }).click()
    await expect(board.page.getByRole('row', { name: /Ashmere/ })).toContainText('Agreement counts')
  })

  for (const { troubles } of [editor, board])
    expect(troubles.filter((trouble) => !trouble.includes('400'))).toEqual([])
})
