import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  buildForeignChair,
  findActor,
  openReview,
  openWriter,
  STRATEGY_ID,
} from '../../../test/build/agreement'
import { ALL_BOARDS, codeOf, openAgreement } from '../../../test/build/agreement-steps'
import { seededDatabase } from '../../../test/build/database'
import { valueOf } from '../../../test/build/history'
import { IMAGES } from '../../../test/build/images'
import { createProse } from '../../../app/document/create-prose'
import { chapterBodyOf, orderChapterIds } from '../../../app/document/shape'
import type { Database } from '../../persistence/database'
import { createFileStore } from '../../persistence/files'
import { createGuestStore } from '../../persistence/guests'
import { createDiscussionServices } from '../discussion/discussion-services'
import { createFilesServices } from '../files/files-services'
import { createToken } from '../sign-in/tokens'
import { createGuestsServices } from './guests-services'

const SEEDING_MS = 120_000
beforeAll(async () => void (await seededDatabase()), SEEDING_MS)

let db: Database
let review: ReturnType<typeof openReview>
let guests: ReturnType<typeof createGuestsServices>
let clock: { now: Date }
let mails: { to: string; text: string }[]

beforeEach(async () => {
  db = await seededDatabase()
  await db.pool.query('DELETE FROM comment; DELETE FROM thread')
  clock = { now: new Date('2026-11-02T10:00:00Z') }
  mails = []
  review = { ...openReview(db), now: () => clock.now }
  guests = createGuestsServices({
    ...review,
    guests: createGuestStore(db),
    files: createFileStore(db),
    mailer: { send: async (mail) => void mails.push(mail) },
    baseUrl: 'https://northing.example',
    createToken,
    later: (task) => void task(),
  })
})

let keys = 0
const newKey = () => `00000000-0000-4000-a000-${String((keys += 1)).padStart(12, '0')}`

const FIELDS = {
  name: 'Cllr Ann Moss',
  organisationName: 'Vale Council',
  email: 'ann@vale.example',
  purpose: 'comment',
  days: '30',
}

/** The token of a new link. */
async function invite(
  fields: Record<string, unknown> = {},
  personId = 'person-pen',
): Promise<string> {
  const actor = await findActor(db, personId)
  const { link } = valueOf(
    await guests.invite(actor, { strategyId: STRATEGY_ID, fields: { ...FIELDS, ...fields } }),
  )
  return link.replace('https://northing.example/guest/', '')
}

async function linkIds(): Promise<string[]> {
  const listed = valueOf(await guests.list(await findActor(db, 'person-pen'), STRATEGY_ID))
  return listed.links.map(({ linkId }) => linkId)
}

const onChapter = async (token: string, text = 'Say it shorter.') => {
  const { content } = valueOf(await guests.open(token))
  const chapterId = content.content.chapters[0]?.id
  return guests.comment(token, { target: { type: 'section', chapterId }, text, key: newKey() })
}

describe('inviting', () => {
  it('[GU1] [GU2] [GU11] mails a link that is kept only as a hash, and is in the audit trail', async () => {
    const token = await invite()
    expect(mails).toEqual([
      {
        to: 'ann@vale.example',
        subject: expect.any(String),
        text: expect.stringContaining(`/guest/${token}\n`),
      },
    ])
    const rows = JSON.stringify(await db.prisma.guestLink.findMany())
    expect(rows).not.toContain(token)
    expect(await db.prisma.outgoingMail.count()).toBe(0)
    expect(
      await db.prisma.auditEntry.findFirst({ where: { action: 'guest.invited' } }),
    ).toMatchObject({
      actorId: 'person-pen',
      data: { name: 'Cllr Ann Moss', purpose: 'comment', days: 30 },
    })
  })

  it('[GU1] is for those who may, of this partnership', async () => {
    for (const [personId, expected] of [
      ['person-reviewer', 'forbidden'],
      ['person-viewer', 'forbidden'],
      ['person-admin', 'done'],
    ] as const) {
      const actor = await findActor(db, personId)
      const input = { strategyId: STRATEGY_ID, fields: FIELDS }
      expect(codeOf(await guests.invite(actor, input))).toBe(expected)
      expect(codeOf(await guests.list(actor, STRATEGY_ID))).toBe(expected)
    }
    const foreign = buildForeignChair()
    expect(codeOf(await guests.invite(foreign, { strategyId: STRATEGY_ID, fields: FIELDS }))).toBe(
      'not_found',
    )
    const [linkId = ''] = await linkIds()
    expect(codeOf(await guests.revoke(foreign, { strategyId: STRATEGY_ID, linkId }))).toBe(
      'not_found',
    )
  })
})

describe('a guest', () => {
  it('[GU6] reads the draft as it is now, then the frozen edition, and nothing else', async () => {
    const token = await invite({ purpose: 'read' })
    const view = valueOf(await guests.open(token))
    expect(view).toMatchObject({
      edition: null,
      guest: { name: 'Cllr Ann Moss', strategyId: STRATEGY_ID },
    })
    const writer = await openWriter(db)
    await writer.type(' and more')
    writer.close()
    const now = valueOf(await guests.open(token))
    expect(now.content.content.chapters[0]?.title).toMatch(/and more$/)
    await openAgreement(db).submit()
    expect(valueOf(await guests.open(token)).edition).toMatchObject({
      number: 1,
      state: 'submitted',
    })
  })

  it('[GU6] sees the pictures of that text, no others, and none once the link has ended', async () => {
    const store = createFileStore(db)
    const files = createFilesServices({ files: store, now: () => clock.now, newId: randomUUID })
    const pen = await findActor(db, 'person-pen')
    const add = async (bytes: Uint8Array) =>
      valueOf(await files.add(pen, { strategyId: STRATEGY_ID, name: 'a.png', bytes })).id
    const [shown, other] = [await add(IMAGES['image/png']), await add(IMAGES['image/gif'])]
    const writer = await openWriter(db)
    await writer.edit((doc) => {
      const image = { type: 'image', fileId: shown, alt: 'The coast', caption: '' } as const
      const [chapterId = ''] = orderChapterIds(doc)
      chapterBodyOf(doc, chapterId)?.insert(0, createProse([image], new Map()))
    })
    writer.close()
    const token = await invite({ purpose: 'read' })
    expect(await guests.readPicture(token, shown)).toMatchObject({
      ok: true,
      value: { mediaType: 'image/png' },
    })
    expect(await guests.readPicture(token, other)).toMatchObject({ ok: false })
    const [linkId = ''] = await linkIds()
    valueOf(await guests.revoke(pen, { strategyId: STRATEGY_ID, linkId }))
    expect(await guests.readPicture(token, shown)).toMatchObject({ ok: false })
  })

  it('[GU10] [GU4] [GU5] is told one thing about links that are unknown, ended or revoked', async () => {
    const ended = await invite({ days: '1' })
    clock.now = new Date('2026-11-02T10:00:01Z')
    const revoked = await invite()
    const [linkId = ''] = await linkIds()
    await guests.revoke(await findActor(db, 'person-chair'), { strategyId: STRATEGY_ID, linkId })
    clock.now = new Date('2026-11-03T10:00:01Z')
    const answers = await Promise.all(
      [ended, revoked, createToken(), '', 'x', `${'a'.repeat(42)}\u0000`].map((token) =>
        guests.open(token),
      ),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  })

  it('[GU5] is out with the next request after the link was revoked, also in the middle of a comment', async () => {
    const token = await invite()
    expect(codeOf(await onChapter(token))).toBe('done')
    const [linkId = ''] = await linkIds()
    const chair = await findActor(db, 'person-chair')
    const before = Date.now()
    await guests.revoke(chair, { strategyId: STRATEGY_ID, linkId })
    expect(
      codeOf(
        await guests.comment(token, {
          target: { type: 'section', chapterId: 'x' },
          text: 'x',
          key: newKey(),
        }),
      ),
    ).toBe('not_found')
    expect(Date.now() - before).toBeLessThan(1_000)
    await guests.revoke(chair, { strategyId: STRATEGY_ID, linkId })
    expect(await db.prisma.auditEntry.count({ where: { action: 'guest.revoked' } })).toBe(1)
  })

  it('[GU7] sees only their own comments, unless the link says otherwise', async () => {
    const [first, second, third] = [
      await invite(),
      await invite(),
      await invite({ seesComments: 'yes' }),
    ]
    await onChapter(first, 'From the first')
    clock.now = new Date('2026-11-02T10:00:01Z')
    await onChapter(second, 'From the second')
    const seen = async (token: string) =>
      valueOf(await guests.open(token)).threads.map(({ comments }) => comments[0]?.text)
    expect(await seen(first)).toEqual(['From the first'])
    expect(await seen(second)).toEqual(['From the second'])
    expect(await seen(third)).toEqual(['From the first', 'From the second'])
  })

  it('[GU8] [DI13] [DI14] comments on a chapter or a block, under their own name; a fact check is one', async () => {
    const token = await invite({ purpose: 'fact_check' })
    expect(codeOf(await onChapter(token, 'It was 9.4.'))).toBe('done')
    clock.now = new Date('2026-11-02T10:00:01Z')
    const target = { type: 'block', chapterId: null, blockId: 'objective-1-1' }
    expect(codeOf(await guests.comment(token, { target, text: 'Right.', key: newKey() }))).toBe(
      'done',
    )
    const members = createDiscussionServices(review)
    const listed = valueOf(
      await members.listThreads(await findActor(db, 'person-viewer'), STRATEGY_ID),
    )
    expect(listed).toMatchObject([
      {
        kind: 'fact_check',
        target: { type: 'section' },
        createdBy: {
          name: 'Cllr Ann Moss',
          organisationName: 'Vale Council, by guest link',
          role: null,
        },
      },
      { kind: 'fact_check', target: { type: 'block' } },
    ])
    const { placed } = valueOf(
      await members.readDiscussion(await findActor(db, 'person-viewer'), STRATEGY_ID),
    )
    expect(placed.map(({ place }) => place)).toEqual(['section', 'block'])
    for (const purpose of ['read', 'endorse']) {
      const other = await invite({ purpose, bodyId: 'body-hwb-ashmere' })
      expect(codeOf(await onChapter(other))).toBe('forbidden')
    }
  })

  it('[GU9] signs off for the one body of the link, and for no other', async () => {
    const [, body] = ALL_BOARDS[0]
    const token = await invite({ purpose: 'endorse', bodyId: body })
    expect(valueOf(await guests.open(token)).signable).toBeNull()
    const { hash: editionHash } = await openAgreement(db).submit()
    expect(valueOf(await guests.open(token)).signable).toMatchObject({ id: body })
    const sign = (bodyId: string) =>
      guests.signOff(token, { bodyId, editionHash, result: 'agreed' })
    expect(codeOf(await sign('body-icp'))).toBe('forbidden')
    expect(codeOf(await sign(body))).toBe('done')
    expect(codeOf(await sign(body))).toBe('conflict')
    expect(valueOf(await guests.open(token))).toMatchObject({
      signable: null,
      signOff: { result: 'agreed', personName: 'Cllr Ann Moss' },
    })
    const reader = await invite({ purpose: 'read' })
    expect(
      codeOf(await guests.signOff(reader, { bodyId: body, editionHash, result: 'agreed' })),
    ).toBe('forbidden')
  })

  it('[GU3] is not invited to sign for a body that is not there', async () => {
    const actor = await findActor(db, 'person-pen')
    const fields = { ...FIELDS, purpose: 'endorse', bodyId: 'body-elsewhere' }
    expect(codeOf(await guests.invite(actor, { strategyId: STRATEGY_ID, fields }))).toBe('invalid')
  })
})
