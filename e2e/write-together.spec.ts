import { expect, test } from '@playwright/test'
import { type RunningApp, startApp } from './support/app'
import { type Person, signInAs } from './support/people'
import {
  openChapter,
  readDocument,
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

test('two people write, link and lose nothing', async ({ browser }) => {
  const { url } = app
  const samir = await signInAs({ browser, url, name: 'Samir Patel' })
  const helen = await signInAs({ browser, url, name: 'Helen Marsh' })

  await test.step('both open one chapter and see each other', async () => {
    await openChapter(samir.page, CHAPTER)
    await openChapter(helen.page, CHAPTER)
    await expect(samir.page.getByText(/Helen Marsh/).first()).toBeAttached()
    await expect(helen.page.getByText(/Samir Patel/).first()).toBeAttached()
  })

  await test.step('both type in it at once', async () => {
    await Promise.all([
      typeAtEndOf(samir.page, 'Recruitment is the greatest risk', ' Samir was here.'),
      typeAtEndOf(helen.page, 'Schools asked us for one thing', ' Helen was here.'),
    ])
    await expect(textOf(samir.page)).toContainText('Helen was here.')
    await expect(textOf(helen.page)).toContainText('Samir was here.')
  })

  await test.step('one inserts an objective', async () => {
    await textOf(samir.page).locator('p', { hasText: 'Recruitment is the greatest risk' }).click()
    await samir.page.keyboard.press('End')
    await samir.page.getByRole('button', { name: 'Insert', exact: true }).click()
    await samir.page.getByRole('menuitem', { name: /Objective/ }).click()
    await expect(titleOf(samir)).toBeVisible()
    await expect(titleOf(helen)).toBeVisible()
  })

  await test.step('both edit its title at the same time', async () => {
    await titleOf(samir).fill('A home')
    await expect(titleOf(helen)).toHaveValue('A home')
    await titleOf(samir).press('Home')
    await titleOf(helen).press('End')
    await Promise.all([
      titleOf(samir).pressSequentially('Settled: ', { delay: 25 }),
      titleOf(helen).pressSequentially(' for everyone', { delay: 25 }),
    ])
    await expect(titleOf(samir)).toHaveValue('Settled: A home for everyone')
    await expect(titleOf(helen)).toHaveValue('Settled: A home for everyone')
  })

  await test.step('one links it by keyboard to a priority of a board’s strategy and to a metric', async () => {
    await pick(helen, {
      kind: /priority/i,
      typed: 'homes that keep',
      option: /Homes that keep people well/,
    })
    await pick(helen, {
      kind: /metric/i,
      typed: 'waiting to leave',
      option: /People waiting to leave hospital/,
    })
    await expect(newCard(samir)).toContainText('Homes that keep people well')
    await expect(newCard(samir)).toContainText('People waiting to leave hospital')
  })

  await test.step('one goes offline, writes on, and returns', async () => {
    await samir.context.setOffline(true)
    await expect(statusOf(samir.page)).toContainText(
      'Offline. Your changes are kept on this computer',
      { timeout: 60_000 },
    )
    await typeAtEndOf(samir.page, 'We will open a crisis café', ' Written without a network.')
    await typeAtEndOf(helen.page, 'A shared team of twelve nurses', ' Written meanwhile.')
    await waitUntilSaved(helen.page)
    await samir.context.setOffline(false)
    await waitUntilSaved(samir.page)
    await expect(textOf(helen.page)).toContainText('Written without a network.')
    await expect(textOf(samir.page)).toContainText('Written meanwhile.')
  })

  await test.step('a third, fresh browser holds the same document', async () => {
    await waitUntilSaved(helen.page)
    const ruth = await signInAs({ browser, url, name: 'Dame Ruth Alder' })
    await openChapter(ruth.page, CHAPTER)
    await expect(textOf(ruth.page)).toContainText('Written without a network.')
    const [fromSamir, fromHelen, fromRuth] = [
      await readDocument(samir.page),
      await readDocument(helen.page),
      await readDocument(ruth.page),
    ]
    expect(fromHelen).toEqual(fromSamir)
    expect(fromRuth).toEqual(fromSamir)
    expect(ruth.troubles).toEqual([])
    const answer = await ruth.page.request.get('/api/v1/strategies/wessex-vale-2026')
    const stored = JSON.stringify(await answer.json())
    expect(stored).toContain('Settled: A home for everyone')
    expect(stored).toContain('Written without a network.')
  })

  await test.step('what was said to be saved outlives a power cut', async () => {
    const before = await readDocument(helen.page)
    await app.restart()
    await waitUntilSaved(helen.page)
    const late = await signInAs({ browser, url, name: 'Dame Ruth Alder' })
    await openChapter(late.page, CHAPTER)
    expect(await readDocument(late.page)).toEqual(before)
  })

  expect(samir.troubles).toEqual([])
  expect(helen.troubles).toEqual([])
})

/** The card that was inserted: the only objective of the chapter that the seed does not know. */
function newCard({ page }: Person) {
  return (
    page
      .locator('[data-block-id]:not([data-block-id^="objective-"])')
      // By attribute: with a list open, the rest of the page is hidden from roles.
      .filter({ has: page.locator('[aria-label^="Title of objective"]') })
  )
}

function titleOf(person: Person) {
  return newCard(person).getByRole('textbox', { name: /^Title of/ })
}

interface Choice {
  readonly kind: RegExp
  readonly typed: string
  readonly option: RegExp
}

async function pick(person: Person, { kind, typed, option }: Choice): Promise<void> {
  const { page } = person
  await newCard(person).getByRole('button', { name: kind }).first().press('Enter')
  // The lists of the cards are comboboxes too.
  const box = page.locator('input').and(page.getByRole('combobox', { name: kind }))
  await box.pressSequentially(typed, { delay: 20 })
  await expect(page.getByRole('option', { name: option })).toBeVisible()
  await box.press('ArrowDown')
  await box.press('Enter')
  await expect(newCard(person)).toContainText(option)
  await page.keyboard.press('Escape')
}
