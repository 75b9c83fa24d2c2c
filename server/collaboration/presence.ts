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

interface PresentClient {
  owner: object | null
  readonly personId: string
  clock: number
  state: string
}

/** Who is here in one room, as the raw states that are passed on. A socket speaks for one client id, its own. */
export class Presence {
  private readonly clients = new Map<number, PresentClient>()
  private readonly owners = new Map<object, number>()
  private readonly changed = new Set<number>()

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

  /** Everybody who is here, for a newcomer. */
  encodeAll(): Uint8Array | null {
    const here = [...this.clients].filter(([, { state }]) => state !== 'null')
    return here.length === 0 ? null : encodePresence(here.map(toEntry))
  }

  /** What changed since the last call, with the one owner who need not hear it, if there is only one. */
  takeChanges(): { message: Uint8Array; only: object | null } | null {
    const changes = [...this.changed].flatMap((clientId) => {
      const client = this.clients.get(clientId)
      return client ? [[clientId, client] as const] : []
    })
    this.changed.clear()
    this.forgetDeparted()
    if (changes.length === 0) return null
    const message = encodePresence(changes.map(toEntry))
    return { message, only: changes.length === 1 ? (changes[0]?.[1].owner ?? null) : null }
  }

  /** Those who left are remembered, so that their late echo is not taken for a newcomer; not for ever. */
  private forgetDeparted(): void {
    if (this.clients.size < this.owners.size + MAX_DEPARTED) return
    for (const [clientId, { owner }] of this.clients) if (!owner) this.clients.delete(clientId)
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
    this.clients.set(entry.clientId, { owner, personId: actor.personId, clock, state })
    this.owners.set(owner, entry.clientId)
    this.changed.add(entry.clientId)
    return true
  }
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
