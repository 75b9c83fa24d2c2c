import { expect, test } from '@playwright/test'
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { type Person, signInAs } from './support/people'
import {
  STRATEGY,
  goToEnd,
  openChapter,
  startLineAtEnd,
  statusOf,
  textOf,
  type,
  waitUntilSaved,
} from './support/writing'

const CHAPTER = 'chapter-03-vision-and-principles'

let app: RunningApp
let samir: Person

test.beforeAll(async ({ browser }) => {
  app = await startApp()
  samir = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
})
test.afterAll(async () => {
  await app.stop()
})

test('[ED1] a chapter with a table, an objective and a link to it, by keyboard alone', async () => {
  const { page, troubles } = samir

  await test.step('the text as it is gets a name, to compare with it later', async () => {
    await page.goto(`${STRATEGY}/history`)
    await page.getByRole('link', { name: 'Name the text as it is now' }).press('Enter')
    await page.getByRole('textbox', { name: 'Name' }).focus()
    await type(page, 'Before I wrote')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Before I wrote' })).toBeVisible()
  })

  await openChapter(page, CHAPTER)
  await startLineAtEnd(page)
  await test.step('a heading and a list as Markdown', async () => {
    // Its code comes once the page stands: no hand types that soon.
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('markdown')),
    )
    await page.waitForTimeout(300)
    await type(page, '## How we will know')
    await expect(page.getByRole('heading', { level: 2, name: 'How we will know' })).toBeVisible()
    await page.keyboard.press('Enter')
    await type(page, '- First point')
    await expect(textOf(page).locator('li', { hasText: 'First point' })).toBeVisible()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
  })

  await test.step('a table from the slash menu', async () => {
    await type(page, '/table')
    await expect(page.getByRole('option', { name: /Table/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Table' })).toBeVisible()
    await page.getByRole('textbox', { name: 'Rows' }).focus()
    await page.keyboard.press('Control+A')
    await type(page, '2')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+A')
    await type(page, '2')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    for (const words of ['Measure', 'Target', 'Waiting time', '18 weeks']) {
      await type(page, words)
      if (words !== '18 weeks') await page.keyboard.press('Tab')
    }
    await expect(textOf(page).locator('th')).toHaveText(['Measure', 'Target'])
    await expect(textOf(page).locator('td')).toHaveText(['Waiting time', '18 weeks'])
  })

  await test.step('a row more from the table menu, by Alt+F10', async () => {
    await page.keyboard.press('Alt+F10')
    for (let step = 0; step < 12; step += 1) {
      if (await page.getByRole('button', { name: 'Table', exact: true }).evaluate(isFocused)) break
      await page.keyboard.press('ArrowRight')
    }
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Add row below' })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(textOf(page).locator('td')).toHaveCount(4)
  })

  await test.step('an objective below, with its title', async () => {
    await goToEnd(page)
    await type(page, '/objective')
    await expect(page.getByRole('option', { name: 'Objective' }).first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: /^Title of objective/ })).toBeFocused()
    await type(page, 'Nobody waits too long')
  })

  await test.step('a link to it', async () => {
    await goToEnd(page)
    await type(page, 'See the objective')
    for (let step = 0; step < 'objective'.length; step += 1)
      await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Control+K')
    await expect(page.getByRole('dialog', { name: 'Link' })).toBeVisible()
    await page.getByRole('combobox', { name: /Or a place in this strategy/ }).focus()
    await type(page, 'Nobody waits')
    await expect(page.getByRole('option', { name: /Nobody waits too long/ })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Leads to “Nobody waits too long”')).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('textbox', { name: 'Title (optional)' })).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(textOf(page).getByRole('link', { name: 'objective' })).toHaveAttribute(
      'href',
      /^#block-/,
    )
  })

  await test.step('a comment on it', async () => {
    const card = page.getByRole('region', { name: /Nobody waits too long$/ })
    await card.getByRole('button', { name: /^Actions for objective/ }).press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Comment' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Your comment')).toBeFocused()
    await type(page, 'How long is too long?')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Comment', exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText('How long is too long?')).toBeVisible()
  })

  await waitUntilSaved(page)
  await expectAccessible(page)

  await test.step('and what has changed since, one change after the other', async () => {
    await page.getByRole('link', { name: 'History', exact: true }).press('Enter')
    await page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'Before I wrote' }) })
      .getByRole('link', { name: 'Compare with the draft' })
      .press('Enter')
    await expect(page.locator('ins', { hasText: 'How we will know' })).toBeVisible()
    await page.getByRole('button', { name: 'Next change' }).press('Enter')
    await expect(page.locator('[data-change]:focus')).toHaveCount(1)
    await expect(page.getByText(/^Change 1 of/)).toBeVisible()
  })
  expect(troubles).toEqual([])
})

test('a footnote stands in the text and can be changed', async () => {
  const { page, troubles } = samir
  await openChapter(page, CHAPTER)
  await startLineAtEnd(page)
  await type(page, 'Life expectancy has fallen')

  await test.step('a footnote by its keys', async () => {
    await page.keyboard.press('Control+Alt+f')
    await page
      .getByRole('textbox', { name: 'What the footnote says' })
      .fill('Between 2019 and 2021.')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Insert footnote' }).click()
    await page.getByRole('button', { name: /^Footnote \d+: Between 2019 and 2021/ }).click()
    await page
      .getByRole('textbox', { name: 'What the footnote says' })
      .fill('Between 2018 and 2021.')
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(
      page.getByRole('button', { name: /^Footnote \d+: Between 2018 and 2021/ }),
    ).toBeVisible()
  })

  await waitUntilSaved(page)
  expect(troubles).toEqual([])
})

test('[ED26] pasting from Word says what it left out, and one undo takes it back', async () => {
  const { page, troubles } = samir
  await openChapter(page, CHAPTER)
  await startLineAtEnd(page)
  await page.evaluate((html) => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    document
      .querySelector('[data-lexical-editor]')
      ?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
  }, WORD)
  await expect(
    page.getByText('Pasted. Left out: 1 picture, text colours.', { exact: false }).first(),
  ).toBeVisible()
  await expect(textOf(page).locator('li', { hasText: 'Pasted item' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Close', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(textOf(page)).not.toContainText('Pasted item')
  expect(troubles).toEqual([])
})

const WORD = `<html><body><!--StartFragment-->
  <p class=MsoNormal><span style='color:#C00000'>Pasted text</span></p>
  <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Pasted item</p>
  <p><img src="file:///C:/clip_image001.png"></p><!--EndFragment--></body></html>`

test('[ED28] a Word document of forty pages is looked at before it is put into the text', async () => {
  const { page, troubles } = samir
  await openChapter(page, CHAPTER)
  await startLineAtEnd(page)
  await page.getByRole('button', { name: 'Insert', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Word document…' }).click()
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'strategy.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: await buildLongWord(),
  })
  const dialog = page.getByRole('dialog', { name: 'Word document' })
  await expect(dialog.getByText('40 headings')).toBeVisible({ timeout: 60_000 })
  await expect(dialog.getByText('40 tables')).toBeVisible()
  await expect(dialog.getByText('40 footnotes')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Put into the text' }).click()
  await expect(textOf(page).locator('h2', { hasText: 'Section 40' })).toBeVisible({
    timeout: 60_000,
  })
  await expect(textOf(page).locator('h2', { hasText: /^Section \d+$/ })).toHaveCount(40)
  await waitUntilSaved(page)
  expect(troubles).toEqual([])
})

test('a file that is no Word document is refused in words', async () => {
  const { page } = samir
  await openChapter(page, CHAPTER)
  await startLineAtEnd(page)
  await page.getByRole('button', { name: 'Insert', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Word document…' }).click()
  const field = page.getByLabel('File', { exact: true })
  await field.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
  await expect(page.getByText('Only .docx files can be read')).toBeVisible()
  await field.setInputFiles({
    name: 'x.docx',
    mimeType: 'application/zip',
    buffer: Buffer.from('x'),
  })
  await expect(page.getByText('This is not a Word document that can be read')).toBeVisible()
  // The browser itself logs a request that was refused.
  expect(samir.troubles.splice(0)).toHaveLength(1)
})

test('[LV42] the status says that text is saved once the typing rests', async () => {
  const { page } = samir
  await openChapter(page, CHAPTER)
  await startLineAtEnd(page)
  await waitUntilSaved(page)
  await statusOf(page).evaluate((status) => {
    const said: string[] = []
    new MutationObserver(() => said.push(status.textContent ?? '')).observe(status, {
      subtree: true,
      childList: true,
      characterData: true,
    })
    Object.assign(window, { said })
  })
  await type(page, 'Written without a pause, and every word of it is saved')
  await waitUntilSaved(page)
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said)
  expect([...new Set(said)]).toEqual(['Saving…', 'Saved'])
  expect(said.filter((text) => text === 'Saved')).toHaveLength(1)
})

test('[ED31] find and replace in the chapter', async () => {
  const { page, troubles } = samir
  await openChapter(page, CHAPTER)
  await startLineAtEnd(page)
  await type(page, 'quokka one, Quokka two, quokkas three')
  await page.keyboard.press('Control+f')
  const panel = page.getByRole('region', { name: 'Find and replace' })
  await type(page, 'quokka')
  await expect(panel.getByText('1 of 3')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(panel.getByText('2 of 3')).toBeVisible()
  await panel.getByRole('checkbox', { name: 'Whole words' }).check()
  await expect(panel.getByText('1 of 2')).toBeVisible()
  await panel.getByRole('checkbox', { name: 'Match case' }).check()
  await expect(panel.getByText('1 of 1')).toBeVisible()
  await panel.getByRole('checkbox', { name: 'Match case' }).uncheck()
  await panel.getByRole('textbox', { name: 'Replace with' }).fill('wombat')
  await expectAccessible(page)
  await panel.getByRole('button', { name: 'Replace all' }).click()
  await expect(textOf(page)).toContainText('wombat one, wombat two, quokkas three')
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(textOf(page)).toContainText('quokka one, Quokka two, quokkas three')
  expect(troubles).toEqual([])
})

function isFocused(element: Element): boolean {
  return element === document.activeElement
}

/** Each section about a page: a heading, text with a footnote, a list in a list, a table. */
async function buildLongWord(): Promise<Buffer> {
  const sections = Array.from({ length: 40 }, (_, index) => index + 1)
  const sentence =
    'People should be able to get the help they need, close to home and in good time. '
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const footnotes = Object.fromEntries(
    sections.map((number) => [number, { children: [new Paragraph(`Note ${number}`)] }]),
  )
  const children = sections.flatMap((number) => [
    new Paragraph({ text: `Section ${number}`, heading: HeadingLevel.HEADING_1 }),
    new Paragraph({
      children: [new TextRun(sentence.repeat(20)), new FootnoteReferenceRun(number)],
    }),
    new Paragraph(sentence.repeat(8)),
    new Paragraph({ text: 'Outer', bullet: { level: 0 } }),
    new Paragraph({ text: 'Inner', bullet: { level: 1 } }),
    new Table({
      rows: [
        new TableRow({ tableHeader: true, children: [cell('Measure'), cell('Target')] }),
        new TableRow({ children: [cell('Waiting time'), cell('18 weeks')] }),
      ],
    }),
  ])
  return Packer.toBuffer(new Document({ footnotes, sections: [{ children }] }))
}
