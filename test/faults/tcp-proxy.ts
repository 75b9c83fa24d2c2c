import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net'

/** A network between clients and a server that can be made worse. */
export interface TcpProxy {
  readonly port: number
  /** Where new connections go; a server that came back may have another port. */
  aim(port: number): void
  /** Bytes wait here in both directions, on connections that exist now: half-open for ever. Nobody is told. */
  hold(): HeldConnections
  /** The same on every connection, and on new ones, which get no answer: answers how the line comes back. */
  cut(): () => void
  /** Each direction waits this long from now on. */
  delay(ms: number): void
  /** Bytes a second towards the client, on connections made while there is a limit; without one they are fast again. */
  limit(bytesPerSecond: number | null): void
  /** Ends every connection with a reset. */
  reset(): void
  /** Refuses new connections and resets those there are. */
  refuse(isRefusing: boolean): void
  stop(): Promise<void>
}

export interface HeldConnections {
  /** The network notices at last: both ends are reset. */
  reset(): void
}

interface Link {
  readonly client: Socket
  readonly upstream: Socket
  isHeld: boolean
}

export async function startProxy(target: number): Promise<TcpProxy> {
  let aimed = target
  let delayMs = 0
  let bytesPerSecond: number | null = null
  let isRefusing = false
  let isCut = false
  const links = new Set<Link>()
  /** Those too of which one end has gone while the line was cut. */
  const all = new Set<Link>()

  function accept(client: Socket): void {
    client.on('error', () => undefined)
    if (isRefusing) {
      client.resetAndDestroy()
      return
    }
    const upstream = connect({ port: aimed, host: '127.0.0.1', noDelay: true })
    upstream.on('error', () => undefined)
    client.setNoDelay(true)
    const link: Link = { client, upstream, isHeld: false }
    links.add(link)
    all.add(link)
    carry(link, 'up', { delay: () => delayMs })
    if (bytesPerSecond === null) carry(link, 'down', { delay: () => delayMs })
    else trickle(upstream, client, () => bytesPerSecond)
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const)
      one.once('close', () => {
        links.delete(link)
        if (!link.isHeld) all.delete(link)
        // Half-open: the other end does not hear of it.
        if (!link.isHeld) other.destroy()
      })
    if (isCut) setHeld(link, true)
  }

  const server = createServer(accept)
  const port = await listen(server)
  return {
    port,
    aim: (port) => (aimed = port),
    hold() {
      const held = [...links]
      for (const link of held) setHeld(link, true)
      return { reset: () => held.forEach(resetLink) }
    },
    cut() {
      isCut = true
      for (const link of links) setHeld(link, true)
      return () => {
        isCut = false
        for (const link of all) mend(link)
      }
    },
    delay: (ms) => (delayMs = ms),
    limit: (limit) => (bytesPerSecond = limit),
    reset: () => [...links].forEach(resetLink),
    refuse(value) {
      isRefusing = value
      if (value) [...links].forEach(resetLink)
    },
    async stop() {
      ;[...links].forEach(resetLink)
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Line {
  readonly delay: () => number
}

function carry(link: Link, way: 'up' | 'down', line: Line): void {
  const [from, to] = way === 'up' ? [link.client, link.upstream] : [link.upstream, link.client]
  const pass = (bytes: Buffer) => {
    if (to.destroyed) return
    if (!to.write(bytes)) {
      from.pause()
      to.once('drain', () => !link.isHeld && from.resume())
    }
  }
  from.on('data', (bytes) => {
    const ms = line.delay()
    if (ms > 0) setTimeout(() => pass(bytes), ms)
    else pass(bytes)
  })
  from.on('end', () => !link.isHeld && to.end())
}

const TRICKLES_PER_SECOND = 10

/** Reads no more than it may pass on, so that the sender's side fills up as it would behind a slow line. */
function trickle(from: Socket, to: Socket, limit: () => number | null): void {
  from.pause()
  from.on('readable', () => undefined)
  const timer = setInterval(() => {
    const bytesPerSecond = limit()
    const step =
      bytesPerSecond === null
        ? from.readableLength
        : Math.ceil(bytesPerSecond / TRICKLES_PER_SECOND)
    const bytes: unknown = from.read(Math.min(step, from.readableLength) || undefined)
    if (bytes instanceof Buffer) to.write(bytes)
  }, 1_000 / TRICKLES_PER_SECOND)
  from.once('close', () => clearInterval(timer))
  to.once('close', () => clearInterval(timer))
}

function setHeld(link: Link, isHeld: boolean): void {
  link.isHeld = isHeld
  for (const socket of [link.client, link.upstream]) {
    if (isHeld) socket.pause()
    else socket.resume()
  }
}

/** Who has given up on the line meanwhile is gone for the other end as well. */
function mend(link: Link): void {
  const isGone = link.client.destroyed || link.upstream.destroyed
  if (isGone) resetLink(link)
  else setHeld(link, false)
}

function resetLink(link: Link): void {
  link.isHeld = false
  for (const socket of [link.client, link.upstream]) if (!socket.destroyed) socket.resetAndDestroy()
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
