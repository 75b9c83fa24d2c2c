import { beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../test/build/database'
import { startWorld, type LiveWorld } from '../../test/collaboration/live-world'
import { connectClient, until } from '../../test/collaboration/live-client'
import { verifyAudit } from '../persistence/verify-audit'
import { VERBS } from './verbs'

let world: LiveWorld

beforeEach(async () => {
  world = await startWorld(await freshDatabase(), { hearsRights: true })
  return () => world.stop()
})

function act(verb: string, ...words: string[]): Promise<readonly string[]> {
  return VERBS[verb]?.act(world.db, words) ?? Promise.reject(new Error(`no verb ${verb}`))
}

const EMAIL = 'editor@live.example'

describe('an operator’s change of rights', () => {
  it.each([
    ['suspend', [EMAIL], 'The editor is suspended and signed out everywhere.'],
    ['set-role', [EMAIL, 'viewer'], 'The editor now has the role “Reader”.'],
    ['sign-out', [EMAIL.toUpperCase()], 'The editor is signed out everywhere (1 session).'],
  ] as const)(
    '[CO116] %s closes the socket of a running server and is written down',
    async (verb, words, says) => {
      const editor = connectClient(world.url, { cookie: world.cookies.editor })
      const chair = connectClient(world.url, { cookie: world.cookies.chair })
      await Promise.all([editor.synced(), chair.synced()])
      expect(await act(verb, ...words)).toEqual([says])
      await until(() => editor.closes.includes(4403), 'closed', 2_000)
      expect(chair.closes).toEqual([])
      editor.destroy()
      chair.destroy()
      expect(await verifyAudit(world.db)).toEqual({ checked: 1, problems: [] })
    },
  )

  it('lets a suspended person in again', async () => {
    await act('suspend', EMAIL)
    await act('unsuspend', EMAIL)
    const person = await world.db.prisma.person.findUnique({ where: { email: EMAIL } })
    expect(person?.suspendedAt).toBeNull()
  })

  it.each([
    ['suspend', ['nobody@live.example'], 'Nobody has the e-mail address nobody@live.example.'],
    ['suspend', [], 'Nobody has the e-mail address (none given).'],
    ['set-role', [EMAIL, 'king'], 'A role is one of chair, editor,'],
  ] as const)('says what is wrong with %s %j', async (verb, words, message) => {
    await expect(act(verb, ...words)).rejects.toThrow(message)
  })
})
