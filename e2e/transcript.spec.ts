import { expect, test } from '@playwright/test'
import { type RunningApp, startApp } from './support/app'
import { signInAs } from './support/people'
import { STRATEGY } from './support/writing'

test.setTimeout(120_000)

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

/**
 * What a screen reader is told of a chapter, word for word, for somebody who writes and for somebody who reads.
 * When a change of it is meant: `npx playwright test -c e2e/playwright.config.ts transcript --update-snapshots`,
 * and read what has changed as if you could not see the page.
 */
for (const [name, file] of [
  ['Samir Patel', 'chapter-to-write.txt'],
  ['Tom Whitlock', 'chapter-to-read.txt'],
] as const) {
  test(`a chapter as a screen reader tells it to ${name}`, async ({ browser }) => {
    const { page, troubles } = await signInAs({ browser, url: app.url, name })
    await page.goto(`${STRATEGY}/write/chapter-08-delivery`)
    await expect(page.locator('[data-synced="true"]')).toBeVisible()
    await expect(page.getByText('The partnership will review progress')).toBeVisible()
    const told = await page.getByRole('main').ariaSnapshot()
    expect(told).toMatchSnapshot(file)
    expect(troubles).toEqual([])
  })
}
