import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { type RunningApp, startApp } from './support/app'
import { waitUntilKept } from './support/kept'
import { signInAs } from './support/people'
import { STRATEGY, openChapter, textOf, typeAtEndOf } from './support/writing'

const CHAPTER = 'chapter-04-fewer-people-reach-crisis'
const TYPED = ' Typed on the train while it was being submitted.'

test.setTimeout(90_000)

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('[LV22] F15 what was typed offline while the text was frozen is offered as a draft', async ({
  browser,
}) => {
  const samir = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
  const { page, context } = samir
  await openChapter(page, CHAPTER)
  await waitUntilKept(page)

  await test.step('Samir types without a network; meanwhile the chair submits the draft', async () => {
    await context.setOffline(true)
    await typeAtEndOf(page, 'Recruitment is the greatest risk', TYPED)
    await page.close()
    const chair = await signInAs({ browser, url: app.url, name: 'Helen Marsh' })
    await chair.page.goto(`${STRATEGY}/agreement`)
    await chair.page.getByRole('link', { name: 'Submit the draft' }).click()
    await chair.page.getByRole('button', { name: 'Submit edition 1' }).click()
    await expect(
      chair.page.getByRole('heading', { name: 'Edition 1 (1.0)', exact: true }),
    ).toBeVisible()
    await chair.context.close()
  })

  await test.step('Samir comes back, is told, and gets the words out', async () => {
    await context.setOffline(false)
    const back = await context.newPage()
    await back.goto(`${STRATEGY}/write/${CHAPTER}`)
    await expect(back.getByText('This text was frozen while you had it open')).toBeVisible()
    await expect(textOf(back)).toContainText(TYPED.trim())
    await expectAccessible(back)
    const [download] = await Promise.all([
      back.waitForEvent('download'),
      back.getByRole('button', { name: 'Download my text' }).click(),
    ])
    expect(await readFile(await download.path(), 'utf8')).toContain(TYPED.trim())
  })

  await test.step('[LV23] so does a browser that no longer knows of the copy before it looks', async () => {
    const [back] = context.pages()
    if (!back) throw new Error('The page is gone')
    await back.evaluate(() => localStorage.clear())
    await back.reload()
    await expect(back.getByText('This text was frozen while you had it open')).toBeVisible()
    await expect(back.getByRole('button', { name: 'Download my text' })).toBeVisible()
    await expect(textOf(back)).toContainText(TYPED.trim())
  })

  await test.step('nothing of it reached the frozen text', async () => {
    const fresh = await signInAs({ browser, url: app.url, name: 'Samir Patel' })
    await fresh.page.goto(`${STRATEGY}/write/${CHAPTER}`)
    await expect(fresh.page.getByText('Recruitment is the greatest risk')).toBeVisible()
    await expect(fresh.page.getByText(TYPED.trim())).toHaveCount(0)
  })
})
