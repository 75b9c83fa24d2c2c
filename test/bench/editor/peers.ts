import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { BenchNode } from './content'

const FOLDER = fileURLToPath(new URL('./peers', import.meta.url))
const STAMP = join(FOLDER, 'node_modules/.installed')
const BUILT = join(FOLDER, 'built')

export const PEERS = ['lexical', 'tiptap'] as const
export type PeerName = (typeof PEERS)[number]

/** The peers are no dependency of the product: they are installed and built here when they are first compared. */
export function preparePeers(): void {
  const manifest = readFileSync(join(FOLDER, 'package.json'), 'utf8')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === manifest) return
  console.log('Installing and building the editors to compare with (a minute or two)')
  runIn('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'])
  const pages = PEERS.map((name) => join(FOLDER, 'pages', `${name}.html`))
  writeFileSync(
    join(FOLDER, 'vite.config.mjs'),
    `import react from '@vitejs/plugin-react'
export default {
  root: 'pages',
  plugins: [react()],
  build: { outDir: '../built', emptyOutDir: true, target: 'es2022', rollupOptions: { input: ${JSON.stringify(pages)} } },
}
`,
  )
  runIn('npx', ['vite', 'build'])
  writeFileSync(STAMP, manifest)
}

function runIn(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { cwd: FOLDER, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`)
}

export interface PeerServer {
  readonly url: string
  stop(): void
}

export async function startPeers(
  contents: Readonly<Record<string, readonly BenchNode[]>>,
): Promise<PeerServer> {
  const content = join(FOLDER, 'content')
  mkdirSync(content, { recursive: true })
  for (const [name, nodes] of Object.entries(contents))
    writeFileSync(join(content, `${name}.json`), JSON.stringify(nodes))
  const child = spawn(process.execPath, [join(FOLDER, 'serve.mjs'), BUILT, content], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const port = await new Promise<number>((resolve) =>
    child.stdout.once('data', (line: Buffer) => resolve(Number(line.toString().trim()))),
  )
  return { url: `http://127.0.0.1:${port}`, stop: () => void child.kill() }
}

/** The page of an editor over a room; `fill`: the first one, which writes that text into it. */
export function addressOf(
  { url }: PeerServer,
  { peer, room, fill }: { peer: PeerName; room: string; fill?: string },
): string {
  const query = new URLSearchParams({ server: url.replace('http', 'ws'), room })
  if (fill) query.set('fill', fill)
  return `${url}/${peer}.html?${query.toString()}`
}

export async function waitUntilFilled(page: Page, nodes: readonly BenchNode[]): Promise<void> {
  const last = nodes.at(-1)?.text ?? ''
  await page.getByText(last).first().waitFor({ timeout: 120_000 })
  await page.waitForTimeout(2_000)
}

/** Paragraphs of the room to type into, as that editor shares them. */
export async function joinPeer(
  server: PeerServer,
  { peer, room }: { peer: PeerName; room: string },
): Promise<{ texts: Y.XmlText[]; leave: () => void }> {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(server.url.replace('http', 'ws'), room, doc, {
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
  })
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  const texts = peer === 'tiptap' ? readTiptap(doc) : readLexical(doc)
  const leave = () => {
    provider.destroy()
    doc.destroy()
  }
  return { texts, leave }
}

function readTiptap(doc: Y.Doc): Y.XmlText[] {
  return doc
    .getXmlFragment('default')
    .toArray()
    .filter((node) => node instanceof Y.XmlElement && node.nodeName === 'paragraph')
    .map((node) => (node as Y.XmlElement).get(0))
    .filter((node) => node instanceof Y.XmlText)
}

/** Its root is a text whose paragraphs are texts inside it. */
function readLexical(doc: Y.Doc): Y.XmlText[] {
  const root = doc.get('root', Y.XmlText)
  return (root.toDelta() as { insert: unknown }[])
    .map(({ insert }) => insert)
    .filter((node) => node instanceof Y.XmlText)
}
