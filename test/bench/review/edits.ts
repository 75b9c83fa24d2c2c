import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { placeThreads } from '../../../app/document/place-threads'
import type { Thread } from '../../../app/domain/discussion/thread'
import type { Suggestion } from '../../../app/domain/suggestions/suggestion'
import { chapterBodyOf } from '../../../app/document/shape'
import { type Northing, STRATEGY, joinAs } from '../editor/northing'

const EDITS = 60
const PACE_MS = 250
/** The kernel counts a process's time in ticks of this length on every common Linux. */
const TICK_MS = 10

/** Milliseconds of CPU that this process has used, all threads of it. */
export function readCpu(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/** What an edit costs the server while pages stand open, less what it uses when nobody edits. */
export async function measureEdits(northing: Northing, chapterId: string): Promise<number> {
  const { doc, leave } = await joinAs(northing, 'council@demo.northing')
  const paragraph = chapterBodyOf(doc, chapterId)
    ?.toArray()
    .find(
      (node): node is Y.XmlElement => node instanceof Y.XmlElement && node.nodeName === 'paragraph',
    )
  const text = paragraph?.get(0)
  if (!(text instanceof Y.XmlText)) throw new Error('there is no paragraph to edit')
  await wait(2_000)
  const idle = await spend(northing.pid, () => wait(EDITS * PACE_MS))
  const busy = await spend(northing.pid, async () => {
    for (let edit = 0; edit < EDITS; edit += 1) {
      text.insert(1, 'x')
      await wait(PACE_MS)
    }
  })
  leave()
  return Math.max(0, busy - idle) / EDITS
}

async function spend(pid: number, act: () => Promise<unknown>): Promise<number> {
  const before = readCpu(pid)
  await act()
  return readCpu(pid) - before
}

/** What the page of all comments costs the server: the one place where the server finds anchors again. */
export async function measureCommentsPage(northing: Northing, cookie: string): Promise<number> {
  return spend(northing.pid, async () => {
    const answer = await fetch(`${northing.url}/strategies/${STRATEGY}/comments`, {
      headers: { cookie },
    })
    if (!answer.ok) throw new Error(`the page of comments answered ${answer.status}`)
    await answer.text()
  })
}

/** Finding every thread and suggestion again in a text that changed, as the server and every page do it. */
export async function measureAnchors(northing: Northing, cookie: string): Promise<number> {
  const [{ threads }, { suggestions }] = await Promise.all([
    read<{ threads: Thread[] }>(northing, cookie, 'threads'),
    read<{ suggestions: Suggestion[] }>(northing, cookie, 'suggestions/data'),
  ])
  const asThreads = suggestions.flatMap((suggestion): Thread[] =>
    'anchor' in suggestion.change
      ? [{ ...(threads[0] as Thread), target: { ...suggestion.change, type: 'text' } }]
      : [],
  )
  const { doc, leave } = await joinAs(northing, 'council@demo.northing')
  const before = process.cpuUsage()
  const placed = placeThreads(doc, [...threads, ...asThreads])
  const { user, system } = process.cpuUsage(before)
  leave()
  const found = placed.filter(({ place }) => place === 'text').length
  if (found < 1_500) throw new Error(`only ${found} of the threads and suggestions were found`)
  return (user + system) / 1_000
}

async function read<T>(northing: Northing, cookie: string, path: string): Promise<T> {
  const answer = await fetch(`${northing.url}/strategies/${STRATEGY}/${path}`, {
    headers: { cookie, accept: 'application/json' },
  })
  return (await answer.json()) as T
}
