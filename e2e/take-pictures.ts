import path from 'node:path'
import { type Page, expect, test } from '@playwright/test'
import { startApp } from './support/app'
import { signInAs } from './support/people'
import { STRATEGY } from './support/writing'

const FOLDER = path.join(import.meta.dirname, 'pictures')
const SIZES = [
  { name: 'wide', width: 1280, height: 900 },
  { name: 'narrow', width: 375, height: 812 },
]

const PAGES: readonly (readonly [name: string, address: string])[] = [
  ['home', '/'],
  ['overview', STRATEGY],
  ['write', `${STRATEGY}/write/chapter-04-fewer-people-reach-crisis#block-objective-1-1`],
  ['metrics', `${STRATEGY}/metrics`],
  ['metric', `${STRATEGY}/metrics/metric-ed-crisis`],
  ['comments', `${STRATEGY}/comments`],
  ['agreement', `${STRATEGY}/agreement`],
  ['edition', `${STRATEGY}/editions/1`],
  ['published', '/published/wessex-vale-2026-31'],
]

test('every main page, at two widths', async ({ browser }) => {
  const app = await startApp()
  const { url } = app
  const chair = await signInAs({ browser, url, name: 'Dame Ruth Alder' })
  const anyone = await (await browser.newContext({ baseURL: url })).newPage()
  await anyone.goto('/sign-in')
  await photograph(anyone, 'sign-in')
  const early = PAGES.filter(([name]) => !['agreement', 'edition', 'published'].includes(name))
  for (const [name, address] of early) await visit(chair.page, name, address)

  await comment(chair.page)
  await visit(chair.page, 'comments', `${STRATEGY}/comments`)
  // Who publishes has not submitted.
  const pen = await signInAs({ browser, url, name: 'Samir Patel' })
  await pen.page.goto(`${STRATEGY}/agreement?step=submit`)
  await pen.page.getByRole('button', { name: 'Submit edition 1' }).click()
  await expect(
    pen.page.getByRole('heading', { name: 'Edition 1 (1.0)', exact: true }),
  ).toBeVisible()
  await sign(browser, { url, email: 'hwb@demo.northing', result: 'Endorsed' })
  await visit(chair.page, 'agreement', `${STRATEGY}/agreement`)
  await visit(chair.page, 'edition', `${STRATEGY}/editions/1`)
  await sign(browser, { url, email: 'council@demo.northing', result: 'Endorsed' })
  await sign(browser, { url, email: 'hwb.thornley@wessexvale.example', result: 'Agreed' })
  await sign(browser, { url, email: 'chair@demo.northing', result: 'Approved' })
  await chair.page.goto(`${STRATEGY}/agreement?step=publish`)
  await chair.page.getByRole('button', { name: 'Publish edition 1' }).click()
  await expect(chair.page.getByRole('link', { name: 'public page' })).toBeVisible()
  await visit(anyone, 'published', '/published/wessex-vale-2026-31')
  await app.stop()
})

async function visit(page: Page, name: string, address: string): Promise<void> {
  await page.goto(address)
  await page.waitForTimeout(name === 'write' ? 3_000 : 800)
  await photograph(page, name)
}

async function photograph(page: Page, name: string): Promise<void> {
  for (const { name: size, width, height } of SIZES) {
    await page.setViewportSize({ width, height })
    await page.waitForTimeout(400)
    await page.screenshot({ path: path.join(FOLDER, `${name}-${size}.png`) })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function comment(page: Page): Promise<void> {
  await page.goto(`${STRATEGY}/write/chapter-04-fewer-people-reach-crisis`)
  await page
    .locator('[data-block-id="objective-1-1"]')
    .getByRole('button', { name: /Actions|More|Menu/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: /Comment/ }).click()
  await page.getByLabel('Your comment').fill('Is 38 a month within reach without the second café?')
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(page.getByText('Is 38 a month').first()).toBeVisible()
}

async function sign(
  browser: Parameters<typeof signInAs>[0]['browser'],
  { url, email, result }: { url: string; email: string; result: string },
): Promise<void> {
  const context = await browser.newContext({ baseURL: url })
  const page = await context.newPage()
  await page.request.post('/demo/sign-in', { form: { email } })
  await page.goto(`${STRATEGY}/agreement`)
  const form = page.getByRole('region', { name: /^Sign off for/ }).first()
  await form.getByRole('radio', { name: result, exact: true }).check()
  await form.getByRole('button', { name: 'Record the sign-off' }).click()
  await page.waitForLoadState('networkidle')
  await context.close()
}
