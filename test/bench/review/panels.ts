import type { Locator, Page } from '@playwright/test'
import { type Northing, STRATEGY } from '../editor/northing'

/** One way of narrowing a list beside the text; a filter of another kind is another of these. */
interface PanelFilter {
  readonly name: string
  /** The button of the view it is in. */
  readonly view: RegExp
  /** What has to be opened before; null: nothing. */
  readonly opener: ((page: Page) => Locator) | null
  /** A checkbox, clicked on and off. */
  readonly control: (page: Page) => Locator
}

const FILTERS: readonly PanelFilter[] = [
  {
    name: 'comments panel, only without a recorded answer',
    view: /^Comments/,
    opener: (page) => page.getByText('Filter and order'),
    control: (page) => page.getByLabel('Without a recorded answer'),
  },
  {
    name: 'suggestions panel, show decided',
    view: /^Suggestions/,
    opener: null,
    control: (page) => page.getByLabel('Show decided'),
  },
]

export interface Filtering {
  readonly name: string
  /** From the click to the end of the frame that shows it, in milliseconds. */
  readonly times: readonly number[]
}

const CLICKS = 4

export async function measureFilters(
  page: Page,
  northing: Northing,
  chapterId: string,
): Promise<Filtering[]> {
  await page.goto(`${northing.url}/strategies/${STRATEGY}/write/${chapterId}`)
  await page.locator('[data-writing="true"]').waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: /^Discussion/ }).click()
  await timeClicks(page)
  const results: Filtering[] = []
  for (const { name, view, opener, control } of FILTERS) {
    await page.getByRole('button', { name: view }).click()
    await opener?.(page).click()
    await control(page).waitFor({ timeout: 60_000 })
    await page.waitForTimeout(2_000)
    await takeTimes(page)
    for (let click = 0; click < CLICKS; click += 1) {
      await control(page).click()
      await page.waitForTimeout(500)
    }
    results.push({ name, times: await takeTimes(page) })
  }
  return results
}

type Timed = Window & { clickTimes: number[] }

async function timeClicks(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { clickTimes: [] })
    addEventListener(
      'click',
      ({ timeStamp, target }) => {
        // A label passes its click on to the box: that one counts.
        if (!(target instanceof HTMLInputElement)) return
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () =>
            (window as unknown as Timed).clickTimes.push(performance.now() - timeStamp),
          )
          port1.start()
          port2.postMessage(null)
        })
      },
      true,
    )
  })
}

function takeTimes(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as Timed).clickTimes.splice(0))
}
