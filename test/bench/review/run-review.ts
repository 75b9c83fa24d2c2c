import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Browser, BrowserContext } from '@playwright/test'
import { Client } from 'pg'
import { type Opening, measureOpening, openBrowser } from '../editor/browser'
import { buildStrategy } from '../editor/content'
import { type Northing, STRATEGY, fill, joinAs, startNorthing } from '../editor/northing'
import { measureAnchors, measureCommentsPage, measureEdits } from './edits'
import { fillReview } from './fill-review'
import { measureFilters } from './panels'
import { type ReviewResults, printReviewTable } from './print-review'
import { makeSignatories, signAtOnce } from './sign-at-once'

const READY = '[data-writing="true"]'

/**
 * `npm run bench -- review [--repeats=5] [--rounds=5] [--only=pages,server,signing]`: 200 pages with 1,000 threads and 500 open suggestions, beside
 * the same text without any, and 20 people who sign off at once. The pages must be built (`npm run build`).
 */
export async function runReview(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      repeats: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', default: 'pages,server,signing' },
    },
  })
  const [bare, full] = [await startNorthing(), await startNorthing()]
  const client = new Client({ connectionString: await full.databaseUrl() })
  client.on('error', () => undefined)
  const browser = await openBrowser()
  try {
    await client.connect()
    await fill(bare, buildStrategy())
    const chapterIds = await fill(full, buildStrategy())
    const { doc, leave } = await joinAs(full, 'chair@demo.northing')
    const counts = await fillReview(client, doc, chapterIds)
    leave()
    console.log(`${counts.threads} threads, ${counts.suggestions} suggestions`)
    const bench = { browser, bare, full, chapterId: chapterIds[5] ?? '' }
    const results: ReviewResults = { ...empty(), load: [loadavg()[0] ?? 0] }
    const only = values.only.split(',')
    for (let repeat = 0; only.includes('pages') && repeat < Number(values.repeats); repeat += 1)
      await measureOnce(bench, results)
    if (only.includes('server')) await measureServer(bench, results)
    const signatories = await makeSignatories(client)
    for (let round = 0; only.includes('signing') && round < Number(values.rounds); round += 1)
      results.signing.push(await signAtOnce(full, client, signatories))
    results.load.push(loadavg()[0] ?? 0)
    printReviewTable(results)
  } finally {
    await browser.close()
    await client.end()
    await Promise.all([bare.stop(), full.stop()])
  }
}

function empty(): Omit<ReviewResults, 'load'> {
  return {
    bare: [],
    full: [],
    filters: new Map(),
    anchors: [],
    commentsPage: [],
    edits: { bare: [], full: [] },
    signing: [],
  }
}

interface Bench {
  readonly browser: Browser
  readonly bare: Northing
  readonly full: Northing
  readonly chapterId: string
}

async function measureOnce(bench: Bench, results: ReviewResults): Promise<void> {
  const { browser, full, chapterId } = bench
  const [bare, reviewed] = [await open(bench, bench.bare), await open(bench, full)]
  results.bare.push(bare)
  results.full.push(reviewed)
  console.log(
    `opened in ${bare.ready.toFixed(0)} ms, with review in ${reviewed.ready.toFixed(0)} ms`,
  )
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await enter(full, context)
  for (const { name, times } of await measureFilters(await context.newPage(), full, chapterId))
    results.filters.set(name, [...(results.filters.get(name) ?? []), ...times])
  console.log('filtered')
  await context.close()
}

/** With the page of all comments and a write page standing open, as in a week of review. */
async function measureServer(bench: Bench, results: ReviewResults): Promise<void> {
  const { browser, bare, full, chapterId } = bench
  const cookie = await full.signIn('pen@demo.northing')
  for (let turn = 0; turn < 5; turn += 1) {
    results.anchors.push(await measureAnchors(full, cookie))
    results.commentsPage.push(await measureCommentsPage(full, cookie))
  }
  for (const [name, northing] of Object.entries({ bare, full })) {
    const context = await browser.newContext()
    await enter(northing, context)
    for (const path of ['comments', 'suggestions', `write/${chapterId}`]) {
      const page = await context.newPage()
      await page.goto(`${northing.url}/strategies/${STRATEGY}/${path}`)
    }
    const spent = await measureEdits(northing, chapterId)
    results.edits[name === 'bare' ? 'bare' : 'full'].push(spent)
    await context.close()
  }
}

async function enter(northing: Northing, context: BrowserContext): Promise<void> {
  const [name = '', value = ''] = (await northing.signIn('pen@demo.northing')).split('=')
  await context.addCookies([{ name, value, url: northing.url }])
}

function open({ browser, chapterId }: Bench, northing: Northing): Promise<Opening> {
  return measureOpening(browser, (context) => enter(northing, context), {
    url: `${northing.url}/strategies/${STRATEGY}/write/${chapterId}`,
    words: buildStrategy()[5]?.nodes[1]?.text.slice(0, 60) ?? '',
    ready: READY,
  })
}
