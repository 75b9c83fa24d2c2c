import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HttpChannels, type Seat } from './http-channels'
import type { Admission } from './member'

let server: Server
let left = 0

beforeEach(async () => {
  left = 0
  const seat: Seat = {
    receive: () => undefined,
    touch: () => undefined,
    close: () => undefined,
    leave: () => (left += 1),
  }
  const channels = new HttpChannels({
    admit: async () => ({
      state: 'admitted',
      admission: { strategyId: 'strategy-1' } as Admission,
    }),
    readSession: () => 'session',
    isOwnOrigin: () => true,
    takeSeat: () => seat,
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    silenceMs: 800,
  })
  server = createServer((request, response) => {
    if (!channels.handleRequest(request, response)) response.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

describe('a channel nobody uses', () => {
  it('[CO136] leaves its room after the silence, and not while it is used', async () => {
    const channel = await open()
    for (let n = 0; n < 10; n += 1) {
      await pause(100)
      expect((await fetch(`${channel}?after=0&wait=0`)).status).toBe(200)
    }
    expect(left).toBe(0)
    await pause(1_200)
    expect(left).toBe(1)
    expect((await fetch(`${channel}?after=0&wait=0`)).status).toBe(404)
  })

  it('[CO132] a poll that is given up does not take the answer of the next one', async () => {
    const channel = await open()
    const givenUp = new AbortController()
    const first = fetch(`${channel}?after=0&wait=1000`, { signal: givenUp.signal })
    await pause(20)
    const second = fetch(`${channel}?after=0&wait=100`)
    givenUp.abort()
    await expect(first).rejects.toThrow(/abort/i)
    expect((await second).status).toBe(200)
  })
})

describe('other addresses', () => {
  it('[CO130] are not for channels', async () => {
    for (const path of ['/', '/collaboration/strategy-1', '/collaboration/../channel'])
      expect((await fetch(address(path), { method: 'POST' })).status).toBe(418)
    expect((await fetch(address('/collaboration/strategy-1/channel'))).status).toBe(405)
  })
})

async function open(): Promise<string> {
  const answer = await fetch(address('/collaboration/strategy-1/channel'), { method: 'POST' })
  const { channel } = (await answer.json()) as { channel: string }
  return address(`/collaboration/strategy-1/channel/${channel}`)
}

function address(path: string): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
