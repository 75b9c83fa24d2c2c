import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { encodeNotice } from '../../../server/collaboration/protocol'
import {
  CHANGES,
  type Change,
  type ChangeSocket,
  listenForChanges,
  readChange,
} from './strategy-changes'

let sockets: FakeSocket[] = []
let heard: Change[] = []

beforeEach(() => {
  vi.useFakeTimers()
  sockets = []
  heard = []
})
afterEach(() => vi.useRealTimers())

describe('listening for changes', () => {
  it('passes on what the server says', () => {
    listen()
    sockets[0]?.say(encodeNotice({ type: 'changed', what: 'threads' }))
    sockets[0]?.say(encodeNotice({ type: 'saved', updates: 3 }))
    sockets[0]?.say(Uint8Array.of(1, 1, 0))
    expect(heard).toEqual(['threads'])
  })

  it('comes back after an interruption and counts everything as changed', () => {
    listen()
    sockets[0]?.open()
    expect(heard).toEqual([])
    sockets[0]?.end(4503)
    vi.advanceTimersByTime(500)
    sockets[1]?.open()
    expect(heard).toEqual([...CHANGES])
  })

  it('waits longer each time, at most 30 seconds', () => {
    listen()
    const opened: number[] = []
    const start = Date.now()
    for (let n = 0; n < 10; n += 1) {
      sockets.at(-1)?.end(1006)
      const count = sockets.length
      while (sockets.length === count) vi.advanceTimersByTime(250)
      opened.push(Date.now() - start)
    }
    const waits = opened.map((at, index) => at - (opened[index - 1] ?? 0))
    expect(waits[0]).toBe(500)
    expect(waits.at(-1)).toBe(30_000)
  })

  it('stays away when it is refused or no longer wanted', () => {
    const stop = listen()
    sockets[0]?.end(4403)
    vi.advanceTimersByTime(60_000)
    expect(sockets).toHaveLength(1)
    stop()
    expect(sockets[0]?.isClosed).toBe(true)
  })

  it('does not know a kind of change from a newer server', () => {
    const message = Buffer.from(encodeNotice({ type: 'changed', what: 'threads' })).toString(
      'latin1',
    )
    expect(readChange(Buffer.from(message.replace('threads', 'dragons'), 'latin1'))).toBeNull()
  })
})

class FakeSocket implements ChangeSocket {
  onopen: ChangeSocket['onopen'] = null
  onmessage: ChangeSocket['onmessage'] = null
  onclose: ChangeSocket['onclose'] = null
  isClosed = false
  open(): void {
    this.onopen?.({})
  }
  end(code: number): void {
    this.onclose?.({ code, reason: '' })
  }
  close(): void {
    this.isClosed = true
  }
  say(message: Uint8Array): void {
    this.onmessage?.({ data: Uint8Array.from(message).buffer })
  }
}

function listen(): () => void {
  return listenForChanges({
    onChange: (what) => heard.push(what),
    openSocket: () => {
      const socket = new FakeSocket()
      sockets.push(socket)
      return socket
    },
    random: () => 1,
  })
}
