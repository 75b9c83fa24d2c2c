import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expect } from '@playwright/test'

export interface Person {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors the page threw or logged: a journey ends with none. */
  readonly troubles: string[]
}

interface Arrival {
  readonly browser: Browser
  readonly url: string
  readonly name: string
  readonly viewport?: { width: number; height: number }
}

/** A browser of their own, signed in from the sign-in page as one of the demonstration's members. */
export async function signInAs({ browser, url, name, viewport }: Arrival): Promise<Person> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-GB',
    ...(viewport ? { viewport } : {}),
  })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isNetworkTrouble(message.text()))
      troubles.push(message.text())
  })
  await page.goto('/sign-in')
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  return { page, context, troubles }
}

/** What the browser itself says when the cable is out is not the product's fault. */
function isNetworkTrouble(text: string): boolean {
  return /ERR_INTERNET_DISCONNECTED|ERR_NETWORK|ERR_CONNECTION|WebSocket connection to/.test(text)
}
