import { type Locator, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { type Person, signInAs } from './support/people'

const STRATEGY = '/strategies/wessex-vale-2026'
const TITLE = 'Health checks for people with severe mental illness'
const PHONE = { width: 375, height: 812 }

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('a lead is reminded, gives a value on a phone, answers for it and asks the region for help', async ({
  browser,
}) => {
  const { url } = app
  const lead = await signInAs({ browser, url, name: 'Dr Aisha Rahman', viewport: PHONE })
  const region = await signInAs({ browser, url, name: 'Rosalind Akers' })
  const board = await signInAs({ browser, url, name: 'Grace Okoro' })
  const { page } = lead
  const listed = board.page.getByRole('row').filter({ hasText: TITLE })

  await test.step('somebody else has the metrics open', async () => {
    await board.page.goto(`${STRATEGY}/metrics?q=severe`)
    await expect(listed).toContainText('61.3%')
    await expect(listed).not.toContainText('20.0%')
  })

  await test.step('the mail says what is overdue, once, and leads to the form', async () => {
    await page.goto('/demo/mail')
    const remind = page.getByRole('button', { name: /Send the reminders/ })
    await remind.click()
    await remind.click()
    const mail = page.getByRole('article').filter({ hasText: TITLE })
    await expect(async () => {
      await page.goto('/demo/mail')
      await expect(mail.first()).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await expect(mail.filter({ hasText: 'To lead@demo.northing' })).toHaveCount(1)
    await expectAccessible(page)
    await mail.getByRole('link', { name: /my-metrics/ }).click()
    await expect(page.getByRole('heading', { name: 'My metrics', level: 1 })).toBeVisible()
  })

  const card = page.getByRole('region', { name: TITLE })

  await test.step('the form is open at the period that is owed; a wrong value keeps what was typed', async () => {
    await expect(card).toContainText('Overdue')
    await expectOnPhone(lead)
    await card.getByLabel('Value', { exact: true }).fill('plenty')
    await card.getByLabel('Note (optional)').fill('Two practices sent nothing.')
    await card.getByRole('button', { name: 'Save value' }).click()
    await expect(card.getByRole('alert')).toBeVisible()
    await expect(card.getByLabel('Note (optional)')).toHaveValue('Two practices sent nothing.')
    await expectAccessible(page)
  })

  await test.step('the value is saved; a special cause is said in a sentence, with what is asked next', async () => {
    await card.getByLabel('Value', { exact: true }).fill('20')
    await card.getByRole('button', { name: 'Save value' }).click()
    const said = card.getByRole('status')
    await expect(said).toContainText('the latest quarter is significantly worse')
    await expect(said).toContainText('Asked next:')
    await expectOnPhone(lead)
  })

  await test.step('the list in another browser has changed by itself', async () => {
    await expect(listed).toContainText('20.0%')
    await expect(listed).toContainText('Getting worse: low values')
  })

  await test.step('she says what happened', async () => {
    await card.getByRole('link', { name: TITLE }).click()
    await page.getByRole('link', { name: 'Comment on a period' }).click()
    await page.getByRole('link', { name: 'Give a structured update instead' }).click()
    await page.getByLabel('What happened?').fill('Two practices stopped recalling people.')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByLabel('Why did it happen?')).toHaveAttribute('aria-invalid', 'true')
    await expectAccessible(page)
    await page.getByLabel('Why did it happen?').fill('The recall nurse left.')
    await page.getByLabel('What happens next?').fill('A shared recall service.')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const given = page.getByRole('region', { name: 'What is asked and given' })
    await expect(given).toContainText('The recall nurse left.')
    await expectAccessible(page)
  })

  await test.step('she writes a countermeasure summary, in two goes', async () => {
    await page.getByRole('link', { name: 'Write a countermeasure summary' }).click()
    await page.getByLabel('What is the problem').fill('Fewer checks than ever')
    await expectOnPhone(lead)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('main').getByRole('status')).toContainText(
      'Still to be written: How has it been going',
    )
    await expect(page.getByText('Being written')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Write further' }).click()
    await page.getByLabel('How has it been going').fill('Off target since spring')
    await page.getByLabel('What contributes most').fill('Harbour practice: 40\nQuay practice: 22')
    await page.getByLabel('Why does it happen?').fill('No recall')
    await page.getByLabel('What is being done').fill('One recall service')
    await page
      .getByLabel('Who does it?')
      .selectOption({ label: 'Dr Lena Sato, Vale General Practice Federation' })
    await fillDay(page.getByRole('group', { name: 'By when?' }), inDays(60))
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Under way')).toBeVisible()
    await expect(page.getByText('Earlier wordings (1)')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('she asks the region for help', async () => {
    await page.getByRole('link', { name: TITLE }).click()
    await page.getByRole('link', { name: 'Ask the next level for help' }).click()
    await expect(page.getByText('Told at once: Rosalind Akers')).toBeVisible()
    await expectOnPhone(lead)
    await page.getByLabel('What is asked').fill('Fund one recall service for three counties.')
    await fillDay(page.getByRole('group', { name: 'Last day for an answer' }), inDays(14))
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(page.getByRole('main').getByRole('status')).toContainText(
      'Raised, waiting for an answer',
    )
    await expectOnPhone(lead)
  })

  await test.step('the region is told, finds it first and answers', async () => {
    const { page: desk } = region
    await desk.goto('/notices')
    await expect(desk.getByRole('main')).toContainText('The region is asked for help by')
    await desk.goto(`${STRATEGY}/escalations`)
    await expectAccessible(desk)
    await desk.getByRole('region', { name: 'Waits for you' }).getByRole('link').click()
    await expect(desk.getByText('Fund one recall service')).not.toHaveCount(0)
    await desk.getByText('Accept, and help…').click()
    await expectAccessible(desk)
    await desk.getByRole('button', { name: 'Accept', exact: true }).click()
    await expect(desk.getByRole('alert')).toContainText('Nothing was sent')
    await desk.getByLabel('What happens now').fill('We fund it for a year.')
    await desk.getByLabel('Support given (optional)').fill('£200,000 from the regional fund')
    await desk.getByRole('button', { name: 'Accept', exact: true }).click()
    await expect(desk.getByRole('main').getByRole('status')).toContainText('Accepted')
  })

  await test.step('the lead sees the answer without asking, and closes it', async () => {
    await expect(page.getByText('Support given: £200,000 from the regional fund')).toBeVisible()
    await page.getByText('Say that it is resolved…').click()
    await page.getByLabel('What came of it').fill('The service runs.')
    await page.getByRole('button', { name: 'Resolve', exact: true }).click()
    await expect(page.getByRole('main').getByRole('status')).toContainText('Resolved')
    await page.goto(`${STRATEGY}/escalations?state=resolved`)
    await expect(page.getByRole('link', { name: new RegExp(`1: ${TITLE}`) })).toBeVisible()
    await expectOnPhone(lead)
  })

  // The refused forms are answered as such.
  const troubles = [...lead.troubles, ...region.troubles, ...board.troubles]
  expect(troubles.filter((trouble) => !trouble.includes('400'))).toEqual([])
})

async function expectOnPhone({ page }: Person): Promise<void> {
  await expectAccessible(page)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, 'nothing reaches past the edge').toBeLessThanOrEqual(PHONE.width)
}

function inDays(days: number): Date {
  return new Date(Date.now() + days * 86_400_000)
}

async function fillDay(group: Locator, day: Date): Promise<void> {
  await group.getByLabel('Day').fill(String(day.getUTCDate()))
  await group.getByLabel('Month').fill(String(day.getUTCMonth() + 1))
  await group.getByLabel('Year').fill(String(day.getUTCFullYear()))
}
