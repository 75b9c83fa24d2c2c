import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { Decision } from '../../../app/domain/suggestions/decide-suggestion'
import { anchorWordsIn, flatOf } from '../../../test/build/anchor-words'
import { freshDatabase } from '../../../test/build/database'
import { actorOf, valueOf } from '../../../test/build/history'
import { openSuggestionsOf } from '../../../test/build/suggestions'
import { connectClient, type LiveClient, until } from '../../../test/collaboration/live-client'
import {
  type LiveWorld,
  readStored,
  startWorld,
  STRATEGY,
} from '../../../test/collaboration/live-world'
import type { Database } from '../../persistence/database'

let db: Database
let world: LiveWorld
let services: ReturnType<typeof openSuggestionsOf>
let clients: LiveClient[] = []

beforeEach(async () => {
  db = await freshDatabase()
  world = await startWorld(db, { extraRoots: new Set() })
  services = openSuggestionsOf(db, world.collaboration)
})
afterEach(async () => {
  for (const client of clients) client.destroy()
  clients = []
  await world.stop()
})

async function enter(): Promise<LiveClient> {
  const client = connectClient(world.url, {
    cookie: world.cookies.editor,
    params: { content: '2' },
  })
  clients.push(client)
  await client.synced()
  return client
}

let keys = 0
const newKey = () => `00000000-0000-4000-9000-${String((keys += 1)).padStart(12, '0')}`
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.code)
const messageOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.message)

async function textNow(): Promise<string> {
  return flatOf(await readStored(world.log), 'foreword').string
}

/** The first words of the foreword, as a page anchors them. */
async function anchorFirst(length: number) {
  const doc = await readStored(world.log)
  const quote = flatOf(doc, 'foreword').string.slice(0, length)
  return anchorWordsIn(doc, { chapterId: 'foreword', quote })
}

const FIELD = { type: 'field', blockId: 'objective-1', key: 'title', after: 'Fewer people vape' }

async function propose(
  change: unknown = FIELD,
  { personId = 'person-reviewer', key = newKey() } = {},
) {
  const actor = await actorOf(db, personId)
  return services.propose(actor, { strategyId: STRATEGY, change, reason: 'It reads better.', key })
}

async function proposed(
  change?: unknown,
  options?: Parameters<typeof propose>[1],
): Promise<string> {
  return valueOf(await propose(change, options)).suggestionId
}

async function decide(
  suggestionId: string,
  decision: Decision,
  fields: { personId?: string; reason?: string; byHand?: boolean } = {},
) {
  const { personId = 'person-editor', reason = 'As agreed.', byHand = false } = fields
  return services.decide(await actorOf(db, personId), {
    strategyId: STRATEGY,
    suggestionId,
    decision,
    reason,
    byHand,
  })
}

async function list() {
  return valueOf(await services.list(await actorOf(db, 'person-viewer'), STRATEGY)).suggestions
}

describe('suggestions', () => {
  it('[SU1] [SU6] [SU13] are made by a reviewer, accepted by an editor, and seen by whoever has the text open', async () => {
    const editor = await enter()
    const anchor = await anchorFirst(7)
    const before = await textNow()
    const id = await proposed({
      type: 'text',
      chapterId: 'foreword',
      anchor,
      insert: 'Something new',
    })
    expect(await textNow()).toBe(before)
    valueOf(await decide(id, 'accept'))
    const after = before.replace(anchor.quote, 'Something new')
    expect(await textNow()).toBe(after)
    await until(() => flatOf(editor.doc, 'foreword').string === after, 'seen by the editor')
    expect(await list()).toMatchObject([
      {
        id,
        state: 'accepted',
        about: 'Foreword',
        before: anchor.quote,
        after: 'Something new',
        mayBeUndone: true,
        createdBy: { id: 'person-reviewer' },
        events: [
          { action: 'propose', reason: 'It reads better.', person: { id: 'person-reviewer' } },
          {
            action: 'accept',
            reason: 'As agreed.',
            byHand: false,
            person: { id: 'person-editor' },
          },
        ],
      },
    ])
    expect((await list())[0]?.events.map(({ person }) => person.organisationName)).not.toContain('')
    const audit = await db.prisma.auditEntry.findMany({
      where: { subject: id },
      orderBy: { seq: 'asc' },
    })
    expect(audit.map(({ action }) => action)).toEqual([
      'suggestion.proposed',
      'suggestion.accepted',
    ])
    const last = await db.prisma.documentUpdate.findFirstOrThrow({ orderBy: { seq: 'desc' } })
    expect(last.personId).toBe('person-editor')
  })

  it('[SU15] are taken back, and then open again', async () => {
    const before = await textNow()
    const id = await proposed({
      type: 'text',
      chapterId: 'foreword',
      anchor: await anchorFirst(7),
      insert: '',
    })
    valueOf(await decide(id, 'accept'))
    expect(await textNow()).not.toBe(before)
    valueOf(await decide(id, 'reopen'))
    expect(await db.prisma.auditEntry.count({ where: { action: 'suggestion.reopened' } })).toBe(1)
    expect(await textNow()).toBe(before)
    expect(await list()).toMatchObject([{ state: 'proposed', mayBeUndone: false }])
    valueOf(await decide(id, 'accept'))
    expect(await textNow()).not.toBe(before)
  })

  it('[SU12] are refused where the text has changed; then accepted by hand, with both texts kept', async () => {
    const first = await proposed()
    const second = await proposed({ ...FIELD, after: 'Fewer people smoke or vape' })
    valueOf(await decide(first, 'accept'))
    const refused = await decide(second, 'accept')
    expect(messageOf(refused)).toMatch(
      /^The text has changed .*nothing was changed\. Write it in by hand/,
    )
    expect(await list()).toMatchObject([{ state: 'accepted' }, { state: 'proposed' }])
    valueOf(await decide(second, 'accept', { byHand: true, reason: '' }))
    expect((await list())[1]).toMatchObject({
      state: 'accepted',
      before: 'Fewer people smoke',
      events: [{}, { byHand: true }],
    })
  })

  it('[SU3] [SU2] [SU4] are rejected with a reason, or withdrawn by their author only', async () => {
    const id = await proposed()
    expect(codeOf(await decide(id, 'reject', { reason: ' ' }))).toBe('invalid')
    expect(codeOf(await decide(id, 'withdraw'))).toBe('forbidden')
    expect(codeOf(await decide(id, 'accept', { personId: 'person-reviewer' }))).toBe('forbidden')
    expect(codeOf(await decide(id, 'reject'))).toBe('done')
    expect(messageOf(await decide(id, 'accept'))).toMatch(/has been rejected already/)
    const other = await proposed()
    expect(
      codeOf(await decide(other, 'withdraw', { personId: 'person-reviewer', reason: '' })),
    ).toBe('done')
    expect((await db.prisma.liveDocument.findFirstOrThrow()).head).toBe(1n)
  })

  it('[SU16] accepted five times at once change the text once', async () => {
    const before = await textNow()
    const anchor = await anchorFirst(7)
    const id = await proposed({
      type: 'text',
      chapterId: 'foreword',
      anchor,
      insert: `Now ${anchor.quote}`,
    })
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => decide(id, 'accept')))
    expect(outcomes.map(codeOf).sort()).toEqual([
      'conflict',
      'conflict',
      'conflict',
      'conflict',
      'done',
    ])
    expect(await textNow()).toBe(before.replace(anchor.quote, `Now ${anchor.quote}`))
  })

  it('[SU17] of one person are all accepted, except those that cannot be', async () => {
    const first = await proposed()
    const second = await proposed({ ...FIELD, after: 'Other' })
    const third = await proposed({ type: 'remove_block', blockId: 'objective-1' })
    const others = await proposed(FIELD, { personId: 'person-editor' })
    const editor = await actorOf(db, 'person-editor')
    const input = { strategyId: STRATEGY, personId: 'person-reviewer', reason: '' }
    const all = valueOf(await services.acceptAllFrom(editor, input))
    expect(all).toMatchObject({ accepted: 2, refused: [{ suggestionId: second }] })
    const states = Object.fromEntries((await list()).map(({ id, state }) => [id, state]))
    expect(states).toEqual({
      [first]: 'accepted',
      [second]: 'proposed',
      [third]: 'accepted',
      [others]: 'proposed',
    })
    const reviewer = await actorOf(db, 'person-reviewer')
    expect(codeOf(await services.acceptAllFrom(reviewer, input))).toBe('forbidden')
  })

  it('[SU18] rest while the text is frozen, except that they are rejected or withdrawn', async () => {
    const [first, second] = [await proposed(), await proposed()]
    await db.prisma.strategy.updateMany({ data: { state: 'submitted' } })
    expect(codeOf(await propose())).toBe('conflict')
    expect(codeOf(await decide(first, 'accept'))).toBe('conflict')
    expect(codeOf(await decide(first, 'reject'))).toBe('done')
    expect(codeOf(await decide(second, 'withdraw', { personId: 'person-reviewer' }))).toBe('done')
  })

  it('[AC16] [AC17] ask for rights, and are nothing to another partnership', async () => {
    expect(codeOf(await propose(FIELD, { personId: 'person-viewer' }))).toBe('forbidden')
    const id = await proposed()
    const foreign = { ...(await actorOf(db, 'person-chair')), partnershipId: 'elsewhere' }
    expect(codeOf(await services.list(foreign, STRATEGY))).toBe('not_found')
    const step = { strategyId: STRATEGY, suggestionId: id, decision: 'accept', reason: '' } as const
    expect(codeOf(await services.decide(foreign, step))).toBe('not_found')
    const chair = await actorOf(db, 'person-chair')
    expect(codeOf(await services.decide(chair, { ...step, suggestionId: 'none' }))).toBe(
      'not_found',
    )
    expect(codeOf(await services.decide(chair, { ...step, suggestionId: 'no\u0000ne' }))).toBe(
      'not_found',
    )
  })

  it('[NO2] [NO5] are told to their author once they are decided, and only then', async () => {
    const id = await proposed()
    await decide(id, 'reject', { reason: '' })
    expect(await db.prisma.notice.count()).toBe(0)
    await decide(id, 'reject', { reason: 'No\nmoney.' })
    const [told, ...others] = await db.prisma.notice.findMany()
    expect(others).toEqual([])
    expect(told).toMatchObject({ mailedAt: null, about: 'Your suggestion was rejected' })
    expect(told?.sentences).toContain('The reason given: No money.')
    expect(told?.path).toContain(`/suggestions?show=all#suggestion-${id}`)
    const own = await proposed(FIELD, { personId: 'person-editor' })
    await decide(own, 'reject')
    expect(await db.prisma.notice.count()).toBe(1)
  })

  it('[SU6] sent twice are made once; what was suggested never changes', async () => {
    const key = newKey()
    const ids = await Promise.all(Array.from({ length: 3 }, () => proposed(FIELD, { key })))
    expect(new Set(ids).size).toBe(1)
    expect(await db.prisma.suggestion.count()).toBe(1)
    expect(codeOf(await propose(FIELD, { key, personId: 'person-editor' }))).toBe('conflict')
    const update = (sql: string) => db.pool.query(sql)
    await expect(update(`UPDATE suggestion SET after = 'forged'`)).rejects.toThrow('never changes')
    await expect(update('DELETE FROM suggestion')).rejects.toThrow('only ever added')
    await expect(update(`UPDATE suggestion_event SET reason = 'forged'`)).rejects.toThrow(
      'only ever added',
    )
  })
})
