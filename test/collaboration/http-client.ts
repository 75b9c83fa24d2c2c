import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { LiveWorld, PersonName } from './live-world'
import { STRATEGY } from './live-world'

/** A page on a network that blocks sockets, request by request: for what an honest one never does, or does twice. */
export interface RawChannel {
  readonly address: string
  poll(after: number, options?: { wait?: number; cookie?: string }): Promise<Polled>
  post(
    from: number,
    frames: readonly Uint8Array[],
    headers?: Record<string, string>,
  ): Promise<number>
  leave(from: number): Promise<Response>
}

export interface Polled {
  readonly status: number
  readonly cacheControl: string | null
  readonly first: number
  readonly frames: Uint8Array[]
  readonly closed: number
}

export async function openChannel(
  world: LiveWorld,
  who: PersonName,
  query = 'schema=1&northing=1&content=2',
): Promise<RawChannel> {
  const answer = await openAnswer(world, { cookie: world.cookies[who] }, query)
  const { channel } = (await answer.json()) as { channel: string }
  const address = `${channelsOf(world)}/${channel}`
  const cookie = world.cookies[who]
  return {
    address,
    poll: (after, options) => poll(address, { after, cookie, ...options }),
    async post(from, frames, headers = {}) {
      const body = encodeFrames(frames)
      const sent = await fetch(`${address}?from=${from}`, {
        method: 'POST',
        body: Buffer.from(body),
        headers: { cookie, ...headers },
      })
      return sent.status
    },
    leave: (from) =>
      fetch(`${address}?from=${from}&last=1`, { method: 'POST', headers: { cookie } }),
  }
}

export function openAnswer(
  world: LiveWorld,
  headers: Record<string, string>,
  query = 'schema=1&northing=1&content=2',
): Promise<Response> {
  return fetch(`${channelsOf(world)}?${query}`, { method: 'POST', headers })
}

function channelsOf({ port }: LiveWorld): string {
  return `http://127.0.0.1:${port}/collaboration/${STRATEGY}/channel`
}

async function poll(
  address: string,
  { after, wait = 1_000, cookie }: { after: number; wait?: number; cookie: string },
): Promise<Polled> {
  const answer = await fetch(`${address}?after=${after}&wait=${wait}`, { headers: { cookie } })
  const about = { status: answer.status, cacheControl: answer.headers.get('cache-control') }
  if (answer.status !== 200) return { ...about, first: 0, frames: [], closed: 0 }
  const decoder = decoding.createDecoder(new Uint8Array(await answer.arrayBuffer()))
  const closed = decoding.readVarUint(decoder)
  decoding.readVarString(decoder)
  const first = decoding.readVarUint(decoder)
  const frames: Uint8Array[] = []
  while (decoding.hasContent(decoder)) frames.push(decoding.readVarUint8Array(decoder))
  return { ...about, first, frames, closed }
}

export function encodeFrames(frames: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame)
  return encoding.toUint8Array(encoder)
}
