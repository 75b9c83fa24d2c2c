import { type Browser, type BrowserContext, type Page, chromium } from '@playwright/test'

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium' })
}

export interface KeyTimes {
  readonly p50: number
  readonly p95: number
  readonly keys: number
}

const KEYS = 150
const PACE_MS = 120
const WORDS = 'measured writing '

/** From the key to the end of the frame that shows it, in milliseconds, typing in the middle of the text. */
export async function measureTyping(page: Page, text: string): Promise<KeyTimes> {
  const paragraphs = page.locator(`${text} p`)
  await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click()
  await page.keyboard.press('End')
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => times.push(performance.now() - timeStamp))
          port1.start()
          port2.postMessage(null)
        }),
      true,
    )
  })
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(
      WORDS.charAt(key % WORDS.length) === ' ' ? 'Space' : WORDS.charAt(key % WORDS.length),
    )
    await page.waitForTimeout(PACE_MS)
  }
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)
  const sorted = times.slice(10).sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), keys: sorted.length }
}

export interface Opening {
  /** Milliseconds from asking for the page to its first words, and to a caret that writes. */
  readonly text: number
  readonly ready: number
  readonly scriptKB: number
  readonly textInHtml: boolean
}

export interface Address {
  readonly url: string
  /** Words of the text. */
  readonly words: string
  readonly ready: string
}

/** In a browser that was never here. */
export async function measureOpening(
  browser: Browser,
  prepare: (context: BrowserContext) => Promise<void>,
  { url, words, ready }: Address,
): Promise<Opening> {
  const context = await browser.newContext()
  await prepare(context)
  const page = await context.newPage()
  const start = performance.now()
  const answered = page.goto(url, { waitUntil: 'commit' })
  await page.getByText(words).first().waitFor({ timeout: 60_000 })
  const text = performance.now() - start
  await page.locator(ready).first().waitFor({ timeout: 60_000 })
  const readyAt = performance.now() - start
  const html = (await (await answered)?.text().catch(() => '')) ?? ''
  const scriptKB = await readScriptKB(page)
  await context.close()
  return { text, ready: readyAt, scriptKB, textInHtml: html.includes(words) }
}

/** Of everything that was loaded as a script, as it came over the wire. */
async function readScriptKB(page: Page): Promise<number> {
  const bytes = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => /\.js(\?|$)/.test(name))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  )
  return bytes / 1024
}

/** What a forced collection leaves, in megabytes. */
export async function readHeapMB(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number }
  await session.detach()
  return usedSize / 1024 / 1024
}
