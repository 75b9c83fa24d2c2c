import { readFile } from 'node:fs/promises'
import { type Page, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { openForReading, selectText, signInByMail, signOff } from './support/agreement'
import { signInAs } from './support/people'
import { STRATEGY } from './support/writing'

const PHONE = { width: 375, height: 812 }
const CHAPTER = 'chapter-04-fewer-people-reach-crisis'

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('a round is opened, read on a phone, finished by a member and a guest, and closed with a report', async ({
  browser,
}) => {
  const { url } = app
  const pen = await signInAs({ browser, url, name: 'Samir Patel' })
  const reviewer = await signInAs({ browser, url, name: 'Grace Okoro', viewport: PHONE })
  const guest = await (
    await browser.newContext({ baseURL: url, viewport: PHONE, javaScriptEnabled: false })
  ).newPage()
  const { page } = pen

  const link = await test.step('somebody without an account is invited', async () => {
    await page.goto(`${STRATEGY}/guests`)
    await expect(page.getByRole('navigation', { name: 'Review' })).toContainText('Rounds')
    await page.getByLabel('Name', { exact: true }).fill('Cllr Ann Moss')
    await page.getByLabel('Organisation').fill('Vale Council')
    await page.getByLabel('E-mail address').fill('guest@vale.example')
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    return (await page.locator('.guests-link').textContent()) ?? ''
  })

  await test.step('an editor writes a round, corrects it and opens it', async () => {
    await page.getByRole('link', { name: 'Review', exact: true }).click()
    await expect(page.getByText('No rounds yet')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'New round' }).click()
    await page.getByRole('button', { name: 'Save the draft' }).click()
    await expect(page.getByRole('link', { name: /Choose at least one person/ })).toBeVisible()
    expect(pen.troubles.splice(0)).toEqual([expect.stringContaining('400')])
    await page.getByLabel('Name of the round').fill('First reading')
    await page.getByLabel('Questions').fill('Is it clear?\nWhat is missing?')
    await fillDay(page, daysFromNow(10))
    await page.getByText('Single people').click()
    await page.getByRole('checkbox', { name: /Grace Okoro/ }).check()
    await page.getByRole('checkbox', { name: /Tom Whitlock/ }).check()
    await page.getByText('People without accounts', { exact: true }).last().click()
    await page.getByRole('checkbox', { name: /Cllr Ann Moss/ }).check()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Save the draft' }).click()
    await expect(page.getByText('3 people are told at once')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Open the round' }).click()
    await expect(page.getByText('0 of 3 have finished')).toBeVisible()
  })

  await test.step('a reviewer finds it on her phone, reads, comments and finishes', async () => {
    const { page: phone } = reviewer
    await phone.goto('/')
    await expectAccessible(phone)
    await toRead(phone).getByRole('link', { name: 'First reading' }).click()
    await expect(
      phone.getByRole('heading', { name: /^You are asked to review the text by/ }),
    ).toBeVisible()
    await expectAccessible(phone)
    await phone.getByRole('link', { name: 'Read the text' }).click()
    await expect(phone).toHaveURL(/\/write/)
    await openForReading(phone, CHAPTER)
    await selectText(phone, 'nine and a half hours')
    await phone.getByRole('button', { name: /^Discussion/ }).click()
    await phone.getByRole('button', { name: 'Comment on this text' }).click()
    await phone.getByLabel('Your comment').fill('Say more about the coast.')
    await phone.getByRole('button', { name: 'Comment', exact: true }).click()
    await expect(phone.getByText('Say more about the coast.')).toBeVisible()
    await phone.goto(`${STRATEGY}/review`)
    await phone.getByText('I have finished', { exact: true }).click()
    await phone.getByLabel('Anything to add (optional)').fill('Good to read.')
    await phone.getByRole('button', { name: 'Record that I have finished' }).click()
    await expect(phone.getByText(/You finished on/)).toBeVisible()
    await expect(phone.getByText('1 of 3 have finished')).toBeVisible()
    await phone.goto('/')
    await expect(toRead(phone)).toHaveCount(0)
  })

  await test.step('the guest finishes by her link, without scripts', async () => {
    await guest.goto(link)
    await guest.getByText('I have finished', { exact: true }).click()
    await guest.getByRole('button', { name: 'Record that I have finished' }).click()
    await expect(guest.getByText(/You finished on/)).toBeVisible()
    const reader = await (await browser.newContext({ baseURL: url })).newPage()
    await reader.goto(link)
    await expectAccessible(reader)
    await expect(reader.getByText('Grace Okoro')).toHaveCount(0)
    await reader.close()
  })

  await test.step('the editor reminds one person once, and sees who has opened the text', async () => {
    await page.reload()
    await expect(page.getByText('2 of 3 have finished')).toBeVisible()
    await expect(page.getByRole('row', { name: /Grace Okoro/ })).toContainText('Good to read.')
    await page.getByRole('button', { name: 'Remind Tom Whitlock' }).click()
    await expect(page.getByRole('row', { name: /Tom Whitlock/ })).toContainText('Reminded')
    await expect(page.getByRole('row', { name: /Tom Whitlock/ })).toContainText('Not yet')
  })

  await test.step('it is closed, and its report lists what is left to answer', async () => {
    await page.getByText('Close the round…').click()
    await expect(page.getByText('1 of 3 have not answered')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Close the round' }).click()
    await page.getByRole('link', { name: 'Closing report' }).click()
    await expect(page.getByText('1 comment waits for an answer')).toBeVisible()
    await expect(page.getByText('Tom Whitlock (Caldbourne Vale District Council).')).toBeVisible()
    await expectAccessible(page)
    await page.goto(`${STRATEGY}/comments`)
    await page.getByRole('button', { name: 'Answer…' }).click()
    await page.getByLabel('What became of it').selectOption('Accepted in part')
    await page.getByLabel('Reason', { exact: true }).fill('In the next draft.')
    await page.getByRole('button', { name: 'Record the answer' }).click()
    await expect(page.getByText('Say more about the coast.')).toHaveCount(0)
    await page.getByRole('link', { name: 'Review', exact: true }).click()
    await page.getByRole('link', { name: 'First reading' }).click()
    await page.getByRole('link', { name: 'Closing report' }).click()
    await expect(page.getByText('Accepted in part: In the next draft.')).toBeVisible()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Table (CSV)' }).click(),
    ])
    const csv = await readFile(await file.path(), 'utf8')
    expect(csv).toContain('Say more about the coast.')
    expect(csv).toContain('Accepted in part: In the next draft.')
  })

  expect([...pen.troubles, ...reviewer.troubles]).toEqual([])
})

test('a partner is challenged, answers with evidence, and both are published', async ({
  browser,
}) => {
  const { url } = app
  const pen = await signInAs({ browser, url, name: 'Samir Patel' })
  const partner = await signInAs({ browser, url, name: 'Dr Aisha Rahman', viewport: PHONE })
  const { page } = pen

  await test.step('an editor asks', async () => {
    await page.goto(`${STRATEGY}/challenges`)
    await expect(page.getByText('No challenges yet')).toBeVisible()
    await page.getByRole('link', { name: 'Ask a partner' }).click()
    await expect(page.getByLabel('Question')).toHaveValue(/most deprived 20 per cent/)
    await page.getByLabel('Who answers for their organisation').selectOption('person-lead')
    await fillDay(page, daysFromNow(7))
    await page.getByText('Core20PLUS5 groups and clinical areas').click()
    await page.getByRole('checkbox', { name: /^Core20:/ }).check()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await expect(page.getByText('Waits for an answer')).toBeVisible()
  })

  await test.step('the partner answers on her phone', async () => {
    const { page: phone } = partner
    await phone.goto('/')
    await phone.getByRole('link', { name: /most deprived 20 per cent/ }).click()
    await expectAccessible(phone)
    await phone.getByRole('textbox', { name: 'Answer' }).fill('By outreach on the coast.')
    await phone.getByLabel('Links to evidence (optional)').fill('not a link')
    await phone.getByRole('button', { name: 'Send the answer' }).click()
    await expect(phone.getByRole('link', { name: /beginning with https/ })).toBeVisible()
    await expect(phone.getByRole('textbox', { name: 'Answer' })).toHaveValue(
      'By outreach on the coast.',
    )
    expect(partner.troubles.splice(0)).toEqual([expect.stringContaining('400')])
    await phone.getByLabel('Links to evidence (optional)').fill('https://outreach.example/plan')
    await phone.getByRole('button', { name: 'Send the answer' }).click()
    await expect(phone.getByText('Answered, not judged yet')).toBeVisible()
  })

  await test.step('the editor takes it as enough and publishes it', async () => {
    await page.reload()
    await page.getByText('The answer is enough…').click()
    await page.getByRole('button', { name: 'Take as answered' }).click()
    await expect(page.getByText('Taken as answered, says Samir Patel.')).toBeVisible()
    await page.getByText('Publish the question and answer…').click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(page.getByText(/once an edition of the strategy is published/)).toBeVisible()
  })

  await test.step('anyone reads it once the strategy is published', async () => {
    const reader = await (await browser.newContext({ baseURL: url, viewport: PHONE })).newPage()
    const path = `/published/${STRATEGY.split('/').pop()}/challenges`
    expect((await reader.goto(path))?.status()).toBe(404)
    await publish(page, browser)
    await page.goto(`${STRATEGY}/challenges`)
    const address = await page
      .getByRole('link', { name: 'The public page with published challenges' })
      .getAttribute('href')
    await reader.goto(address?.replace('/challenges', '') ?? '')
    await reader
      .getByRole('link', { name: 'Questions asked of partners, and their answers' })
      .click()
    await expect(reader).toHaveURL(new RegExp(`${address}$`))
    await expect(reader.getByText('By outreach on the coast.')).toBeVisible()
    await expect(reader.getByRole('link', { name: 'https://outreach.example/plan' })).toBeVisible()
    await expect(reader.getByText('Aisha Rahman')).toHaveCount(0)
    await expectAccessible(reader)
  })

  expect([...pen.troubles, ...partner.troubles]).toEqual([])
})

/** Of the start page. */
function toRead(page: Page) {
  return page.getByRole('region', { name: 'Texts to read' })
}

function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 86_400_000)
}

async function fillDay(page: Page, day: Date): Promise<void> {
  await page.getByLabel('Day', { exact: true }).fill(String(day.getUTCDate()))
  await page.getByLabel('Month', { exact: true }).fill(String(day.getUTCMonth() + 1))
  await page.getByLabel('Year', { exact: true }).fill(String(day.getUTCFullYear()))
}

/** With the sign-offs it needs; the chair publishes what an editor submitted. */
async function publish(
  page: Page,
  browser: Parameters<typeof signInAs>[0]['browser'],
): Promise<void> {
  const { url } = app
  await page.goto(`${STRATEGY}/agreement?step=submit`)
  await page.getByRole('button', { name: 'Submit edition 1' }).click()
  await expect(page.getByRole('heading', { name: 'Edition 1 (1.0)', exact: true })).toBeVisible()
  const ashmere = await signInAs({ browser, url, name: 'Cllr David Penrose' })
  const caldbourne = await signInAs({ browser, url, name: 'Helen Marsh' })
  const thornley = await signInByMail({ browser, url, email: 'hwb.thornley@wessexvale.example' })
  const chair = await signInAs({ browser, url, name: 'Dame Ruth Alder' })
  const board = 'Health and Wellbeing Board'
  await signOff(ashmere.page, { body: `Ashmere ${board}`, result: /^Endorsed$/ })
  await signOff(caldbourne.page, { body: `Caldbourne ${board}`, result: /^Endorsed$/ })
  await signOff(thornley.page, { body: `Thornley ${board}`, result: /^Agreed$/ })
  const body = 'Wessex Vale Integrated Care Partnership'
  await signOff(chair.page, { body, result: /^Approved$/ })
  await chair.page.getByRole('link', { name: 'Publish the approved edition' }).first().click()
  await chair.page.getByRole('button', { name: 'Publish edition 1' }).click()
  await expect(chair.page.getByRole('link', { name: 'public page' })).toBeVisible()
}
