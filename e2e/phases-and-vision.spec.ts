import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { signInByMail } from './support/agreement'
import { type RunningApp, startApp } from './support/app'
import { type Person, signInAs } from './support/people'
import {
  STRATEGY,
  openChapter,
  statusOf,
  textOf,
  typeAtEndOf,
  waitUntilSaved,
} from './support/writing'

const CHAPTER = 'chapter-04-fewer-people-reach-crisis'

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('a draft in consultation, suggesting only, its vision confirmed, and signed off by a quorate board', async ({
  browser,
}) => {
  const { url } = app
  const chair = await signInAs({ browser, url, name: 'Dame Ruth Alder' })
  const pen = await signInAs({ browser, url, name: 'Samir Patel' })
  const people: Person[] = [chair, pen]
  const { page } = chair

  await test.step('the chair brings the draft to consultation', async () => {
    await page.goto(`${STRATEGY}/agreement`)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Change the phase' }).click()
    await page.getByRole('radio', { name: /^Consultation/ }).check()
    await page.getByLabel('Note').fill('Open until 30 November.')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Change the phase' }).click()
    const frame = page.getByRole('region', { name: 'This strategy' })
    await expect(frame.getByText('Consultation')).toBeVisible()
    await expect(frame.getByText(/^since .*Dame Ruth Alder/)).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('and into suggesting only: an editor’s page can only suggest, and keeps the words', async () => {
    await openChapter(pen.page, CHAPTER)
    await typeAtEndOf(pen.page, 'loud, bright and slow', ' And kept.')
    await waitUntilSaved(pen.page)
    await page.getByRole('link', { name: 'Put into suggesting only' }).click()
    await page.getByLabel('Why only suggestions are taken').fill('The boards read it.')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Put into suggesting only' }).click()
    await expect(page.getByRole('link', { name: 'Open for writing again' })).toBeVisible()
    await expect(statusOf(pen.page)).toContainText('Suggesting only')
    await expect(
      pen.page.getByText(/into suggesting only on .*: The boards read it\./),
    ).toBeVisible()
    await expect(textOf(pen.page)).toContainText('And kept.')
    await expectAccessible(pen.page)
    await page.getByRole('link', { name: 'Open for writing again' }).click()
    await page.getByRole('button', { name: 'Open for writing' }).click()
    await expect(statusOf(pen.page)).toContainText('Saved')
    await typeAtEndOf(pen.page, 'And kept.', ' Open again.')
    await waitUntilSaved(pen.page)
  })

  await test.step('organisations answer about the exact words', async () => {
    await page.getByRole('link', { name: 'Vision', exact: true }).click()
    await page.getByRole('button', { name: 'Ask for the vision' }).click()
    await expect(page.getByText(/0 of \d+ organisations have answered/)).toBeVisible()
    await page.getByRole('radio', { name: 'Confirms', exact: true }).check()
    await page.getByRole('button', { name: 'Record the answer' }).click()
    await expect(page.getByText(/1 of \d+ organisations have answered/)).toBeVisible()
    const council = await signInAs({ browser, url, name: 'Grace Okoro' })
    people.push(council)
    await council.page.goto(`${STRATEGY}/vision`)
    await council.page.getByRole('radio', { name: 'Cannot confirm' }).check()
    await council.page.getByLabel('Comment or reason').fill('Not everyone is named.')
    await council.page.getByRole('button', { name: 'Record the answer' }).click()
    await expect(council.page.getByRole('row', { name: /Cannot confirm/ })).toContainText(
      'Not everyone is named.',
    )
    await expectAccessible(council.page)
  })

  await test.step('a board signs with its quorum, its dissent and its minutes', async () => {
    await page.goto(`${STRATEGY}/agreement?step=submit`)
    await expect(page.getByText(/skips fact check and final draft/)).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Submit edition 1' }).click()
    await expect(page.getByRole('heading', { name: 'Edition 1 (1.0)' })).toBeVisible()
    const board = await signInByMail({ browser, url, email: 'secretary@wessexvale.example' })
    people.push(board)
    await board.page.goto(`${STRATEGY}/agreement`)
    const form = board.page.getByRole('region', { name: 'Sign off for NHS Wessex Vale ICB Board' })
    await form.getByRole('radio', { name: 'Agreed', exact: true }).check()
    await form.getByLabel('How many were present').fill('7')
    await form.getByRole('button', { name: 'Record the sign-off' }).click()
    await expect(board.page.getByText(/was not quorate/).first()).toBeVisible()
    await form.getByLabel('How many were present').fill('9')
    await form.getByLabel('Dissent (optional)').fill('Mr Hale: no money is named.')
    const buffer = Buffer.from('%PDF-1.7 minutes')
    const file = { name: 'Minutes.pdf', mimeType: 'application/pdf', buffer }
    await form.getByLabel('Files (optional)').setInputFiles(file)
    await expectAccessible(board.page)
    await form.getByRole('button', { name: 'Record the sign-off' }).click()
    const row = board.page.getByRole('row', { name: /ICB Board/ })
    await expect(row).toContainText('9 of 14 present')
    await expect(row).toContainText('Minutes.pdf')
    await page.goto(`${STRATEGY}/editions/1/sign-offs`)
    await expect(page.getByRole('row', { name: /ICB Board/ })).toContainText('Mr Hale')
    await expect(page.getByRole('link', { name: 'Minutes.pdf' })).toBeVisible()
    await expectAccessible(page)
  })

  for (const person of people) await person.context.close()
})
