import { type Page, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'
import { STRATEGY, openChapter, startLineAtEnd, textOf, waitUntilSaved } from './support/writing'

test.setTimeout(90_000)

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('a word of the glossary is explained where it stands', async ({ browser }) => {
  const samir = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  const { page } = samir

  await test.step('an editor adds a word, and a form that misses something keeps what was typed', async () => {
    await page.goto(`${STRATEGY}/glossary`)
    await expectAccessible(page)
    await page.getByLabel('Word or abbreviation').fill('workforce plan')
    await page.getByRole('button', { name: 'Save the word' }).click()
    await expect(page.getByRole('alert')).toContainText('Say what it means, in plain words.')
    await expect(page.getByLabel('Word or abbreviation')).toHaveValue('workforce plan')
    await expectAccessible(page)
    await page.getByLabel('Word or abbreviation').fill('recruitment')
    await page.getByLabel('What it means').fill('Finding people to do the work.')
    await page.getByLabel(/What to write instead/).fill('finding staff')
    await page.getByRole('button', { name: 'Save the word' }).click()
    await expect(page.getByText('Finding people to do the work.')).toBeVisible()
  })

  await test.step('the text marks it; pointer, caret and list say what it means', async () => {
    await openChapter(page, 'chapter-04-fewer-people-reach-crisis')
    await page.getByText(/glossary words? in this chapter/).click()
    await expect(page.getByText(/Finding people to do the work/).first()).toBeVisible()
    const word = await putCaretInto(page, 'Recruitment')
    await expect(
      page.getByText('recruitment: Finding people to do the work. Write instead: finding staff.'),
    ).toBeVisible()
    await expectAccessible(page)
    await page.mouse.move(word.x, word.y)
    await expect(page.getByRole('tooltip')).toContainText('Finding people to do the work.')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('tooltip')).toHaveCount(0)
  })

  await test.step('[ED35] a long text is marked where it is looked at, so that a key does not wait for the rest', async () => {
    await pasteLines(page, 'Recruitment is slow.', 150)
    const isMarked = (line: number) => page.evaluate(isLineMarked, line)
    const last = page.locator('[contenteditable="true"] p').last()
    await last.scrollIntoViewIfNeeded()
    await expect.poll(() => isMarked(-1)).toBe(true)
    expect(await isMarked(-140)).toBe(false)
    await page.locator('[contenteditable="true"] p').nth(-140).scrollIntoViewIfNeeded()
    await expect.poll(() => isMarked(-140)).toBe(true)
    expect(await isMarked(-1)).toBe(false)
    await page.keyboard.press('Control+z')
  })

  await test.step('a reader reads it and cannot change it', async () => {
    const tom = await signInAs({ browser, url: app.url, name: 'Tom Whitlock' })
    await tom.page.goto(`${STRATEGY}/glossary`)
    await expect(tom.page.getByText('Finding people to do the work.')).toBeVisible()
    await expect(tom.page.getByRole('button', { name: 'Save the word' })).toHaveCount(0)
    const answer = await tom.page.request.post(`${app.url}${STRATEGY}/glossary`, {
      form: { intent: 'remove', termId: 'term-1' },
      headers: { origin: app.url },
    })
    expect(answer.status()).toBe(403)
  })

  // The form that missed something was answered with 400, as it should be.
  expect(samir.troubles).toEqual([expect.stringContaining('400')])
})

/** Answers where the word is drawn. */
async function putCaretInto(page: Page, word: string): Promise<{ x: number; y: number }> {
  await textOf(page).focus()
  return page.evaluate((wanted) => {
    const root = document.querySelector('[data-lexical-editor]')
    const walker = document.createTreeWalker(root ?? document, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at === -1) continue
      node.parentElement?.scrollIntoView({ block: 'center' })
      getSelection()?.collapse(node, at + 2)
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    }
    throw new Error('the word is not there')
  }, word)
}

async function pasteLines(page: Page, line: string, count: number): Promise<void> {
  await startLineAtEnd(page)
  await page.evaluate((html) => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, `<p>${line}</p>`.repeat(count))
  await waitUntilSaved(page)
}

/** Whether something in a line of the text, counted from the end, is marked as a word of the glossary. */
function isLineMarked(line: number): boolean {
  const text = [...document.querySelectorAll('[contenteditable="true"] p')].at(line)
  const marks = [...((CSS.highlights.get('glossary') ?? []) as Iterable<Range>)]
  return text !== undefined && marks.some((range) => text.contains(range.startContainer))
}
