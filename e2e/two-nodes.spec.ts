import { expect, test } from '@playwright/test'
import { signInAs } from './support/people'
import { type TwoNodes, startTwoNodes } from './support/two-nodes'
import { openChapter, readDocument, textOf, typeAtEndOf, waitUntilSaved } from './support/writing'

const CHAPTER = 'chapter-04-fewer-people-reach-crisis'

let both: TwoNodes

test.beforeAll(async () => {
  both = await startTwoNodes()
})
test.afterAll(async () => {
  await both.stop()
})

test('two people write at two nodes, and Redis comes and goes', async ({ browser }) => {
  const [first, second] = both.nodes
  const samir = await signInAs({ browser, url: first.url, name: 'Samir Patel' })
  const helen = await signInAs({ browser, url: second.url, name: 'Helen Marsh' })

  await test.step('they see each other and what each writes', async () => {
    await openChapter(samir.page, CHAPTER)
    await openChapter(helen.page, CHAPTER)
    await expect(samir.page.getByText(/Helen Marsh/).first()).toBeAttached()
    await expect(helen.page.getByText(/Samir Patel/).first()).toBeAttached()
    await Promise.all([
      typeAtEndOf(samir.page, 'Recruitment is the greatest risk', ' Samir was here.'),
      typeAtEndOf(helen.page, 'Schools asked us for one thing', ' Helen was here.'),
    ])
    await expect(textOf(samir.page)).toContainText('Helen was here.')
    await expect(textOf(helen.page)).toContainText('Samir was here.')
  })

  await test.step('without Redis both write on, everything is saved, and each soon sees the other', async () => {
    await both.stopRedis()
    await expectReady(first.url, 503, 'not answering: redis')
    await Promise.all([
      typeAtEndOf(samir.page, 'We will open a crisis café', ' Written without Redis.'),
      typeAtEndOf(helen.page, 'A shared team of twelve nurses', ' Written there meanwhile.'),
    ])
    await Promise.all([waitUntilSaved(samir.page), waitUntilSaved(helen.page)])
    await expect(textOf(helen.page)).toContainText('Written without Redis.')
    await expect(textOf(samir.page)).toContainText('Written there meanwhile.')
  })

  await test.step('with Redis back they are one again within 10 s', async () => {
    await typeAtEndOf(samir.page, 'We will open a crisis café', ' Just before it came back.')
    await both.startRedis()
    await expect(textOf(helen.page)).toContainText('Just before it came back.', { timeout: 10_000 })
    await expectReady(first.url, 200, 'ok')
    await typeAtEndOf(helen.page, 'A shared team of twelve nurses', ' And after.')
    await expect(textOf(samir.page)).toContainText('And after.', { timeout: 10_000 })
  })

  await test.step('a third, fresh browser holds the same at either node', async () => {
    await Promise.all([waitUntilSaved(samir.page), waitUntilSaved(helen.page)])
    const [fromSamir, fromHelen] = [await readDocument(samir.page), await readDocument(helen.page)]
    expect(fromHelen).toEqual(fromSamir)
    for (const { url } of both.nodes) {
      const ruth = await signInAs({ browser, url, name: 'Dame Ruth Alder' })
      await openChapter(ruth.page, CHAPTER)
      await expect(textOf(ruth.page)).toContainText('And after.')
      expect(await readDocument(ruth.page)).toEqual(fromSamir)
      expect(ruth.troubles).toEqual([])
      await ruth.context.close()
    }
  })

  expect(samir.troubles).toEqual([])
  expect(helen.troubles).toEqual([])
})

async function expectReady(url: string, status: number, words: string): Promise<void> {
  await expect(async () => {
    const answer = await fetch(`${url}/readyz`)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(words)
  }).toPass({ timeout: 10_000 })
}
