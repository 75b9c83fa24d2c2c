import { type Page, expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { expectAccessible } from './support/accessibility'
import {
  openChapterPage,
  openForReading,
  selectText,
  signInByMail,
  signOff,
} from './support/agreement'
import { type RunningApp, startApp } from './support/app'
import { readPdf } from './support/pdf-structure'
import { type Person, signInAs, signInOnPageAs } from './support/people'
import { STRATEGY, openChapter } from './support/writing'

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('from overview to a published edition', async ({ browser }) => {
  const { url } = app
  const chair = await signInOnPageAs({ browser, url, name: 'Dame Ruth Alder' })
  const people: Person[] = [chair]

  await test.step('the overview shows the True North and what is missing', async () => {
    await expectAccessible(chair.page)
    await chair.page.goto(STRATEGY)
    await expect(chair.page.getByRole('heading', { name: 'True North at a glance' })).toBeVisible()
    await expect(chair.page.getByText('By 2036 everyone in Wessex Vale')).toBeVisible()
    await expect(chair.page.getByRole('link', { name: '1 objective has no lead' })).toBeVisible()
    await expectAccessible(chair.page)
  })

  await test.step('an objective leads to its place in the text', async () => {
    const { page } = chair
    await page.getByRole('link', { name: 'Home as soon as you are well enough' }).first().click()
    await expect(page.getByRole('textbox', { name: 'Title of objective 3.1' })).toBeInViewport()
    await page.goBack()
    await expect(page.getByRole('heading', { name: 'True North at a glance' })).toBeVisible()
  })

  await test.step('it changes while somebody else edits', async () => {
    const pen = await signInAs({ browser, url, name: 'Samir Patel' })
    people.push(pen)
    await openChapter(pen.page, 'chapter-05-best-start')
    await expectAccessible(pen.page)
    const title = pen.page.getByRole('textbox', { name: 'Title of objective 2.3' })
    await title.press('End')
    await title.pressSequentially(' everywhere')
    await expect(
      chair.page.getByRole('link', { name: 'Smoke-free pregnancies everywhere' }),
    ).toBeVisible({ timeout: 15_000 })
  })

  await test.step('a metric lead adds a value, and a wrong one changes nothing', async () => {
    const lead = await signInAs({ browser, url, name: 'Dr Aisha Rahman' })
    people.push(lead)
    const { page } = lead
    await page.goto(`${STRATEGY}/metrics`)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Mental-health crisis visits to A&E' }).click()
    await expect(
      page.getByRole('heading', { name: 'Mental-health crisis visits to A&E', level: 1 }),
    ).toBeVisible()
    await page.getByLabel('Value', { exact: true }).fill('about forty')
    await page.getByLabel('Note (optional)').fill('First month with the new café')
    await page.getByRole('button', { name: 'Save value' }).click()
    await expect(page.getByRole('alert').or(page.locator('.error-summary')).first()).toContainText(
      /number/,
    )
    await expect(page.getByLabel('Note (optional)')).toHaveValue('First month with the new café')
    // The browser notes the refusal itself; it is the one thing it may note.
    expect(lead.troubles.splice(0)).toEqual([expect.stringContaining('400')])
    await page.getByLabel('Value', { exact: true }).fill('44.2')
    await page.getByRole('button', { name: 'Save value' }).click()
    await expect(page.getByRole('row', { name: /^October 2026/ })).toContainText('44.2')
    await expectAccessible(page)
  })

  await test.step('a reviewer comments and may not edit', async () => {
    const reviewer = await signInAs({ browser, url, name: 'Grace Okoro' })
    people.push(reviewer)
    const { page } = reviewer
    await openForReading(page, 'chapter-04-fewer-people-reach-crisis')
    await page.getByRole('button', { name: /Discussion/ }).click()
    await page.getByText('the wrong place for nearly all of them').first().waitFor()
    await selectText(page, 'It is the wrong place for nearly all of them.')
    await page.getByRole('button', { name: 'Comment on this text' }).click()
    await page.getByLabel('Your comment').fill('Who said so? Give the source.')
    await page.getByRole('button', { name: 'Comment', exact: true }).click()
    await expect(page.getByRole('article')).toContainText('Give the source.')
    await expectAccessible(page)
    await page.goto(`${STRATEGY}/comments`)
    await expect(page.getByText('It is the wrong place for nearly all of them.')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('the chair answers and resolves', async () => {
    const { page } = chair
    await page.goto(`${STRATEGY}/comments`)
    await page.getByRole('button', { name: 'Reply' }).click()
    await page.getByLabel('Your reply').fill('Added to the sources.')
    await page.getByRole('button', { name: 'Reply' }).last().click()
    await expect(page.getByText('Added to the sources.')).toBeVisible()
    await page.getByRole('button', { name: /Resolve/ }).click()
    await expect(page.getByText('Give the source.')).toHaveCount(0)
  })

  await test.step('the editor submits the draft, which freezes it', async () => {
    const [, pen] = people
    if (!pen) throw new Error('the editor left')
    await openChapterPage(chair.page, 'chapter-05-best-start')
    const { page } = pen
    await page.goto(`${STRATEGY}/agreement`)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Submit the draft' }).click()
    await expect(page.getByText('The text is frozen.')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Submit edition 1' }).click()
    await expect(page.getByRole('heading', { name: 'Edition 1 (1.0)', exact: true })).toBeVisible()
    await expect(chair.page.getByText(/being agreed|frozen/i).first()).toBeVisible()
  })

  await test.step('three boards sign off the same fingerprint', async () => {
    const ashmere = await signInAs({ browser, url, name: 'Cllr David Penrose' })
    const caldbourne = await signInAs({ browser, url, name: 'Helen Marsh' })
    people.push(ashmere, caldbourne)
    await signOff(ashmere.page, {
      body: 'Ashmere Health and Wellbeing Board',
      result: /^Endorsed$/,
    })
    await signOff(caldbourne.page, {
      body: 'Caldbourne Health and Wellbeing Board',
      result: /^Endorsed with comments$/,
      reason: 'Say more about buses.',
    })
    const thornley = await signInByMail({ browser, url, email: 'hwb.thornley@wessexvale.example' })
    people.push(thornley)
    await signOff(thornley.page, {
      body: 'Thornley Health and Wellbeing Board',
      result: /^Agreed$/,
    })
    await expectAccessible(thornley.page)
  })

  await test.step('the partnership approves, and the chair publishes', async () => {
    const { page } = chair
    await signOff(page, { body: 'Wessex Vale Integrated Care Partnership', result: /^Approved$/ })
    await page.getByRole('link', { name: 'Publish the approved edition' }).first().click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Publish edition 1' }).click()
    await expect(page.getByRole('link', { name: 'public page' })).toBeVisible()
    await page.goto(`${STRATEGY}/editions/1`)
    await expectAccessible(page)
  })

  await test.step('anyone can read it, without JavaScript', async () => {
    const context = await browser.newContext({ baseURL: url, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/published/wessex-vale-2026-31')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      'Better lives in Wessex Vale',
    )
    await expect(page.getByText('Smoke-free pregnancies everywhere').first()).toBeVisible()
    await expect(page.getByText('Give the source.')).toHaveCount(0)
    const reader = await (await browser.newContext({ baseURL: url })).newPage()
    await reader.goto('/published/wessex-vale-2026-31')
    await expectAccessible(reader)
  })

  await test.step('the edition is exported as a web page, for Word and as PDF/UA', async () => {
    const { page } = chair
    const hash = (await page.locator('code').first().textContent()) ?? ''
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    const html = (await download(page, 'html')).toString('utf8')
    expect(html).toContain(hash)
    expect(html).not.toContain('<script')
    const saved = await (await browser.newContext()).newPage()
    await saved.setContent(html)
    await expectAccessible(saved)

    const word = unzipSync(await download(page, 'docx'))
    const body = new TextDecoder().decode(word['word/document.xml'])
    expect(body).toContain('w:val="Heading1"')
    expect(body).toContain('w:tblHeader')
    expect(body).toContain(hash)

    const pdf = await readPdf(await download(page, 'pdf'))
    expect([...pdf.roles]).toEqual(
      expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD', 'P', 'L']),
    )
    expect(pdf.language).toBe('en-GB')
    expect(pdf.isTagged).toBe(true)
    expect(pdf.lastPageText.replaceAll(/\s/g, '')).toContain(hash)
  })

  for (const person of people) expect(person.troubles).toEqual([])
})

async function download(page: Page, format: string): Promise<Buffer> {
  const response = await page.request.get(`${STRATEGY}/export/${format}?edition=1`)
  expect(response.status()).toBe(200)
  return response.body()
}
