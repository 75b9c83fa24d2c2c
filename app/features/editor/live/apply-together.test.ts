import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { describe, expect, it, vi } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { applyTogether } from './apply-together'

/** A page that hears a text of some lines, one message a line. */
function listen(lines: readonly string[]) {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider('ws://127.0.0.1', 'text', doc, {
    connect: false,
    disableBc: true,
    // Never used: nothing connects.
    WebSocketPolyfill: Object as never,
  })
  applyTogether(provider)
  const told: string[] = []
  doc.on('update', (_update, origin) => told.push(origin === provider ? 'from the server' : 'own'))
  const server = new Y.Doc()
  const updates: Uint8Array[] = []
  server.on('update', (update) => updates.push(update))
  for (const line of lines) server.getArray<string>('lines').push([line])
  const hear = (write: (encoder: encoding.Encoder) => void) => {
    const [message, answer] = [encoding.createEncoder(), encoding.createEncoder()]
    write(message)
    const decoder = decoding.createDecoder(encoding.toUint8Array(message))
    provider.messageHandlers[0]?.(answer, decoder, provider, true, 0)
    return encoding.length(answer)
  }
  return {
    provider,
    told,
    hear,
    hearLine: (index: number) =>
      hear((encoder) => writeUpdate(encoder, updates[index] ?? new Uint8Array([0, 0]))),
    hearEnd: () => hear((encoder) => writeSyncStep2(encoder, new Y.Doc())),
    readLines: () => doc.getArray<string>('lines').toArray(),
    server,
    stop: () => provider.destroy(),
  }
}

describe('a text that arrives in parts', () => {
  it('[LV43] is put into the document at once, before the page is told that all of it is here', () => {
    const page = listen(['one', 'two', 'three'])
    const whenSynced: string[][] = []
    page.provider.on('sync', (isSynced: boolean) => isSynced && whenSynced.push(page.readLines()))
    const answers = [0, 1, 2].map((index) => page.hearLine(index))
    expect(answers).toEqual([0, 0, 0])
    expect(page.readLines()).toEqual([])
    page.hearEnd()
    expect(whenSynced).toEqual([['one', 'two', 'three']])
    expect(page.told).toEqual(['from the server'])
    page.stop()
  })

  it('[LV43] goes on when one part cannot be read', () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const page = listen(['one', 'two'])
    page.hearLine(0)
    page.hear((encoder) => writeUpdate(encoder, new Uint8Array([255])))
    page.hearLine(1)
    page.hearEnd()
    expect(page.readLines()).toEqual(['one', 'two'])
    expect(page.provider.synced).toBe(true)
    expect(told).toHaveBeenCalledOnce()
    told.mockRestore()
    page.stop()
  })

  it('[LV43] goes on as it is written once it is here', () => {
    const page = listen(['one', 'two'])
    page.hearLine(0)
    page.hearEnd()
    page.hearLine(1)
    expect(page.readLines()).toEqual(['one', 'two'])
    expect(page.told).toHaveLength(2)
    page.stop()
  })

  it('[LV43] keeps what came when the connection breaks off', () => {
    const page = listen(['one', 'two'])
    page.hearLine(0)
    page.provider.emit('connection-close', [null, page.provider])
    expect(page.readLines()).toEqual(['one'])
    page.stop()
  })

  it('[LV43] answers what the server asks for meanwhile', () => {
    const page = listen(['one'])
    page.provider.doc.getArray<string>('lines').push(['own'])
    const length = page.hear((encoder) => writeSyncStep1(encoder, page.server))
    expect(length).toBeGreaterThan(5)
    page.stop()
  })
})
