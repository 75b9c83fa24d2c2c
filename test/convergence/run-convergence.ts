import * as Y from 'yjs'
import { createDocument } from '../../app/document/create'
import { type Client, buildClient, exchangeAll, settle } from './build-client'
import { type EditKind, Tokens, createRandom, editAtRandom } from './random-edits'

export interface ConvergenceFigures {
  runs: number
  typed: number
  lost: number
  doubled: number
  diverged: number
  /** Runs in which a newcomer's editor showed something else than the others'. */
  newcomerDiffers: number
  troubles: string[]
}

const CLIENTS = 3
const BURSTS = 10

/** One run: three people edit the same chapter in ten offline bursts, meeting after each. */
export async function runConvergence(
  seed: number,
  kinds: readonly EditKind[],
  figures: ConvergenceFigures,
): Promise<void> {
  const random = createRandom(seed * 7919 + 13)
  const tokens = new Tokens()
  const clients = buildClients(seed, tokens)
  for (let burst = 0; burst < BURSTS; burst += 1) {
    for (const client of clients) {
      for (let edits = 1 + random(3); edits > 0; edits -= 1)
        editAtRandom(client, { random, tokens, kinds })
    }
    await meet(clients)
  }
  await meet(clients)
  const newcomer = buildClient(openCopy(clients[0]?.doc, seed * 10 + 9))
  count(figures, { clients, newcomer, tokens })
  for (const { doc } of [...clients, newcomer]) doc.destroy()
}

function buildClients(seed: number, tokens: Tokens): Client[] {
  const text = () => Array.from({ length: 12 }, () => tokens.take()).join('')
  const nodes = [1, 2, 3].map(() => ({ type: 'paragraph' as const, content: [{ text: text() }] }))
  const content = {
    schemaVersion: 1,
    chapters: [{ id: 'chapter', title: 'Chapter', nodes }],
    blocks: [],
  }
  const source = createDocument(content, { clientId: 1 })
  return Array.from({ length: CLIENTS }, (_, index) =>
    buildClient(openCopy(source, seed * 10 + index + 2)),
  )
}

function openCopy(source: Y.Doc | undefined, clientId: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientId
  if (source) Y.applyUpdate(doc, Y.encodeStateAsUpdate(source), 'remote')
  return doc
}

async function meet(clients: readonly Client[]): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    exchangeAll(clients.map((client) => client.doc))
    await settle()
    for (const client of clients) client.update(() => undefined)
  }
}

interface Outcome {
  readonly clients: readonly Client[]
  readonly newcomer: Client
  readonly tokens: Tokens
}

function count(figures: ConvergenceFigures, { clients, newcomer, tokens }: Outcome): void {
  const states = clients.map((client) => client.readState())
  const text = newcomer.readText()
  figures.runs += 1
  figures.typed += tokens.typed.size
  if (states.some((state) => state !== states[0])) figures.diverged += 1
  if (newcomer.readState() !== states[0]) figures.newcomerDiffers += 1
  for (const token of tokens.typed) {
    const times = text.split(token).length - 1
    if (times === 0 && !tokens.deleted.has(token)) figures.lost += 1
    if (times > 1) figures.doubled += 1
  }
  for (const client of [...clients, newcomer])
    figures.troubles.push(...client.troubles.map((trouble) => String(Object.values(trouble))))
}
