import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { addChapter } from '../../../app/document/edit-chapters'
import { createProse } from '../../../app/document/create-prose'
import { insertBlock, insertBlockRef } from '../../../app/document/edit'
import { chapterBodyOf } from '../../../app/document/shape'
import type { BenchChapter } from './content'

export const STRATEGY = 'wessex-vale-2026'

export interface Northing {
  readonly url: string
  /** Of the server's process; its PostgreSQL is another. */
  readonly pid: number
  /** As the database's owner, for filling it faster than people would. */
  databaseUrl(): Promise<string>
  /** Of a demonstration member. */
  signIn(email: string): Promise<string>
  stop(): Promise<void>
}

/** The product as it is served, with the demonstration's data in a folder of its own. */
export async function startNorthing(): Promise<Northing> {
  const dataDir = await mkdtemp(join(tmpdir(), 'northing-bench-'))
  const port = await findPort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/index.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DEMO: 'on',
      LOG_LEVEL: 'error',
      DATA_DIR: dataDir,
      PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await waitFor(() => fetch(`${url}/readyz`).then(({ ok }) => ok), 'Northing serves')
  return {
    url,
    pid: child.pid ?? 0,
    async databaseUrl() {
      const access = JSON.parse(await readFile(join(dataDir, 'postgres-access.json'), 'utf8')) as {
        port: number
        password: string
      }
      return `postgresql://northing:${access.password}@127.0.0.1:${access.port}/northing`
    },
    async signIn(email) {
      const answer = await fetch(`${url}/demo/sign-in`, {
        method: 'POST',
        body: new URLSearchParams({ email }),
        // A busy moment outlasts a kept connection, and a form is not sent twice.
        headers: { Origin: url, Connection: 'close' },
        redirect: 'manual',
      })
      return answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ')
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A person's shared document without a browser. */
export async function joinAs(
  northing: Northing,
  email: string,
): Promise<{ doc: Y.Doc; leave: () => void }> {
  const cookie = await northing.signIn(email)
  const doc = new Y.Doc()
  class Socket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie, origin: northing.url } })
    }
  }
  const provider = new WebsocketProvider(
    `${northing.url.replace('http', 'ws')}/collaboration`,
    STRATEGY,
    doc,
    { params: { schema: '1' }, WebSocketPolyfill: Socket as never, disableBc: true },
  )
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  const leave = () => {
    provider.destroy()
    // Presence keeps a timer, and the program with it, until its document goes.
    doc.destroy()
  }
  return { doc, leave }
}

/** Puts chapters into the demonstration's strategy; answers their ids once the server has stored them. */
export async function fill(
  northing: Northing,
  chapters: readonly BenchChapter[],
): Promise<string[]> {
  const { doc, leave } = await joinAs(northing, 'chair@demo.northing')
  const ids: string[] = []
  for (const [index, { title, nodes, blocks }] of chapters.entries()) {
    const id = `bench-${title.toLowerCase().replaceAll(' ', '-')}`
    ids.push(id)
    addChapter(doc, { id, title, afterId: ids.at(-2) ?? null }, null)
    const body = chapterBodyOf(doc, id)
    const prose = nodes.map(({ level, text }) =>
      level
        ? { type: 'heading' as const, level, content: [{ text }] }
        : { type: 'paragraph' as const, content: [{ text }] },
    )
    doc.transact(() => body?.insert(0, createProse(prose, new Map())))
    for (let block = 0; block < blocks; block += 1) {
      const blockId = `bench-block-${index}-${block}`
      insertBlock(
        doc,
        { id: blockId, kind: 'objective', title: `Objective ${block}`, statement: 'By 2029.' },
        null,
      )
      insertBlockRef(doc, { chapterId: id, blockId, index: 3 + block * 12 }, null)
    }
  }
  const cookie = await northing.signIn('chair@demo.northing')
  const last = ids.at(-1) ?? ''
  await waitFor(
    () =>
      fetch(`${northing.url}/api/v1/strategies/${STRATEGY}`, { headers: { cookie } })
        .then((answer) => answer.text())
        .then((text) => text.includes(last)),
    'the text is stored',
  )
  leave()
  return ids
}

export async function waitFor(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 120_000
  while (Date.now() < deadline) {
    if (await isSo().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`Not within two minutes: ${what}`)
}

export function findPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(),
      )
    })
  })
}
