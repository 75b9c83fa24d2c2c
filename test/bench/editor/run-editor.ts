import { parseArgs } from 'node:util'
import type { Browser, BrowserContext } from '@playwright/test'
import type * as Y from 'yjs'
import { chapterBodyOf } from '../../../app/document/shape'
import {
  type KeyTimes,
  type Opening,
  measureOpening,
  measureTyping,
  openBrowser,
  readHeapMB,
} from './browser'
import { type BenchNode, buildLongChapter, buildStrategy } from './content'
import { type Northing, STRATEGY, fill, joinAs, startNorthing } from './northing'
import {
  PEERS,
  type PeerName,
  type PeerServer,
  addressOf,
  joinPeer,
  preparePeers,
  startPeers,
  waitUntilFilled,
} from './peers'
import { type EditorResults, type TypingResult, printEditorTable } from './print-editor'
import { keepTyping } from './writers'

const TEXT = '[contenteditable="true"]'
const OTHERS = 5
const READY = '[data-writing="true"]'

/**
 * `npm run bench -- editor [--repeats=3] [--minutes=30] [--peers=lexical,tiptap]`: typing, opening and memory of the
 * write page in Chromium, beside other editors on the same text. The pages must be built (`npm run build`).
 */
export async function runEditor(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      repeats: { type: 'string', default: '3' },
      minutes: { type: 'string', default: '30' },
      peers: { type: 'string', default: PEERS.join(',') },
    },
  })
  const peers = PEERS.filter((name) => values.peers.split(',').includes(name))
  const [long, parts] = [buildLongChapter(), buildStrategy()]
  if (peers.length > 0) preparePeers()
  const northing = await startNorthing()
  const server =
    peers.length > 0
      ? await startPeers({ 25: long.nodes, 200: parts.flatMap(({ nodes }) => nodes) })
      : null
  const browser = await openBrowser()
  const results: EditorResults = { typing: [], opening: [], memory: null }
  try {
    const [longId = '', ...partIds] = await fill(northing, [long, ...parts])
    const partId = partIds[5] ?? ''
    for (const peer of peers) if (server) await fillPeer(browser, server, peer)
    const chapters = { 25: longId, 200: partId } as const
    for (let repeat = 0; repeat < Number(values.repeats); repeat += 1) {
      for (const task of listTasks(peers))
        results.typing.push({
          ...task,
          times: await typeOnce({ browser, northing, server, chapters }, task),
        })
      results.opening.push(await openNorthing({ browser, northing }, partId, parts[5]?.nodes ?? []))
    }
    if (Number(values.minutes) > 0)
      results.memory = await growth(browser, northing, {
        chapterId: longId,
        minutes: Number(values.minutes),
      })
    printEditorTable(results)
  } finally {
    await browser.close()
    server?.stop()
    await northing.stop()
  }
}

type Task = Pick<TypingResult, 'editor' | 'size' | 'others'>

/** Editors take turns at each task, so that what the machine does meanwhile is fair to all. */
function listTasks(peers: readonly PeerName[]): Task[] {
  return [0, OTHERS].flatMap((others) =>
    (['25', '200'] as const).flatMap((size) =>
      ['northing', ...peers].map((editor) => ({ editor, size, others })),
    ),
  )
}

interface Bench {
  readonly browser: Browser
  readonly northing: Northing
  readonly server: PeerServer | null
  readonly chapters: Readonly<Record<'25' | '200', string>>
}

function typeOnce(bench: Bench, { editor, size, others }: Task): Promise<KeyTimes> {
  const { browser, northing, server, chapters } = bench
  const peer = PEERS.find((name) => name === editor)
  if (peer && server) return typeInPeer(browser, server, { peer, room: `${peer}-${size}`, others })
  return typeInNorthing(browser, northing, { chapterId: chapters[size], others })
}

interface TypingTask {
  readonly chapterId: string
  readonly others: number
}

async function enterAs(northing: Northing, context: BrowserContext, email: string): Promise<void> {
  const [name = '', value = ''] = (await northing.signIn(email)).split('=')
  await context.addCookies([{ name, value, url: northing.url }])
}

async function typeInNorthing(
  browser: Browser,
  northing: Northing,
  { chapterId, others }: TypingTask,
): Promise<KeyTimes> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await enterAs(northing, context, 'pen@demo.northing')
  const page = await context.newPage()
  await page.goto(`${northing.url}/strategies/${STRATEGY}/write/${chapterId}`)
  await page.locator(READY).waitFor()
  const stop = await startOthers(northing, chapterId, others)
  const times = await measureTyping(page, TEXT)
  stop()
  await context.close()
  return times
}

async function startOthers(
  northing: Northing,
  chapterId: string,
  count: number,
): Promise<() => void> {
  if (count === 0) return () => undefined
  const { doc, leave } = await joinAs(northing, 'council@demo.northing')
  const stop = keepTyping(readTexts(doc, chapterId).slice(1, 1 + count))
  return () => {
    stop()
    leave()
  }
}

function readTexts(doc: Y.Doc, chapterId: string): Y.XmlText[] {
  const nodes = chapterBodyOf(doc, chapterId)?.toArray() ?? []
  return nodes
    .filter((node) => 'nodeName' in node && node.nodeName === 'paragraph')
    .map((node) => (node as Y.XmlElement).get(0) as Y.XmlText)
    .filter(Boolean)
}

async function fillPeer(browser: Browser, server: PeerServer, peer: PeerName): Promise<void> {
  for (const [size, nodes] of [
    ['25', buildLongChapter().nodes],
    ['200', buildStrategy().flatMap((part) => part.nodes)],
  ] as const) {
    const page = await browser.newPage()
    await page.goto(addressOf(server, { peer, room: `${peer}-${size}`, fill: size }))
    await waitUntilFilled(page, nodes)
    await page.close()
  }
}

async function typeInPeer(
  browser: Browser,
  server: PeerServer,
  { peer, room, others }: { peer: PeerName; room: string; others: number },
): Promise<KeyTimes> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(addressOf(server, { peer, room }))
  await page.locator('[data-ready="true"]').waitFor({ timeout: 120_000 })
  await page.locator(`${TEXT} p`).nth(20).waitFor({ timeout: 120_000 })
  const joined = others > 0 ? await joinPeer(server, { peer, room }) : null
  const stop = keepTyping(joined?.texts.slice(1, 1 + others) ?? [])
  const times = await measureTyping(page, TEXT)
  stop()
  joined?.leave()
  await page.close()
  return times
}

function openNorthing(
  { browser, northing }: Pick<Bench, 'browser' | 'northing'>,
  chapterId: string,
  nodes: readonly BenchNode[],
): Promise<Opening> {
  return measureOpening(browser, (context) => enterAs(northing, context, 'pen@demo.northing'), {
    url: `${northing.url}/strategies/${STRATEGY}/write/${chapterId}`,
    words: nodes[1]?.text.slice(0, 60) ?? '',
    ready: READY,
  })
}

interface GrowthTask {
  readonly chapterId: string
  readonly minutes: number
}

/** What the tab holds before and after so many minutes of five people typing, and what the document grew by. */
async function growth(browser: Browser, northing: Northing, { chapterId, minutes }: GrowthTask) {
  const context = await browser.newContext()
  await enterAs(northing, context, 'pen@demo.northing')
  const page = await context.newPage()
  await page.goto(`${northing.url}/strategies/${STRATEGY}/write/${chapterId}`)
  await page.locator(READY).waitFor()
  const stop = await startOthers(northing, chapterId, OTHERS)
  await page.waitForTimeout(20_000)
  const before = await readHeapMB(page)
  await page.waitForTimeout(minutes * 60_000)
  const after = await readHeapMB(page)
  stop()
  // The same text opened anew: what a tab needs for it without a history.
  await page.reload()
  await page.locator(READY).waitFor()
  await page.waitForTimeout(20_000)
  const reopened = await readHeapMB(page)
  await context.close()
  return { minutes, before, after, reopened }
}
