import { createServer, request } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** A company's proxy: passes web pages on and refuses every upgrade. */
export interface BlockingProxy {
  readonly url: string
  readonly refused: () => number
  /** As when a cable is pulled: what is on its way is lost, and nothing new comes through. */
  cut(): Promise<void>
  mend(): Promise<void>
  stop(): Promise<void>
}

export async function startBlockingProxy(target: string): Promise<BlockingProxy> {
  const { hostname, port: targetPort } = new URL(target)
  const open = new Set<Socket>()
  let refused = 0
  let port = 0
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming
    const passed = request({ hostname, port: targetPort, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      // Held back until it is whole, as scanning proxies do.
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => outgoing.end(Buffer.concat(chunks)))
    })
    passed.on('error', () => outgoing.destroy())
    outgoing.on('close', () => passed.destroy())
    incoming.pipe(passed)
  })
  server.on('upgrade', (_incoming, socket) => {
    refused += 1
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  const listen = () =>
    new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', () => {
        ;({ port } = server.address() as AddressInfo)
        resolve()
      })
    })
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of open) socket.destroy()
    })
  await listen()
  return {
    url: `http://127.0.0.1:${port}`,
    refused: () => refused,
    cut,
    mend: listen,
    stop: cut,
  }
}
