import { describe, expect, it } from 'vitest'
import { RETRY_SOCKET_MS, WayMemory } from './way-memory'

describe('which way messages travel', () => {
  it('[LV1] is a socket, and requests after two that delivered nothing', () => {
    const { memory } = build()
    expect(memory.choose()).toBe('socket')
    memory.socketFailed()
    expect(memory.choose()).toBe('socket')
    memory.socketFailed()
    expect(memory.choose()).toBe('requests')
  })

  it('[LV1] is a socket again when requests fail as well: everything is away', () => {
    const { memory } = build()
    memory.socketFailed()
    memory.socketFailed()
    memory.requestsFailed()
    expect(memory.choose()).toBe('socket')
  })

  it('[LV2] is kept for ten minutes, also over a reload', () => {
    const { memory, reload, clock } = build()
    memory.socketIsBlocked()
    expect(reload().choose()).toBe('requests')
    clock.now += RETRY_SOCKET_MS - 1
    expect(reload().choose()).toBe('requests')
    clock.now += 1
    expect(reload().choose()).toBe('socket')
  })

  it('[LV2] is a socket again as soon as one works', () => {
    const { memory, reload } = build()
    memory.socketIsBlocked()
    memory.socketWorks()
    expect(memory.choose()).toBe('socket')
    expect(reload().choose()).toBe('socket')
  })
})

function build() {
  const kept = new Map<string, string>()
  const clock = { now: 1_000_000 }
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const reload = () => new WayMemory(store, () => clock.now)
  return { memory: reload(), reload, clock }
}
