import { type Socket, connect, createServer } from 'node:net'

/** A way to some server that can swallow everything without closing anything, as a broken network does. */
export interface Partition {
  readonly url: string
  swallow(): void
  heal(): void
  stop(): Promise<void>
}

export async function startPartition(target: string): Promise<Partition> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let isWhole = true

  function carry(from: Socket, to: Socket): void {
    sockets.add(from)
    from.on('data', (bytes) => isWhole && to.write(bytes))
    from.on('error', () => to.destroy())
    from.on('close', () => {
      sockets.delete(from)
      if (isWhole) to.destroy()
    })
  }

  const server = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port) })
    carry(near, far)
    carry(far, near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const own = address && typeof address === 'object' ? address.port : 0
  return {
    url: `redis://127.0.0.1:${own}`,
    swallow: () => void (isWhole = false),
    heal: () => void (isWhole = true),
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
