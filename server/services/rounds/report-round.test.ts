import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findActor, STRATEGY_ID } from '../../../test/build/agreement'
import { codeOf } from '../../../test/build/agreement-steps'
import { seededDatabase } from '../../../test/build/database'
import { valueOf } from '../../../test/build/history'
import { formOf, openRounds, ROUND_FIELDS } from '../../../test/build/rounds'
import type { Database } from '../../persistence/database'

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

const actor = (personId: string) => findActor(db, personId)

async function openNew(): Promise<string> {
  const pen = await actor('person-pen')
  const form = formOf(ROUND_FIELDS)
  const { roundId } = valueOf(await open.rounds.create(pen, { strategyId, form }))
  valueOf(await open.rounds.open(pen, { strategyId, roundId }))
  return roundId
}

let keys = 0

async function comment(personId: string, text: string): Promise<void> {
  const person = await actor(personId)
  const { chapters } = valueOf(await open.discussion.readDiscussion(person, strategyId))
  const key = `00000000-0000-4000-a000-${String((keys += 1)).padStart(12, '0')}`
  const target = { type: 'section', chapterId: chapters[0]?.id }
  const input = { strategyId, target, text, key, kind: 'question' }
  valueOf(await open.discussion.startThread(person, input))
}

describe('the report of a round', () => {
  it('[RR14] [RR15] [RR16] [RR17] reports what was said, what became of it and who was silent', async () => {
    await comment('person-reviewer', 'Before the round')
    clock.now = new Date('2026-11-02T11:00:00Z')
    const roundId = await openNew()
    clock.now = new Date('2026-11-03T11:00:00Z')
    await comment('person-reviewer', '=Where is the coast?')
    await comment('person-council', 'Not asked')
    const answer = { strategyId, roundId, answer: 'finished', note: 'Well done' } as const
    valueOf(await open.rounds.answer(await actor('person-reviewer'), answer))
    const pen = await actor('person-pen')
    const key = { strategyId, roundId }
    const report = async () => valueOf(await open.rounds.report(pen, key)).report
    expect(await report()).toMatchObject({
      comments: [
        { text: '=Where is the coast?', kind: 'question', answer: null, authorName: 'Grace Okoro' },
      ],
      unanswered: [{ text: '=Where is the coast?' }],
      undecided: [],
    })
    const [thread] = (await report()).comments
    valueOf(
      await open.discussion.resolveThread(pen, {
        strategyId,
        threadId: thread?.threadId ?? '',
        disposition: 'accepted_in_part',
        reason: 'In the next draft.',
      }),
    )
    valueOf(await open.rounds.close(pen, { ...key, note: '' }))
    clock.now = new Date('2026-11-04T11:00:00Z')
    await comment('person-reviewer', 'After the round')
    const closed = await report()
    expect(closed.comments).toMatchObject([
      { answer: { disposition: 'accepted_in_part', reason: 'In the next draft.' } },
    ])
    expect(closed.unanswered).toEqual([])
    expect(closed.organisations.find(({ finished }) => finished === 1)).toMatchObject({ asked: 1 })
    expect(closed.silent).toHaveLength(5)
    expect(closed.people.find(({ said }) => said === 1)).toMatchObject({
      name: 'Grace Okoro',
      note: 'Well done',
    })
  })

  it('[RR18] is a file that says the same, and a spreadsheet calculates nothing of it', async () => {
    const roundId = await openNew()
    clock.now = new Date('2026-11-03T11:00:00Z')
    await comment('person-reviewer', '=HYPERLINK("x"), why?')
    const pen = await actor('person-pen')
    const file = async (format: string) =>
      open.rounds.exportReport(pen, { strategyId, roundId, format })
    const shown = valueOf(await open.rounds.read(pen, { strategyId, roundId }))
    const sha256 = shown.round.text?.sha256
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    const csv = valueOf(await file('csv'))
    const text = new TextDecoder().decode(csv.bytes)
    expect(text).toContain(`"'=HYPERLINK(""x""), why?"`)
    expect(text).toContain(`SHA-256 of the text,${sha256}`)
    expect(text).toContain('Comments without an answer: 1')
    const docx = valueOf(await file('docx'))
    expect(Buffer.from(docx.bytes.slice(0, 2)).toString()).toBe('PK')
    expect(docx.disposition).toContain('review-report.docx')
    expect(codeOf(await file('exe'))).toBe('not_found')
  })
})
