import { type Page, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'
import { STRATEGY, openChapter, startLineAtEnd, waitUntilSaved } from './support/writing'

const CHAPTER = 'chapter-07-closing-the-gap'
const CRISIS = 'chapter-04-fewer-people-reach-crisis'

test.setTimeout(300_000)

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

/** By keys alone: at the end of the text, through the `/` menu, and the title typed. */
async function insertBlock(page: Page, kind: string, title: string): Promise<void> {
  await startLineAtEnd(page)
  await page.keyboard.type(`/${kind.split(/[ ,]/)[0]}`, { delay: 10 })
  await expect(page.getByRole('listbox').getByRole('option', { name: kind }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  const box = page.getByRole('textbox', { name: new RegExp(`^Title of ${kind}`, 'i') }).last()
  await expect(box).toBeFocused()
  await page.keyboard.type(title, { delay: 5 })
  await expect(box).toHaveValue(title)
}

test('every kind of block is inserted by keyboard, and says what it still needs', async ({
  browser,
}) => {
  const { page, troubles } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  await openChapter(page, CHAPTER)
  const kinds = [
    ['Value', 'Ask once'],
    ['Goal', 'Nobody lonely'],
    ['Initiative', 'Warm spaces'],
    ['Enabler', 'Rooms to meet in'],
    ['Evidence', 'One in twelve is lonely'],
    ['Commitment', 'Libraries open on Sundays'],
    ['Assumption', 'Buses keep running'],
    ['Dependency', 'The lease of the hall'],
    ['Place addendum', 'In Thornley'],
    ['You said, we did', 'Sundays are long'],
    ['Integration statement', 'Libraries and clinics'],
  ] as const
  for (const [kind, title] of kinds) {
    await test.step(kind, () => insertBlock(page, kind, title))
  }

  await test.step('a card says what is missing, and a choice takes it away', async () => {
    const initiative = page.getByRole('region', { name: /^Initiative 1: Warm spaces/ })
    await expect(initiative.getByText(/^Still missing: .*no kind, no state, no lead/)).toBeVisible()
    await initiative
      .getByRole('combobox', { name: 'State, initiative 1' })
      .selectOption('Under way')
    await expect(
      initiative.getByText('Still missing: no statement, no kind, no lead, no end date'),
    ).toBeVisible()
  })

  await test.step('what is seldom needed waits behind one button', async () => {
    const initiative = page.getByRole('region', { name: /^Initiative 1: Warm spaces/ })
    await initiative.getByRole('button', { name: 'Add a detail to initiative 1' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Places' }).press('Enter')
    const choose = initiative.getByRole('button', { name: /^Choose: Places, initiative 1$/ })
    await expect(choose).toBeFocused()
    await choose.press('Enter')
    await page.getByRole('combobox', { name: 'Places, initiative 1' }).pressSequentially('Thorn')
    await expect(page.getByRole('option', { name: 'Thornley' })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    // The list stays open for the next one.
    await page.keyboard.press('Escape')
    await expect(
      initiative.getByRole('button', { name: 'Remove “Thornley”: Places, initiative 1' }),
    ).toBeVisible()
    await initiative.getByRole('button', { name: 'Done' }).press('Enter')
  })

  await test.step('several words are ticked', async () => {
    await openChapter(page, CRISIS)
    const priority = page.getByRole('region', { name: /^Priority 1:/ })
    await priority.getByRole('button', { name: /^Shifts, priority 1:/ }).press('Enter')
    await expect(priority.getByRole('checkbox', { name: 'Hospital to community' })).toBeFocused()
    await priority.getByRole('checkbox', { name: 'Sickness to prevention' }).press('Space')
    await page.keyboard.press('Escape')
    await expect(priority.getByRole('button', { name: /^Shifts, priority 1:/ })).toContainText(
      'Sickness to prevention',
    )
  })

  await waitUntilSaved(page)
  await expectAccessible(page)
  expect(troubles).toEqual([])
})

test('an objective’s sentence is built, kept when changed by hand, and written again', async ({
  browser,
}) => {
  const { page, troubles } = await signInAs({ browser, url: app.url, name: 'Helen Marsh' })
  await openChapter(page, CHAPTER)
  await insertBlock(page, 'Objective', 'Fewer lonely people')
  const card = page.getByRole('region', { name: /^Objective [A-Z\d.]+: Fewer lonely people/ })
  const statement = card.getByRole('textbox', { name: /^Statement of objective/ })

  await test.step('slots make the sentence, and the statement follows', async () => {
    await card.getByRole('button', { name: /^Build the sentence/ }).press('Enter')
    await expect(card.getByRole('combobox', { name: /^We will/ })).toBeFocused()
    await card.getByRole('combobox', { name: /^We will/ }).selectOption('Reduce')
    await card.getByRole('textbox', { name: /^What changes/ }).focus()
    await page.keyboard.type('loneliness among older people')
    await page.keyboard.press('Tab')
    await page.keyboard.type('a quarter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('2030')
    await page.keyboard.press('Tab')
    await expect(statement).toHaveValue(
      'We will reduce loneliness among older people by a quarter by 2030.',
    )
    await expect(card.getByText('This is the statement.')).toBeVisible()
  })

  await test.step('a statement changed by hand stays', async () => {
    await statement.fill('We will see to it that nobody is lonely.')
    await expect(card.getByText('The statement was changed by hand.')).toBeVisible()
    await card.getByRole('textbox', { name: /^Most for whom/ }).focus()
    await page.keyboard.type('people who live alone')
    await statement.focus()
    await expect(statement).toHaveValue('We will see to it that nobody is lonely.')
  })

  await test.step('and is written again when asked', async () => {
    await card.getByRole('button', { name: 'Write the statement again' }).press('Enter')
    await expect(statement).toHaveValue(
      'We will reduce loneliness among older people by a quarter by 2030 (with the greatest improvement for people who live alone).',
    )
  })

  await waitUntilSaved(page)
  await expectAccessible(page)
  expect(troubles).toEqual([])
})

test('the table of all blocks edits the same text', async ({ browser }) => {
  const helen = await signInAs({ browser, url: app.url, name: 'Helen Marsh' })
  const samir = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  await openChapter(samir.page, CRISIS)
  await helen.page.goto(`${STRATEGY}/blocks`)
  const title = helen.page.getByRole('textbox', { name: 'Title of objective 1.1' })

  await test.step('a title, a level and a date', async () => {
    await expect(title).toHaveValue('Cut crisis attendances at emergency departments')
    await title.fill('Far fewer people in crisis')
    await helen.page.getByRole('combobox', { name: 'Level of objective 1.1' }).selectOption('Place')
    const date = helen.page.getByRole('textbox', { name: 'Target date of objective 1.1' })
    await date.fill('30/9/2029')
    await date.press('Enter')
    await expect(date).toHaveValue('30 September 2029')
  })

  await test.step('somebody in the text sees it, and what they write is seen in the table', async () => {
    const card = samir.page.getByRole('region', {
      name: 'Objective 1.1: Far fewer people in crisis',
    })
    await expect(card.getByRole('combobox', { name: 'Level of objective 1.1' })).toHaveValue(
      'place',
    )
    await expect(card.getByRole('textbox', { name: 'Target date of objective 1.1' })).toHaveValue(
      '30 September 2029',
    )
    await card
      .getByRole('textbox', { name: 'Title of objective 1.1' })
      .fill('Hardly anybody in crisis')
    await expect(title).toHaveValue('Hardly anybody in crisis')
  })

  await test.step('filters and looks are in the address, and a row leads to its card', async () => {
    await helen.page.getByRole('combobox', { name: 'Kind' }).selectOption('Enabler')
    await helen.page.getByRole('button', { name: 'Show', exact: true }).press('Enter')
    await expect(helen.page).toHaveURL(/kind=enabler/)
    await expect(helen.page.getByRole('row')).toHaveCount(1 + (await countEnablers(helen.page)))
    await helen.page.getByRole('link', { name: 'Show all' }).press('Enter')
    await expect(helen.page.getByRole('link', { name: 'Show all' })).toHaveCount(0)
    await helen.page.getByRole('combobox', { name: 'Shown as' }).selectOption('Cards by priority')
    await helen.page.getByRole('button', { name: 'Show', exact: true }).press('Enter')
    await expect(helen.page.getByRole('heading', { name: /^Priority 1:/ })).toBeVisible()
    await expectAccessible(helen.page)
    await helen.page.getByRole('link', { name: 'Objective 1.1 in the text' }).press('Enter')
    await expect(helen.page).toHaveURL(/chapter-04.*#block-objective-1-1$/)
    await expect(helen.page.getByRole('button', { name: 'Close objective 1.1' })).toBeFocused()
  })

  await test.step('a reader sees words, and nothing to change', async () => {
    const tom = await signInAs({ browser, url: app.url, name: 'Tom Whitlock' })
    await tom.page.goto(`${STRATEGY}/blocks`)
    await expect(tom.page.getByRole('row', { name: /^Objective 1.1/ })).toContainText(
      'Hardly anybody in crisis',
    )
    await expect(tom.page.getByRole('table').getByRole('textbox')).toHaveCount(0)
    await expectAccessible(tom.page)
    expect(tom.troubles).toEqual([])
  })
  expect([...helen.troubles, ...samir.troubles]).toEqual([])
})

async function countEnablers(page: Page): Promise<number> {
  return page.getByRole('rowheader', { name: /^Enabler/ }).count()
}

test('the text is looked at for one place', async ({ browser }) => {
  const { page, troubles } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  await openChapter(page, CRISIS)
  const addendum = page.getByRole('button', { name: /^(Open|Close) place addendum 1$/ })
  await expect(addendum).toHaveAccessibleName('Close place addendum 1')
  await page.getByRole('combobox', { name: 'Look at' }).selectOption('Ashmere')
  await expect(page).toHaveURL(/place=place-ashmere/)
  await expect(
    page.getByText(/^\d of \d blocks about Ashmere; the others are closed$/),
  ).toBeVisible()
  await expect(addendum).toHaveAccessibleName('Open place addendum 1')
  await expect(page.getByText('Not about Ashmere')).toBeVisible()
  await addendum.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Title of place addendum 1' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('combobox', { name: 'Look at' }).selectOption('Every place')
  await expect(page.getByText('Not about Ashmere')).toHaveCount(0)
  expect(troubles).toEqual([])
})
