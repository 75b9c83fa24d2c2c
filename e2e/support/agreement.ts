import { type Browser, type Page, expect } from '@playwright/test'
import { expectAccessible } from './accessibility'
import type { Person } from './people'
import { STRATEGY, statusOf } from './writing'

export interface Decision {
  readonly body: string
  readonly result: RegExp
  readonly reason?: string
}

export async function signOff(page: Page, { body, result, reason }: Decision): Promise<void> {
  await page.goto(`${STRATEGY}/agreement`)
  const form = page.getByRole('region', { name: `Sign off for ${body}` })
  await form.getByRole('radio', { name: result }).check()
  if (reason) await form.getByLabel('Reason or comments').fill(reason)
  await form.getByLabel('Minute reference (optional)').fill('Meeting of 20 November 2026, item 4')
  await form.getByRole('button', { name: 'Record the sign-off' }).click()
  const asked = page.getByRole('table', { name: /^Who is asked about edition/ })
  await expect(asked.getByRole('row', { name: new RegExp(body) })).toContainText('20 November 2026')
}

interface MailArrival {
  readonly browser: Browser
  readonly url: string
  readonly email: string
}

/** A member who is not on the demonstration's list comes in by the link in the mail. */
export async function signInByMail({ browser, url, email }: MailArrival): Promise<Person> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB' })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.stack ?? error.message))
  await page.goto('/sign-in')
  await expectAccessible(page)
  await page.getByLabel('Your work e-mail address').fill(email)
  await page.getByRole('button', { name: /Send|link/ }).click()
  await expect(page.getByText('Check your mail')).toBeVisible()
  const link = page.getByRole('link', { name: /sign-in\// }).first()
  // The mail goes out after the page has answered.
  await expect(async () => {
    await page.goto('/demo/mail')
    await expect(link).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await link.click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  return { page, context, troubles }
}

export async function openForReading(page: Page, chapterId: string): Promise<void> {
  await openChapterPage(page, chapterId)
  await expect(statusOf(page)).toContainText('You may read but not edit')
}

export async function openChapterPage(page: Page, chapterId: string): Promise<void> {
  await page.goto(`${STRATEGY}/write/${chapterId}`)
  await expect(page.locator('[data-synced="true"]')).toBeVisible()
}

/** As a mouse would leave it: from the first letter of the words to the last. */
export async function selectText(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const root = document.querySelector('[data-lexical-editor]')
    const walker = document.createTreeWalker(root ?? document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
    }
  }, words)
}
