import { readFile } from 'node:fs/promises'
import { type Page, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'

const METRICS = '/strategies/wessex-vale-2026/metrics'
const WITH_LIMITS = `${METRICS}/metric-delayed-discharge`
/** Once a year, with intervals, one value suppressed. */
const WITH_INTERVALS = `${METRICS}/metric-extractions`

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

for (const [what, path] of [
  ['with limits', WITH_LIMITS],
  ['with intervals', WITH_INTERVALS],
] as const)
  test(`a chart ${what} says the same as a picture, as a name and as a table`, async ({
    browser,
  }) => {
    const { page } = await signInAs({ browser, url: app.url, name: 'Tom Whitlock' })
    await page.goto(path)
    const heading = await page.getByRole('heading', { level: 1 }).innerText()
    const sentence = await page.locator('.page-heading-lead').innerText()
    const chart = page.getByRole('img', { name: heading }).first()
    await expect(chart).toHaveAccessibleName(`${heading}. ${sentence}`)

    const drawn = await listDrawn(page)
    await page.getByRole('button', { name: 'Show as table' }).press('Enter')
    await expect(chart).toBeHidden()
    expect(await listRows(page)).toEqual(drawn.reverse())
    await expectAccessible(page)

    const csv = await download(page, 'Figures (CSV)')
    expect(csv.name).toMatch(/\.csv$/)
    const lines = csv.text.trim().split('\r\n')
    expect(lines).toHaveLength(drawn.length + 1)
    expect(lines[1]).toContain(drawn[0]?.label)
  })

test('a chart is taken away as a drawing that stands alone, and as a picture', async ({
  browser,
}) => {
  const { page } = await signInAs({ browser, url: app.url, name: 'Tom Whitlock' })
  await page.goto(WITH_LIMITS)
  const drawing = await download(page, 'Drawing (SVG)')
  expect(drawing.text).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
  expect(drawing.text).toContain('fill="#ffffff"')
  expect(drawing.text).toContain('October 2023: ')
  const picture = await download(page, 'Picture (PNG)')
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG')
  // Twice as wide as it is drawn.
  expect(picture.bytes.readUInt32BE(16)).toBe(2000)
})

test('a chart can be read in forced colours and on paper', async ({ browser }) => {
  const { page } = await signInAs({ browser, url: app.url, name: 'Tom Whitlock' })
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await page.goto(WITH_LIMITS)
  const chart = page.locator('svg.metric-chart').first()
  // The words and lines of the picture take the colour of the words around it.
  const ink = await styleOf(page.getByRole('heading', { level: 1 }), 'color')
  expect(await styleOf(chart.locator('text').first(), 'fill')).toBe(ink)
  expect(await styleOf(chart.locator('.metric-chart-line'), 'stroke')).toBe(ink)
  await page.emulateMedia({ media: 'print', forcedColors: 'none' })
  await expect(page.getByRole('button', { name: 'Show as table' })).toBeHidden()
  await expect(chart).toBeVisible()
})

interface Drawn {
  readonly label: string
  readonly value: string
}

/** What each point of the picture says when it is pointed at. */
async function listDrawn(page: Page): Promise<Drawn[]> {
  const titles = await page
    .locator('.metric-figure-wide svg title')
    .evaluateAll((elements) => elements.map((element) => element.textContent ?? ''))
  return titles
    .filter((title) => !title.startsWith('Limits begin'))
    .map((title) => {
      const [label = '', value = ''] = title.split(': ')
      return {
        label,
        value: value === 'suppressed' ? 'c (suppressed)' : value.replace(/[^\d.,-].*/, ''),
      }
    })
}

/** Newest first. */
async function listRows(page: Page): Promise<Drawn[]> {
  return page.locator('.chart-frame table tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const [label, value] = [...row.querySelectorAll('th, td')].map(({ textContent }) =>
        (textContent ?? '').trim(),
      )
      return { label: label ?? '', value: value ?? '' }
    }),
  )
}

async function download(page: Page, choice: string) {
  await page.getByRole('button', { name: /^Download “/ }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: choice }).click(),
  ])
  const bytes = await readFile(await file.path())
  return { name: file.suggestedFilename(), bytes, text: bytes.toString('utf8') }
}

async function styleOf(element: ReturnType<Page['locator']>, property: string): Promise<string> {
  return element.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property)
}
