import { type Page, expect, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { openForReading, selectText, signInByMail, signOff } from './support/agreement'
import { type RunningApp, startApp } from './support/app'
import { type Person, signInAs } from './support/people'
import { STRATEGY, openChapter, textOf, typeAtEndOf, waitUntilSaved } from './support/writing'

const CHAPTER = 'chapter-04-fewer-people-reach-crisis'
const PHONE = { width: 375, height: 812 }
const ICP = 'Wessex Vale Integrated Care Partnership'

let app: RunningApp

test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(async () => {
  await app.stop()
})

test('suggested, accepted, rejected, signed off with dissent, published, and published once more in a hurry', async ({
  browser,
}) => {
  const { url } = app
  const reviewer = await signInAs({ browser, url, name: 'Grace Okoro', viewport: PHONE })
  const pen = await signInAs({ browser, url, name: 'Samir Patel' })
  const chair = await signInAs({ browser, url, name: 'Dame Ruth Alder' })
  const people: Person[] = [reviewer, pen, chair]

  await test.step('a reviewer comments and suggests on a phone', async () => {
    const { page } = reviewer
    await openForReading(page, CHAPTER)
    await selectText(page, 'nine and a half hours')
    await page.getByRole('button', { name: /^Discussion/ }).click()
    await page.getByRole('button', { name: 'Comment on this text' }).click()
    await page.getByLabel('Your comment').fill('Is this the median?')
    await page.getByRole('button', { name: 'Comment', exact: true }).click()
    await expect(page.getByText('Is this the median?')).toBeVisible()
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await page.getByLabel('Your comment in other words').fill('Is this the median or the mean?')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('article')).toContainText('Is this the median or the mean?')
    await expect(page.getByRole('article')).toContainText('changed')
    await page.getByRole('button', { name: /^Suggestions/ }).click()
    await suggest(page, {
      words: 'the wrong place for nearly all of them',
      instead: 'the wrong place for almost everybody',
      why: 'Plainer.',
    })
    await suggest(page, {
      words: 'It is loud, bright and slow',
      instead: 'It is loud and bright',
      why: '',
    })
    await suggest(page, { words: 'not merely a good month', instead: '', why: 'Not needed.' })
    await expect(page.getByText('3 open, 0 decided')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('an editor accepts one, and the reviewer sees it in the text', async () => {
    const { page } = pen
    await openChapter(page, CHAPTER)
    await page.getByRole('button', { name: /^Discussion/ }).click()
    await page.getByRole('button', { name: /^Suggestions 3/ }).click()
    await expectAccessible(page)
    const first = page.getByRole('article').filter({ hasText: 'almost everybody' })
    await first.getByRole('button', { name: 'Accept' }).click()
    await expect(textOf(page)).toContainText('It is the wrong place for almost everybody.')
    await expect(textOf(reviewer.page)).toContainText('It is the wrong place for almost everybody.')
  })

  await test.step('rejects one with a reason', async () => {
    const { page } = pen
    const second = page.getByRole('article').filter({ hasText: 'It is loud' })
    await second.getByRole('button', { name: 'Reject…' }).click()
    await second.getByLabel('Why it is rejected').fill('The waiting is the point.')
    await second.getByRole('button', { name: 'Reject', exact: true }).click()
    await expect(page.getByText('1 open, 2 decided')).toBeVisible()
    await expect(textOf(page)).toContainText('It is loud, bright and slow')
  })

  await test.step('and is refused one whose words have changed', async () => {
    const { page } = pen
    await selectText(page, 'good month')
    await page.keyboard.type('good few weeks', { delay: 15 })
    await waitUntilSaved(page)
    const third = page.getByRole('article').filter({ hasText: 'not merely a good month' })
    await third.getByRole('button', { name: 'Accept' }).click()
    await expect(third.getByRole('alert')).toContainText(
      'The text has changed since this was suggested',
    )
    await expect(textOf(page)).toContainText('not merely a good few weeks')
    await expectAccessible(page)
    await third.getByRole('button', { name: 'Set aside' }).click()
    await expect(page.getByText('0 open, 3 decided')).toBeVisible()
    expect(pen.troubles.splice(0)).toEqual([expect.stringContaining('409')])
  })

  await test.step('what was accepted can be taken back and accepted again', async () => {
    const { page } = pen
    await page.goto(`${STRATEGY}/suggestions?show=all`)
    const first = page.getByRole('article').filter({ hasText: 'almost everybody' })
    await first.getByRole('button', { name: 'Undo: take it out of the text' }).click()
    await expect(textOf(reviewer.page)).toContainText(
      'It is the wrong place for nearly all of them.',
    )
    await first.getByRole('button', { name: 'Accept' }).click()
    await expect(textOf(reviewer.page)).toContainText('It is the wrong place for almost everybody.')
    await expectAccessible(page)
    await first.getByRole('link', { name: 'Go to the text' }).click()
    await expect(page.getByRole('button', { name: /^Suggestions/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await expect(page.getByRole('article').filter({ hasText: 'almost everybody' })).toBeVisible()
    await reviewer.page.goto(`${STRATEGY}/suggestions?show=decided`)
    await expect(reviewer.page.getByText('The waiting is the point.')).toBeVisible()
    await expectAccessible(reviewer.page)
  })

  await test.step('the comment is answered with a reason', async () => {
    const { page } = pen
    await page.goto(`${STRATEGY}/comments`)
    await page.getByRole('button', { name: 'Answer…' }).click()
    await page.getByLabel('What became of it').selectOption('Accepted in part')
    await page.getByRole('button', { name: 'Record the answer' }).click()
    await expect(page.getByRole('alert')).toContainText('Say why')
    expect(pen.troubles.splice(0)).toEqual([expect.stringContaining('400')])
    await page.getByLabel('Reason', { exact: true }).fill('It is the mean; the median follows.')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Record the answer' }).click()
    await expect(page.getByText('Is this the median or the mean?')).toHaveCount(0)
    await page.goto(`${STRATEGY}/comments?show=resolved`)
    await expect(
      page.getByText('Accepted in part: It is the mean; the median follows.'),
    ).toBeVisible()
  })

  await test.step('bodies sign off with their own verbs, and one dissents', async () => {
    await submit(pen.page, 1)
    const ashmere = await signInAs({ browser, url, name: 'Cllr David Penrose' })
    const caldbourne = await signInAs({ browser, url, name: 'Helen Marsh' })
    const thornley = await signInByMail({ browser, url, email: 'hwb.thornley@wessexvale.example' })
    const board = await signInByMail({ browser, url, email: 'secretary@wessexvale.example' })
    people.push(ashmere, caldbourne, thornley, board)
    await signOff(ashmere.page, {
      body: 'Ashmere Health and Wellbeing Board',
      result: /^Endorsed$/,
    })
    await signOff(caldbourne.page, {
      body: 'Caldbourne Health and Wellbeing Board',
      result: /^Endorsed$/,
    })
    await signOff(caldbourne.page, { body: 'Caldbourne County Council Cabinet', result: /^Noted$/ })
    await signOff(board.page, {
      body: 'NHS Wessex Vale ICB Board',
      result: /^Declined to agree$/,
      reason: 'No money is named.',
    })
    await signOff(thornley.page, {
      body: 'Thornley Health and Wellbeing Board',
      result: /^Agreed$/,
    })
    await signOff(chair.page, { body: ICP, result: /^Approved$/ })
    await expect(chair.page.getByRole('row', { name: /ICB Board/ })).toContainText(
      'No money is named.',
    )
  })

  await test.step('one page says who agreed and who did not, and how to check it', async () => {
    const { page } = chair
    await page.getByRole('link', { name: 'Sign-offs of edition 1' }).click()
    const dissent = page.getByRole('region', { name: 'Dissent and abstention' })
    await expect(dissent.getByRole('row', { name: /ICB Board/ })).toContainText(
      'No money is named.',
    )
    await expect(page.locator('.certificate-hash')).toHaveText(/^[0-9a-f]{64}$/)
    await expectAccessible(page)
    await page.goto(`${STRATEGY}/agreement`)
  })

  await test.step('the chair publishes, and a later edit makes the sign-offs stale', async () => {
    const { page } = chair
    await publish(page, 1)
    await page.getByRole('link', { name: 'Start the next draft' }).click()
    await page.getByRole('button', { name: 'Start the next draft' }).click()
    const strategy = page.getByRole('region', { name: 'This strategy' })
    await expect(strategy.getByText('Drafting')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Sign-offs that no longer hold' })).toHaveCount(
      0,
    )
    await openChapter(pen.page, CHAPTER)
    await typeAtEndOf(pen.page, 'loud, bright and slow', ' We will say so to the region.')
    await waitUntilSaved(pen.page)
    await page.reload()
    const stale = page.getByRole('region', { name: 'Sign-offs that no longer hold' })
    await expect(stale).toContainText('1 paragraph changed in 1 chapter.')
    await expect(stale.getByRole('row', { name: /ICB Board/ })).toContainText('Declined to agree')
    await expect(stale.getByRole('row')).toHaveCount(7)
    await expectAccessible(page)
  })

  await test.step('who submitted publishes only as urgent, and somebody else approves it afterwards', async () => {
    const { page } = chair
    await submit(page, 2)
    const [, , , ashmere, caldbourne, thornley] = people
    if (!ashmere || !caldbourne || !thornley) throw new Error('a board left')
    await signOff(ashmere.page, {
      body: 'Ashmere Health and Wellbeing Board',
      result: /^Endorsed$/,
    })
    await signOff(caldbourne.page, {
      body: 'Caldbourne Health and Wellbeing Board',
      result: /^Endorsed$/,
    })
    await signOff(thornley.page, {
      body: 'Thornley Health and Wellbeing Board',
      result: /^Agreed$/,
    })
    await signOff(page, { body: ICP, result: /^Approved$/ })
    await page.getByRole('link', { name: 'Publish the approved edition' }).first().click()
    await page.getByRole('button', { name: 'Publish edition 2' }).click()
    await expect(
      page.getByText('You submitted this edition, so somebody else publishes it').first(),
    ).toBeVisible()
    await page.getByLabel('Publish as urgent: somebody else approves it afterwards').check()
    await page.getByLabel('Why it cannot wait').fill('The region meets tomorrow.')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Publish edition 2' }).click()
    await expect(page.getByText('Not yet given')).toBeVisible()
    expect(chair.troubles.splice(0)).toEqual([expect.stringContaining('409')])
    const administrator = await signInAs({ browser, url, name: 'Lucy Hart' })
    people.push(administrator)
    await administrator.page.goto(`${STRATEGY}/agreement`)
    await administrator.page.getByRole('link', { name: 'Approve the urgent publication' }).click()
    await expectAccessible(administrator.page)
    await administrator.page.getByRole('button', { name: 'Approve the publication' }).click()
    await expect(administrator.page.getByText(/by Lucy Hart/)).toBeVisible()
  })

  for (const person of people) expect(person.troubles).toEqual([])
})

interface Wish {
  readonly words: string
  readonly instead: string
  readonly why: string
}

async function suggest(page: Page, { words, instead, why }: Wish): Promise<void> {
  await selectText(page, words)
  await expect(page.getByText(`For “${words}”.`)).toBeVisible()
  await page.getByRole('button', { name: 'Suggest other words' }).click()
  await expect(page.getByLabel('What the text would say')).toHaveValue(words)
  await page.getByLabel('What the text would say').fill(instead)
  await page.getByLabel('Why (optional)').fill(why)
  await page.getByRole('button', { name: 'Suggest', exact: true }).click()
  await expect(
    page
      .getByRole('article')
      .filter({ hasText: words.split(' ').slice(0, 2).join(' ') })
      .first(),
  ).toBeVisible()
}

async function submit(page: Page, number: number): Promise<void> {
  await page.goto(`${STRATEGY}/agreement`)
  await page.getByRole('link', { name: 'Submit the draft' }).click()
  await page.getByRole('button', { name: `Submit edition ${number}` }).click()
  await expect(page.getByRole('heading', { name: `Edition ${number} (${number}.0)` })).toBeVisible()
}

async function publish(page: Page, number: number): Promise<void> {
  await page.getByRole('link', { name: 'Publish the approved edition' }).first().click()
  await page.getByRole('button', { name: `Publish edition ${number}` }).click()
  await expect(page.getByRole('link', { name: 'public page' })).toBeVisible()
}
