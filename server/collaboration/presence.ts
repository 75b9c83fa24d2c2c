import type { Actor } from '../../app/domain/access/actor'
import { MAX_PRESENCE_BYTES } from './limits'
import { encodePresence, type PresenceEntry } from './protocol'

/** White text on each has a contrast of at least 4.5:1. */
export const PRESENCE_COLOURS = [
  '#005eb8',
  '#7c2855',
  '#00703c',
  '#aa4400',
  '#4c2c92',
  '#00697a',
  '#b10e1e',
  '#3d5a00',
] as const

/** What a client may say about itself. Who it is, the server says. */
const OWN_FIELDS = [
  'anchorPos',
  'focusPos',
  'focusing',
  'awarenessData',
  'chapterId',
  'blockId',
] as const

const MAX_DEPARTED = 1_000

/** What other nodes are told of somebody at this one. */
export interface OwnPresence extends PresenceEntry {
  readonly personId: string
}

interface PresentClient {
  owner: object | null
  /** The node whose socket it is; null: this one. */
  node: string | null
  /** The clock that node gave it. Ours may stand higher, when it was gone for a while. */
  saidClock: number
  readonly personId: string
  clock: number
  state: string
}

export interface PresenceChanges {
  readonly message: Uint8Array
  /** Those of the changes that are about people at this node. */
  readonly own: readonly OwnPresence[]
  /** The one owner who need not hear it, if there is only one. */
  readonly only: object | null
}

/** Who is here in one room, as the raw states that are passed on. A socket speaks for one client id, its own. */
export class Presence {
  private readonly clients = new Map<number, PresentClient>()
  private readonly owners = new Map<object, number>()
  private readonly changed = new Set<number>()
  /** When each node was last heard of. */
  private readonly nodes = new Map<string, number>()

  /** Takes a socket's message; answers whether there is anything to tell. */
  hear(owner: object, actor: Actor, entries: readonly PresenceEntry[]): boolean {
    let heard = false
    for (const entry of entries) {
      // A y-websocket client echoes what it hears of others: not its own, and no news.
      if (this.mayClaim(owner, actor.personId, entry))
        heard = this.take(owner, actor, entry) || heard
    }
    return heard
  }

  leave(owner: object): boolean {
    const clientId = this.clientOf(owner)
    const client = clientId === null ? undefined : this.clients.get(clientId)
    this.owners.delete(owner)
    if (clientId === null || !client) return false
    client.owner = null
    client.clock += 1
    client.state = 'null'
    this.changed.add(clientId)
    return true
  }

  /** The client id a socket speaks for. */
  clientOf(owner: object): number | null {
    return this.owners.get(owner) ?? null
  }

  /** Who is here with this client id, or was a moment ago. */
  personOf(clientId: number): string | null {
    return this.clients.get(clientId)?.personId ?? null
  }

  /** Everybody who is here, for a newcomer. */
  encodeAll(): Uint8Array | null {
    const here = [...this.clients].filter(([, { state }]) => state !== 'null')
    return here.length === 0 ? null : encodePresence(here.map(toEntry))
  }

  /** What changed since the last call. */
  takeChanges(): PresenceChanges | null {
    const changes = [...this.changed].flatMap((clientId) => {
      const client = this.clients.get(clientId)
      return client ? [[clientId, client] as const] : []
    })
    this.changed.clear()
    this.forgetDeparted()
    if (changes.length === 0) return null
    const message = encodePresence(changes.map(toEntry))
    const own = changes.filter(([, { node }]) => node === null).map(toOwn)
    return { message, own, only: changes.length === 1 ? (changes[0]?.[1].owner ?? null) : null }
  }

  /** Everybody at this node, for the others. */
  listOwn(): OwnPresence[] {
    return [...this.clients]
      .filter(([, { node, state }]) => node === null && state !== 'null')
      .map(toOwn)
  }

  /** What another node says of its people; answers whether there is anything to tell. */
  hearNode(node: string, entries: readonly OwnPresence[], at: number): boolean {
    this.nodes.set(node, at)
    const news = entries.filter((entry) => this.isNews(node, entry))
    for (const { clientId, clock, state, personId } of news) {
      const known = this.clients.get(clientId)
      if (known?.owner) this.owners.delete(known.owner)
      const ours = Math.max(clock, (known?.clock ?? -1) + 1)
      const here = { owner: null, node, saidClock: clock, personId, clock: ours, state }
      this.clients.set(clientId, here)
      this.changed.add(clientId)
    }
    return news.length > 0
  }

  /** Takes away the people of every node that has been silent since then; answers whether anybody went. */
  dropSilentNodes(since: number): boolean {
    const silent = [...this.nodes].filter(([, at]) => at < since).map(([node]) => node)
    return silent.filter((node) => this.dropNode(node)).length > 0
  }

  dropNode(node: string): boolean {
    this.nodes.delete(node)
    let dropped = false
    for (const [clientId, client] of this.clients) {
      if (client.node !== node || client.state === 'null') continue
      client.clock += 1
      client.state = 'null'
      this.changed.add(clientId)
      dropped = true
    }
    return dropped
  }

  private isNews(node: string, { clientId, clock, state }: OwnPresence): boolean {
    const known = this.clients.get(clientId)
    if (!known) return state !== 'null'
    // Somebody who reconnects is at two nodes for a moment; the newer word counts.
    if (known.node !== node) return clock > known.clock
    const isBack = known.state === 'null' && state !== 'null' && clock === known.saidClock
    return clock > known.saidClock || isBack
  }

  /** Those who left are remembered, so that their late echo is not taken for a newcomer; not for ever. */
  private forgetDeparted(): void {
    if (this.clients.size < this.owners.size + MAX_DEPARTED) return
    for (const [clientId, { owner, state }] of this.clients)
      if (!owner && state === 'null') this.clients.delete(clientId)
  }

  private mayClaim(owner: object, personId: string, { clientId, state }: PresenceEntry): boolean {
    const known = this.clients.get(clientId)
    if (known?.owner === owner) return true
    const own = this.clientOf(owner)
    if (own !== null || state === 'null') return false
    // A client that reconnects comes back with its id, sometimes before its old socket is known to be dead.
    return known === undefined || known.personId === personId
  }

  private take(owner: object, actor: Actor, entry: PresenceEntry): boolean {
    const state = entry.state === 'null' ? 'null' : identify(actor, entry.state)
    if (state === null) return false
    const known = this.clients.get(entry.clientId)
    // Its own clock may stand behind what others were told when it left.
    const clock = Math.max(entry.clock, (known?.clock ?? -1) + 1)
    if (known?.owner && known.owner !== owner) this.owners.delete(known.owner)
    const here = { owner, node: null, saidClock: clock, personId: actor.personId, clock, state }
    this.clients.set(entry.clientId, here)
    this.owners.set(owner, entry.clientId)
    this.changed.add(entry.clientId)
    return true
  }
}

function toOwn([clientId, { clock, state, personId }]: readonly [
  number,
  PresentClient,
]): OwnPresence {
  return { clientId, clock, state, personId }
}

function toEntry([clientId, { clock, state }]: readonly [number, PresentClient]): PresenceEntry {
  return { clientId, clock, state }
}

/** The state with the identity of the session, whatever the client wrote there; null when it cannot be used. */
function identify(actor: Actor, state: string): string | null {
  if (state.length > MAX_PRESENCE_BYTES) return null
  const said = parseObject(state)
  if (!said) return null
  const name = actor.name.slice(0, 128)
  const color = colourOf(actor.personId)
  const own = OWN_FIELDS.filter((field) => Object.hasOwn(said, field)).map((field) => [
    field,
    said[field],
  ])
  const user = {
    personId: actor.personId,
    name,
    organisation: actor.organisationName.slice(0, 128),
    color,
  }
  return JSON.stringify({ ...Object.fromEntries(own), name, color, user })
}

function parseObject(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    // What a client says about itself is dropped when it is not JSON; nothing depends on it.
    return null
  }
}

function colourOf(personId: string): string {
  let hash = 0
  for (const letter of personId) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  return PRESENCE_COLOURS[hash % PRESENCE_COLOURS.length] ?? PRESENCE_COLOURS[0]
}
