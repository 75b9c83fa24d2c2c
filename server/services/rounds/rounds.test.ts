import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  buildForeignChair,
  DOCUMENT_ID,
  findActor,
  openWriter,
  STRATEGY_ID,
} from '../../../test/build/agreement'
import { codeOf, openAgreement } from '../../../test/build/agreement-steps'
import { seededDatabase } from '../../../test/build/database'
import { valueOf } from '../../../test/build/history'
import { formOf, openRounds, ROUND_FIELDS } from '../../../test/build/rounds'
import type { Database } from '../../persistence/database'
import { createNoticeStore } from '../../persistence/notices'
import { mailNextNotice } from '../notices/mail-notices'

const SEEDING_MS = 120_000
beforeAll(async () => void (await seededDatabase()), SEEDING_MS)

let db: Database
let clock: { now: Date }
let open: ReturnType<typeof openRounds>
const strategyId = STRATEGY_ID

beforeEach(async () => {
  db = await seededDatabase()
  await db.pool.query('DELETE FROM comment; DELETE FROM thread')
  clock = { now: new Date('2026-11-02T10:00:00Z') }
  open = openRounds(db, clock)
})

const FIELDS = ROUND_FIELDS

const actor = (personId: string) => findActor(db, personId)

async function create(fields: Partial<typeof FIELDS> = {}): Promise<string> {
  const form = formOf({ ...FIELDS, ...fields })
  return valueOf(await open.rounds.create(await actor('person-pen'), { strategyId, form })).roundId
}

async function openNew(fields: Partial<typeof FIELDS> = {}): Promise<string> {
  const roundId = await create(fields)
  valueOf(await open.rounds.open(await actor('person-pen'), { strategyId, roundId }))
  return roundId
}

async function read(roundId: string, personId = 'person-chair') {
  return valueOf(await open.rounds.read(await actor(personId), { strategyId, roundId })).round
}

async function finish(roundId: string, personId: string, note = '') {
  const answer = 'finished' as const
  return open.rounds.answer(await actor(personId), { strategyId, roundId, answer, note })
}

async function invite(): Promise<{ token: string; linkId: string }> {
  const pen = await actor('person-pen')
  const fields = {
    name: 'Cllr Ann Moss',
    organisationName: 'Vale Council',
    email: 'ann@vale.example',
    purpose: 'comment',
    days: '30',
  }
  const { link } = valueOf(await open.guests.invite(pen, { strategyId, fields }))
  const { links } = valueOf(await open.guests.list(pen, strategyId))
  return { token: link.split('/guest/')[1] ?? '', linkId: links[0]?.linkId ?? '' }
}

const toldOf = (kind: string) =>
  db.prisma.notice.findMany({ where: { kind }, orderBy: { personId: 'asc' } })

describe('a round', () => {
  it('[RR4] [RR19] is a draft that only those who run rounds see, until it is opened', async () => {
    const roundId = await create()
    const key = { strategyId, roundId }
    const { rounds } = open
    expect(codeOf(await rounds.read(await actor('person-reviewer'), key))).toBe('not_found')
    expect(valueOf(await rounds.list(await actor('person-reviewer'), strategyId)).rounds).toEqual(
      [],
    )
    expect(codeOf(await rounds.read(buildForeignChair(), key))).toBe('not_found')
    expect(
      codeOf(
        await rounds.create(await actor('person-reviewer'), { strategyId, form: formOf(FIELDS) }),
      ),
    ).toBe('forbidden')
    const form = formOf({ ...FIELDS, title: 'Second reading' })
    valueOf(await rounds.change(await actor('person-chair'), { ...key, form }))
    valueOf(await rounds.open(await actor('person-pen'), key))
    expect(await read(roundId, 'person-viewer')).toMatchObject({
      title: 'Second reading',
      state: 'open',
    })
    expect(codeOf(await rounds.change(await actor('person-pen'), { ...key, form }))).toBe(
      'conflict',
    )
    expect(codeOf(await rounds.open(await actor('person-pen'), key))).toBe('conflict')
  })

  it('[RR5] [RR2] asks each person once, and keeps the text they are asked about', async () => {
    const { linkId } = await invite()
    const roundId = await openNew({
      asked: [...FIELDS.asked, 'person:person-pen', `guest:${linkId}`, 'person:nobody'],
    })
    const { people, text } = await read(roundId)
    expect(people.map(({ name }) => name).sort()).toEqual(
      [
        'Cllr Ann Moss',
        'Cllr David Penrose',
        'Dame Ruth Alder',
        'Grace Okoro',
        'Lucy Hart',
        'Peter Lyle',
        'Samir Patel',
      ].sort(),
    )
    expect(people.find(({ isGuest }) => isGuest)).toMatchObject({
      organisationName: 'Vale Council',
    })
    const version = await db.prisma.documentVersion.findFirstOrThrow({
      where: { documentId: DOCUMENT_ID, seq: BigInt(text?.version ?? 0) },
      include: { marks: true },
    })
    expect(text).toMatchObject({ edition: null, sha256: version.contentSha256 })
    expect(version.marks).toMatchObject([{ name: 'Sent for review: First reading', kind: 'named' }])
    const writer = await openWriter(db)
    await writer.type(' and more')
    writer.close()
    expect((await read(roundId)).text).toEqual(text)
  })

  it('[NO16] tells who was invited without an account at the address they were invited at', async () => {
    const { linkId, token } = await invite()
    await openNew({ asked: [`guest:${linkId}`, 'person:person-reviewer'] })
    const noticeStore = createNoticeStore(db)
    const parts = { noticeStore, baseUrl: '', secret: 'a secret', now: () => clock.now }
    while (await mailNextNotice(parts));
    const mails = await db.prisma.outgoingMail.findMany({ orderBy: { toAddress: 'asc' } })
    expect(mails.map(({ toAddress }) => toAddress)).toEqual([
      'ann@vale.example',
      'reviewer@demo.northing',
    ])
    const text = mails[0]?.text ?? ''
    expect(text).toContain('by 20 November 2026')
    expect(text).toContain('open the link that Samir Patel sent you by mail')
    expect(text).toContain('It works until 2 December 2026.')
    expect(text).not.toContain(token)
    expect(text).not.toContain('/review/')
  })

  it('[RR3] [RR8] of an edition names its hash, and only that edition counts as opened', async () => {
    const { hash } = await openAgreement(db).submit()
    const roundId = await openNew({ text: '1' })
    expect((await read(roundId)).text).toEqual({ edition: 1, version: null, sha256: hash })
    const reviewer = await actor('person-reviewer')
    const readAt = async () =>
      (await read(roundId)).people.find(({ personId }) => personId === 'person-reviewer')?.readAt
    await open.rounds.noteRead(reviewer, { strategyId, edition: null })
    expect(await readAt()).toBeNull()
    await open.rounds.noteRead(reviewer, { strategyId, edition: 1 })
    expect(await readAt()).toBe(clock.now.toISOString())
    const form = formOf({ ...FIELDS, text: '2' })
    expect(codeOf(await open.rounds.create(await actor('person-pen'), { strategyId, form }))).toBe(
      'invalid',
    )
  })

  it('[RR5] opens for nobody and after its day never', async () => {
    const pen = await actor('person-pen')
    const empty = await create({ asked: ['person:nobody'] })
    expect(codeOf(await open.rounds.open(pen, { strategyId, roundId: empty }))).toBe('conflict')
    const roundId = await create()
    clock.now = new Date('2026-11-21T10:00:00Z')
    expect(codeOf(await open.rounds.open(pen, { strategyId, roundId }))).toBe('conflict')
    expect(await toldOf('round_opened')).toEqual([])
  })

  it('[RR8] tells everybody once, but not who opened it; opening the text is kept once', async () => {
    const roundId = await openNew()
    const told = await toldOf('round_opened')
    expect(told.map(({ personId }) => personId)).toEqual([
      'person-admin',
      'person-chair',
      'person-hwb',
      'person-icb-secretary',
      'person-reviewer',
    ])
    expect(told[0]?.path).toBe(`/strategies/${strategyId}/review/${roundId}`)
    const chair = await actor('person-chair')
    await Promise.all(
      Array.from({ length: 8 }, () => open.rounds.noteRead(chair, { strategyId, edition: null })),
    )
    await open.rounds.noteRead(await actor('person-viewer'), { strategyId, edition: null })
    const { events } = await read(roundId)
    expect(events.filter(({ action }) => action === 'read')).toMatchObject([
      { personId: 'person-chair' },
    ])
  })

  it('[RR6] gives more time with a reason, and tells who has not answered', async () => {
    const roundId = await openNew()
    valueOf(await finish(roundId, 'person-reviewer'))
    const pen = await actor('person-pen')
    const extend = (fields: Record<string, string>) =>
      open.rounds.extend(pen, { strategyId, roundId, form: formOf(fields) })
    const day = { 'dueOn-day': '27', 'dueOn-month': '11', 'dueOn-year': '2026' }
    expect(codeOf(await extend({ ...day, note: '' }))).toBe('invalid')
    expect(codeOf(await extend({ ...day, 'dueOn-day': '19', note: 'x' }))).toBe('invalid')
    valueOf(await extend({ ...day, note: 'The board met late.' }))
    expect((await read(roundId)).dueOn).toBe('2026-11-27')
    const told = (await toldOf('round_opened')).filter(({ about }) => about.startsWith('More time'))
    expect(told.map(({ personId }) => personId)).toEqual([
      'person-admin',
      'person-chair',
      'person-hwb',
      'person-icb-secretary',
    ])
  })

  it('[RR7] is cancelled only with a reason, and then nothing moves it', async () => {
    const roundId = await openNew()
    const pen = await actor('person-pen')
    const key = { strategyId, roundId }
    expect(codeOf(await open.rounds.cancel(pen, { ...key, note: ' ' }))).toBe('invalid')
    valueOf(await open.rounds.cancel(pen, { ...key, note: 'Wrong text.' }))
    expect(await read(roundId)).toMatchObject({ state: 'cancelled', endedReason: 'Wrong text.' })
    expect(codeOf(await open.rounds.close(pen, { ...key, note: '' }))).toBe('conflict')
    expect(codeOf(await finish(roundId, 'person-reviewer'))).toBe('conflict')
  })

  it('[RR9] [RR10] is answered by who was asked, guests too, each once', async () => {
    const { token, linkId } = await invite()
    const roundId = await openNew({ asked: ['person:person-reviewer', `guest:${linkId}`] })
    expect(codeOf(await finish(roundId, 'person-chair'))).toBe('forbidden')
    const shown = valueOf(await open.rounds.openAsGuest(token, null))
    expect(shown).toMatchObject([{ id: roundId, people: [{ name: 'Cllr Ann Moss' }] }])
    const answer = (kind: 'finished' | 'declined', note: string) =>
      open.rounds.answerAsGuest(token, { roundId, answer: kind, note })
    valueOf(await answer('declined', 'Away.'))
    valueOf(await answer('finished', 'Back again.'))
    expect(codeOf(await answer('declined', ''))).toBe('conflict')
    expect((await read(roundId)).people.find(({ isGuest }) => isGuest)).toMatchObject({
      answer: 'finished',
      note: 'Back again.',
      readAt: clock.now.toISOString(),
    })
    expect(
      codeOf(await open.rounds.answerAsGuest('x', { roundId, answer: 'finished', note: '' })),
    ).toBe('not_found')
  })

  it('[RR9] keeps one answer of two sent at the same instant, and all of different people', async () => {
    const roundId = await openNew()
    const both = [
      'person-reviewer',
      'person-reviewer',
      'person-chair',
      'person-admin',
      'person-hwb',
    ]
    const answers = await Promise.all(both.map((personId) => finish(roundId, personId)))
    expect(answers.map(codeOf)).toEqual(['done', 'done', 'done', 'done', 'done'])
    const { events } = await read(roundId)
    expect(events.filter(({ action }) => action === 'finish')).toHaveLength(4)
  })

  it('[RR9] [RR4] ends in one order when it is closed while people finish', async () => {
    const roundId = await openNew()
    const pen = await actor('person-pen')
    const people = ['person-reviewer', 'person-chair', 'person-admin', 'person-hwb']
    const [closed, ...answers] = await Promise.all([
      open.rounds.close(pen, { strategyId, roundId, note: '' }),
      ...people.map((personId) => finish(roundId, personId)),
    ])
    expect(codeOf(closed)).toBe('done')
    const { events, people: asked } = await read(roundId)
    const taken = answers.filter(({ ok }) => ok).length
    expect(asked.filter(({ answer }) => answer === 'finished')).toHaveLength(taken)
    expect(answers.filter(({ ok }) => !ok).map(codeOf)).toEqual(Array(4 - taken).fill('conflict'))
    expect(events.findLastIndex(({ action }) => action === 'close')).toBeGreaterThan(-1)
    const audited = await db.prisma.auditEntry.count({
      where: { subject: roundId, action: 'round.finished' },
    })
    expect(audited).toBe(taken)
  })

  it('[RR11] [RR12] reminds once from two nodes, and not who has finished', async () => {
    const roundId = await openNew()
    valueOf(await finish(roundId, 'person-reviewer'))
    const second = openRounds(db, clock)
    const remind = (today: string) =>
      Promise.all([
        open.rounds.remind(today),
        second.rounds.remind(today),
        open.rounds.remind(today),
      ])
    await remind('2026-11-16')
    expect(await toldOf('due_soon')).toEqual([])
    await remind('2026-11-17')
    await remind('2026-11-18')
    expect(await toldOf('due_soon')).toHaveLength(5)
    await remind('2026-11-21')
    const overdue = await toldOf('overdue')
    // Five who have not answered, one of them the owner, who is told the numbers too.
    expect(overdue).toHaveLength(6)
    expect(overdue.some(({ personId }) => personId === 'person-reviewer')).toBe(false)
  })

  it('[RR13] reminds one person by hand once a day, also when two do it at once', async () => {
    const roundId = await openNew()
    const input = { strategyId, roundId, personId: 'person-reviewer' }
    const [pen, chair] = [await actor('person-pen'), await actor('person-chair')]
    const both = await Promise.all([
      open.rounds.remindPerson(pen, input),
      open.rounds.remindPerson(chair, input),
    ])
    expect(both.map(codeOf).sort()).toEqual(['conflict', 'done'])
    clock.now = new Date('2026-11-03T10:00:00Z')
    valueOf(await open.rounds.remindPerson(pen, input))
    expect(await toldOf('due_soon')).toHaveLength(2)
    const audited = await db.prisma.auditEntry.findMany({ where: { action: 'round.reminded' } })
    expect(audited).toHaveLength(2)
    expect(audited[0]?.data).toMatchObject({ aboutId: 'person-reviewer' })
    expect(codeOf(await open.rounds.remindPerson(await actor('person-reviewer'), input))).toBe(
      'forbidden',
    )
  })

  it('[RR19] keeps every step, and what was asked, for good', async () => {
    const roundId = await openNew()
    for (const statement of [
      `UPDATE review_round SET title = 'x' WHERE id = '${roundId}'`,
      `DELETE FROM review_round WHERE id = '${roundId}'`,
      `UPDATE review_round_person SET organisation = 'x'`,
      `UPDATE review_round_event SET note = 'x'`,
      `DELETE FROM review_round_event`,
      `TRUNCATE review_round_event CASCADE`,
    ])
      await expect(db.pool.query(statement)).rejects.toThrow(
        /never changes|only ever added|foreign key/,
      )
    const entries = await db.prisma.auditEntry.findMany({ where: { subject: roundId } })
    expect(entries.map(({ action }) => action)).toEqual(['round.created', 'round.opened'])
  })

  it('[RR9] waits on the start page until it is answered', async () => {
    const roundId = await openNew()
    const reviewer = await actor('person-reviewer')
    const waiting = async () => valueOf(await open.rounds.listWaiting(reviewer))
    expect(await waiting()).toMatchObject([
      { roundId, title: 'First reading', dueOn: '2026-11-20' },
    ])
    valueOf(await finish(roundId, 'person-reviewer'))
    expect(await waiting()).toEqual([])
  })
})
