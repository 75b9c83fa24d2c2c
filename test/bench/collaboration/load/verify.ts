import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { readAll, startParagraph } from '../clients/fixtures'
import { PEERS_FOLDER } from '../machine/paths'
import { sleep, within } from '../machine/time'
import type { LoadContext } from './context'

export interface VerifyTask {
  readonly room: string
}

/** Whether the light client and the protocol's own client understand each other, in both directions. */
export async function runVerify(context: LoadContext, { room }: VerifyTask) {
  const doc = new Y.Doc()
  const client = context.connect({ room, index: 0, doc })
  await client.connect()
  await within(client.synced, 10_000, 'syncing')
  const own =
    context.adapter.protocol === 'hocuspocus'
      ? typeInHocuspocus(context, room)
      : typeInProvider(context, room)
  await sleep(1300)
  const paragraph = startParagraph(doc)
  paragraph.insert(paragraph.length, 'light')
  const theirs = await own
  await sleep(500)
  const mine = readAll(doc)
  client.terminate()
  const ok = [mine, theirs].every((text) => text.includes('provider') && text.includes('light'))
  return { ok, mine, theirs, acknowledged: client.acknowledged }
}

async function typeInProvider({ adapter, target }: LoadContext, room: string): Promise<string> {
  const place = { ports: target.ports, room, index: 1 }
  const headers = adapter.headers?.(place) ?? {}
  class SignedInSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers })
    }
  }
  const url = new URL(adapter.url(place))
  const path = url.pathname.split('/')
  const name = path.pop() ?? ''
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${url.origin}${path.join('/')}`, name, doc, {
    WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: Object.fromEntries(url.searchParams),
  })
  await sleep(800)
  const paragraph = startParagraph(doc)
  paragraph.insert(paragraph.length, 'provider')
  await sleep(1500)
  provider.destroy()
  return readAll(doc)
}

/** Its packages are not ours, so it runs beside them. */
async function typeInHocuspocus({ adapter, target }: LoadContext, room: string): Promise<string> {
  const url = adapter.url({ ports: target.ports, room, index: 1 })
  const { stdout } = await promisify(execFile)(process.execPath, ['provider.mjs', url, room], {
    cwd: PEERS_FOLDER,
  })
  return stdout
}
