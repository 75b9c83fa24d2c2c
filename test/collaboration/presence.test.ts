import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../build/database'
import { PRESENCE_COLOURS } from '../../server/collaboration/presence'
import { encodePresence } from '../../server/collaboration/protocol'
import { connectClient, type LiveClient, openedRaw, pause, until } from './live-client'
import { type LiveWorld, type PersonName, STRATEGY, startWorld } from './live-world'

let world: LiveWorld
let clients: LiveClient[] = []

beforeAll(async () => {
  world = await startWorld(await freshDatabase())
})
afterEach(() => {
  for (const client of clients) client.destroy()
  clients = []
})
afterAll(() => world.stop())

describe('S28 and S29 presence', () => {
  it('[CO50] shows everybody, readers too, as the session names them', async () => {
    const [chair, viewer] = [connect('chair'), connect('viewer')]
    viewer.provider.awareness.setLocalState({
      name: 'The chair',
      color: 'red;background:url(//x)',
      user: { personId: 'person-chair', name: 'The chair' },
      focusing: true,
      secret: 'kept to itself',
    })
    await until(() => stateOf(chair, viewer) !== undefined, 'the viewer is seen')
    const seen = stateOf(chair, viewer)
    expect(seen).toMatchObject({
      name: 'The viewer',
      focusing: true,
      user: { personId: 'person-viewer', name: 'The viewer', organisation: 'Organisation here' },
    })
    expect(seen?.['color']).toMatch(/^#[0-9a-f]{6}$/)
    expect(seen).not.toHaveProperty('secret')
  })

  it.each([
    'red;background:url(//x)',
    '"><img src=x onerror=alert(1)>',
    '#005eb8;--x:url(//x)',
    { toString: 'x' },
  ])('S29 [CO50] a colour or name of one’s own (%j) reaches nobody', async (said) => {
    const [chair, viewer] = [connect('chair'), connect('viewer')]
    viewer.provider.awareness.setLocalState({
      name: said,
      color: said,
      user: { name: said, color: said },
    })
    await until(() => stateOf(chair, viewer) !== undefined, 'the viewer is seen')
    const seen = stateOf(chair, viewer)
    expect(PRESENCE_COLOURS).toContain(seen?.['color'])
    expect(JSON.stringify(seen)).not.toMatch(/url\(|onerror|toString/)
  })

  it('S28 [CO50] a name of a megabyte is 128 characters', async () => {
    await world.db.prisma.person.update({
      where: { id: 'person-editor' },
      data: { name: 'N'.repeat(1_000_000) },
    })
    const [chair, editor] = [connect('chair'), connect('editor')]
    editor.provider.awareness.setLocalStateField('focusing', true)
    await until(() => stateOf(chair, editor) !== undefined, 'the editor is seen')
    expect(stateOf(chair, editor)?.['name']).toBe('N'.repeat(128))
  })

  it('[CO51] a socket speaks for its own client id only, and shortly', async () => {
    const [chair, editor] = [connect('chair'), connect('editor')]
    chair.provider.awareness.setLocalStateField('focusing', true)
    await until(() => stateOf(editor, chair) !== undefined, 'the chair is seen')
    const chairId = chair.doc.clientID
    const raw = await openedRaw(`${world.url}/${STRATEGY}?schema=1`, {
      cookie: world.cookies.viewer,
    })
    const states = Array.from({ length: 1_000 }, (_, index) => ({
      clientId: 500_000 + index,
      clock: 1,
      state: '{}',
    }))
    raw.socket.send(encodePresence([{ clientId: chairId, clock: 99, state: 'null' }]))
    raw.socket.send(
      encodePresence([
        { clientId: 400_000, clock: 1, state: JSON.stringify({ focusing: 'x'.repeat(1_000_000) }) },
      ]),
    )
    raw.socket.send(encodePresence(states))
    await until(() => idsAt(editor).includes(500_000), 'one of them is taken')
    await pause(100)
    expect(idsAt(editor).filter((id) => id >= 400_000 && id < 600_000)).toEqual([500_000])
    expect(stateOf(editor, chair)).toBeDefined()
    raw.socket.close()
  })

  it('[CO52] is gone when the socket closes, and back when it comes back', async () => {
    const [chair, editor] = [connect('chair'), connect('editor')]
    chair.provider.awareness.setLocalStateField('focusing', true)
    await until(() => stateOf(editor, chair) !== undefined, 'seen')
    chair.provider.disconnect()
    await until(() => stateOf(editor, chair) === undefined, 'gone')
    chair.provider.connect()
    chair.provider.awareness.setLocalStateField('focusing', false)
    await until(() => stateOf(editor, chair) !== undefined, 'back')
    expect(stateOf(editor, chair)?.['focusing']).toBe(false)
  })

  it('[CO53] many movements of a moment are one message', async () => {
    const [chair, editor] = [connect('chair'), connect('editor')]
    chair.provider.awareness.setLocalStateField('focusing', true)
    await until(() => stateOf(editor, chair) !== undefined, 'seen')
    let messages = 0
    editor.provider.awareness.on('update', () => (messages += 1))
    for (let n = 0; n < 100; n += 1) chair.provider.awareness.setLocalStateField('awarenessData', n)
    await until(() => stateOf(editor, chair)?.['awarenessData'] === 99, 'the last one')
    expect(messages).toBeLessThan(10)
  })
})

function connect(name: PersonName): LiveClient {
  const client = connectClient(world.url, { cookie: world.cookies[name] })
  clients.push(client)
  return client
}

function stateOf(at: LiveClient, of: LiveClient): Record<string, unknown> | undefined {
  return at.provider.awareness.getStates().get(of.doc.clientID)
}

function idsAt(client: LiveClient): number[] {
  return [...client.provider.awareness.getStates().keys()]
}
