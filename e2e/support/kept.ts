import { type Page, expect } from '@playwright/test'

/** The page and its files are kept, so that it can open without a network. */
export async function waitUntilKept(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const kept = await caches.match(location.pathname)
          const files = performance
            .getEntriesByType('resource')
            .map(({ name }) => name)
            .filter((name) => name.includes('/assets/'))
          const missing = await Promise.all(files.map(async (file) => !(await caches.match(file))))
          return kept !== undefined && navigator.serviceWorker.controller !== null
            ? missing.filter(Boolean).length
            : 'no page'
        }),
      { timeout: 30_000 },
    )
    .toBe(0)
}

/** Everything this browser holds of the site, as one text: names and contents of databases and caches, and both storages. */
export async function readEverythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      if (name === 'northing-files') continue
      for (const request of await cache.keys())
        found.push(name, request.url, (await (await cache.match(request))?.text()) ?? '')
    }
    for (const { name = '' } of await indexedDB.databases()) {
      found.push(name)
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
      })
      for (const store of db.objectStoreNames) {
        const values = await new Promise<unknown[]>((resolve) => {
          const request = db.transaction([store]).objectStore(store).getAll()
          request.onsuccess = () => resolve(request.result as unknown[])
        })
        for (const value of values)
          found.push(value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value))
      }
      db.close()
    }
    return found.join('\n')
  })
}

/** Changes as keys make them, many at once: each is one update of the shared text. */
export async function addNotes(page: Page, marks: readonly string[]): Promise<void> {
  await page.evaluate((words) => {
    const { doc } = (window as unknown as NorthingWindow).__northing
    const chapterId = location.pathname.split('/').pop() ?? ''
    let text = doc.getMap('chapters').get(chapterId).get('body').get(0)
    while (!text.toDelta) text = text.get(0)
    for (const word of words) text.insert(text.length, `${word} `)
  }, marks)
}

/** How often each stands in the chapter. */
export async function countMarks(page: Page, marks: readonly string[]): Promise<number[]> {
  const text = await page.evaluate(() => {
    const { doc } = (window as unknown as NorthingWindow).__northing
    const chapterId = location.pathname.split('/').pop() ?? ''
    return doc.getMap('chapters').get(chapterId).get('body').toString()
  })
  return marks.map((mark) => text.split(`${mark} `).length - 1)
}

interface SharedNode {
  readonly length: number
  readonly toDelta?: unknown
  get(index: number): SharedNode
  insert(index: number, text: string): void
  toString(): string
}

interface NorthingWindow {
  readonly __northing: {
    readonly doc: { getMap(name: string): { get(id: string): { get(key: string): SharedNode } } }
  }
}
