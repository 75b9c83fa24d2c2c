import * as Y from 'yjs'
import { createDocument } from '../../app/document/create'
import { canonicaliseJson } from '../../app/domain/signoff/canonical-json'
import type { StrategyContent } from '../../app/domain/strategy/strategy'
import { createHistoryThread, type HistoryThread } from '../../server/history/history-thread'
import { buildLongStrategy, editStrategy, TWO_HUNDRED_PAGES } from '../build/long-strategy'

const ROUNDS = 15

/** 200 pages, in the thread of the program: kept, compared, restored. Times include the way there and back. */
export async function runHistory(): Promise<void> {
  const before = buildLongStrategy(TWO_HUNDRED_PAGES, 1)
  const after = editStrategy(before, 120, 2)
  const other = buildLongStrategy(TWO_HUNDRED_PAGES, 3)
  const thread = createHistoryThread()
  try {
    const document = createDocument(before, { clientId: 1 })
    const updates = [Y.encodeStateAsUpdate(document)]
    const kept = await thread.keep({ updates, previous: null })
    const texts = {
      before: kept.content,
      after: await pack(thread, after),
      other: await pack(thread, other),
    }
    const content = (text: keyof typeof texts) =>
      ({ type: 'content', content: texts[text] }) as const
    const words = canonicaliseJson(before.chapters, 'text').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
    console.log(
      `${before.chapters.reduce((sum, { nodes }) => sum + nodes.length, 0)} nodes, about ${words} words, ${before.blocks.length} blocks`,
    )
    console.log(
      `a version: ${size(kept.content)} text and ${size(kept.state)} document, compressed`,
    )
    const compared = await thread.compare(content('before'), content('after'))
    console.log(`compared: ${compared.summary.sentence}`)
    console.log('\n| | median ms | p95 ms |\n| --- | --- | --- |')
    await measure('compare two versions', () => thread.compare(content('before'), content('after')))
    await measure('compare two texts without a line in common', () =>
      thread.compare(content('before'), content('other')),
    )
    await measure('keep a version, with what changed', () =>
      thread.keep({ updates, previous: texts.after }),
    )
    const scope = { type: 'everything' } as const
    const current = [Y.encodeStateAsUpdate(edited(updates))]
    await measure('work out a restore of everything', () =>
      thread.restore({ state: kept.state, updates: current, scope }),
    )
  } finally {
    await thread.close()
  }
}

async function pack(thread: HistoryThread, content: StrategyContent): Promise<Uint8Array> {
  const updates = [Y.encodeStateAsUpdate(createDocument(content, { clientId: 1 }))]
  return (await thread.keep({ updates, previous: null })).content
}

/** As somebody would have written in it since. */
function edited(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  const chapters = doc.getMap('chapters')
  for (let edit = 0; edit < 120; edit += 1) {
    const chapter = chapters.get(`chapter-${edit % 12}`) as Y.Map<Y.XmlElement>
    const node = chapter.get('body')?.get(1 + (edit % 10))
    const text = node instanceof Y.XmlElement ? node.get(0) : null
    if (text instanceof Y.XmlText) text.insert(3, `edit ${edit} `)
  }
  return doc
}

async function measure(what: string, act: () => Promise<unknown>): Promise<void> {
  await act()
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now()
    await act()
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(0)
  console.log(`| ${what} | ${at(0.5)} | ${at(0.95)} |`)
}

function size(bytes: Uint8Array): string {
  return `${(bytes.length / 1024).toFixed(0)} KB`
}
