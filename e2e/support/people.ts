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

/** Of the demonstration's members. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'Dame Ruth Alder': 'chair@demo.northing',
  'Samir Patel': 'pen@demo.northing',
  'Helen Marsh': 'council@demo.northing',
  'Grace Okoro': 'reviewer@demo.northing',
  'Tom Whitlock': 'viewer@demo.northing',
  'Dr Aisha Rahman': 'lead@demo.northing',
  'Cllr David Penrose': 'hwb@demo.northing',
  'Lucy Hart': 'admin@demo.northing',
  'Rosalind Akers': 'region@nhsengland.example',
}

/** A browser of their own, signed in as one of the demonstration's members. */
export async function signInAs(arrival: Arrival): Promise<Person> {
  const person = await arrive(arrival)
  const { page } = person
  const email = ADDRESSES[arrival.name]
  if (email === undefined) throw new Error(`Nobody is called ${arrival.name}.`)
  await page.request.post('/demo/sign-in', { form: { email }, maxRedirects: 0 })
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  return person
}

/** The same as a person does it: on the page to sign in. */
export async function signInOnPageAs(arrival: Arrival): Promise<Person> {
  const person = await arrive(arrival)
  const { page } = person
  await page.goto('/sign-in')
  await page.getByRole('button', { name: new RegExp(arrival.name) }).click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  return person
}

async function arrive({ browser, url, viewport }: Arrival): Promise<Person> {
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
  return { page, context, troubles }
}

/** What the browser itself says when the cable is out is not the product's fault. */
function isNetworkTrouble(text: string): boolean {
  return /ERR_INTERNET_DISCONNECTED|ERR_NETWORK|ERR_CONNECTION|WebSocket connection to/.test(text)
}
