import { type Page, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'
import { STRATEGY, openChapter, textOf, waitUntilSaved } from './support/writing'

const CHAPTER = 'chapter-03-vision-and-principles'

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('write, insert, undo and find the way by keyboard alone', async ({ browser }) => {
  const { page, troubles } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  await openChapter(page, CHAPTER)
  await textOf(page).focus()

  await test.step('Alt+F10 leads to the toolbar, arrows move in it, Escape leads back', async () => {
    await page.keyboard.press('Alt+F10')
    await expect(page.getByRole('button', { name: /^Style:/ })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('button', { name: 'Bold' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(textOf(page)).toBeFocused()
  })

  await test.step('the slash menu inserts a block, whose title takes the focus', async () => {
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/prio', { delay: 20 })
    await expect(page.getByRole('option', { name: 'Priority' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: /^Title of priority/ })).toBeFocused()
    await page.keyboard.type('Warm homes', { delay: 20 })
    await expect(page.getByRole('textbox', { name: /^Title of priority/ })).toHaveValue(
      'Warm homes',
    )
  })

  await test.step('undo goes back through field and text in one order', async () => {
    await expect
      .poll(() =>
        undoUntil(page, () => page.getByRole('textbox', { name: /^Title of priority/ }).count()),
      )
      .toBe(0)
    await expect(textOf(page)).toContainText('What we are here to do')
  })

  await test.step('Tab leaves the text', async () => {
    await textOf(page).focus()
    await page.keyboard.press('Tab')
    await expect(textOf(page)).not.toBeFocused()
  })

  await waitUntilSaved(page)
  await expectAccessible(page)
  expect(troubles).toEqual([])
})

async function undoUntil(page: Page, count: () => Promise<number>): Promise<number> {
  await page.getByRole('button', { name: 'Undo' }).click()
  return count()
}

test('a chapter a page cannot hold is shown to read, and nothing is lost', async ({ browser }) => {
  const samir = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  const helen = await signInAs({ browser, url: app.url, name: 'Helen Marsh' })
  await openChapter(samir.page, CHAPTER)
  await openChapter(helen.page, CHAPTER)
  const before = await countNodes(helen.page)

  await test.step('the server lets nothing in that a page cannot hold', async () => {
    await samir.page.evaluate(addUnknownNode, CHAPTER)
    await expect(
      samir.page.getByText('The server could not read what this page sent'),
    ).toBeVisible()
    expect(await countNodes(helen.page)).toBe(before)
  })

  await test.step('and a page that has it all the same shows it to read', async () => {
    await helen.page.evaluate(() => window.__northing?.provider.disconnect())
    await helen.page.evaluate(addUnknownNode, CHAPTER)
    await expect(
      helen.page.getByText('You can read this chapter but not edit it here'),
    ).toBeVisible()
    await expect(helen.page.getByRole('heading', { name: 'What we are here to do' })).toBeVisible()
    await helen.page.keyboard.type('This must not reach the text')
    expect(await countNodes(helen.page)).toBe(before + 1)
  })
  expect(helen.troubles).toEqual([])
})

test('the outline adds, renames and moves a chapter, and keeps one with text', async ({
  browser,
}) => {
  const { page } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  await openChapter(page, 'chapter-05-best-start')
  await page.getByRole('button', { name: 'Add chapter' }).click()
  await page.getByRole('textbox', { name: 'Chapter title' }).fill('Annex of sources')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '6 Annex of sources' })).toBeVisible()
  await page.getByRole('button', { name: 'Change chapter 6' }).click()
  await page.getByRole('menuitem', { name: 'Move up' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '5 Annex of sources' })).toBeVisible()
  await page.getByRole('button', { name: 'Change chapter 1' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(page.getByText('Only an empty chapter can be removed.')).toBeVisible()
})

test('[ED33] a list of tasks says what is ticked', async ({ browser }) => {
  const { page } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  await openChapter(page, 'chapter-08-delivery')
  const tasks = page.getByRole('listbox', { name: 'Tasks' })
  await expect(tasks.getByRole('option', { name: 'Two public meetings' })).toHaveAttribute(
    'aria-checked',
    'true',
  )
  const open = tasks.getByRole('option', { name: 'A reply to everybody' })
  await expect(open).toHaveAttribute('aria-checked', 'false')
  await open.click({ position: { x: 4, y: 12 } })
  await expect(open).toHaveAttribute('aria-checked', 'true')
  await expectAccessible(page)
})

test('the text is readable without scripts', async ({ browser }) => {
  const { context } = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  const plain = await browser.newContext({
    baseURL: app.url,
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  })
  const page = await plain.newPage()
  await page.goto(`${STRATEGY}/write/chapter-05-best-start`)
  await expect(page.getByRole('heading', { level: 1, name: /The best start/ })).toBeVisible()
  await expect(page.getByText(/Smoke-free pregnancies/).first()).toBeVisible()
})

/** Top-level nodes in the shared text itself, not in the editor. */
async function countNodes(page: Page): Promise<number> {
  return page.evaluate((chapterId) => {
    const { doc } = (window as unknown as NorthingWindow).__northing
    return doc.getMap('chapters').get(chapterId).get('body').length
  }, CHAPTER)
}

interface SharedBody {
  readonly length: number
  get(index: number): { constructor: new (name: string) => unknown }
  push(nodes: unknown[]): void
}

interface NorthingWindow {
  readonly __northing: {
    readonly doc: { getMap(name: string): { get(id: string): { get(key: string): SharedBody } } }
  }
}

/** What a newer version of Northing would write. */
function addUnknownNode(chapterId: string): void {
  const { doc } = (window as unknown as NorthingWindow).__northing
  const body = doc.getMap('chapters').get(chapterId).get('body')
  const Element = body.get(0).constructor
  body.push([new Element('call-out')])
}
