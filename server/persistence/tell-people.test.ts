import { describe, expect, it } from 'vitest'
import type { Telling } from '../../app/domain/notices/telling'
import { seededDatabase } from '../../test/build/database'
import { tellPeople } from './tell-people'

const telling: Telling = {
  kind: 'overdue',
  personId: 'person-lead',
  strategyId: 'wessex-vale-2026',
  about: 'A review is overdue',
  sentences: ['Your answer was due on 1 November.'],
  path: '/strategies/wessex-vale-2026/comments',
  onceKey: 'overdue:round-1',
}

describe('what people are told', () => {
  it('[NO8] is kept with what it tells of, and the same reminder once', async () => {
    const { prisma } = await seededDatabase()
    const at = new Date('2026-11-02T09:00:00Z')
    await Promise.all(
      [1, 2, 3].map(() =>
        prisma.$transaction((tx) =>
          tellPeople(tx, [telling, { ...telling, personId: 'person-chair' }], at),
        ),
      ),
    )
    await prisma
      .$transaction(async (tx) => {
        await tellPeople(tx, [{ ...telling, onceKey: 'another' }], at)
        throw new Error('not recorded')
      })
      .catch(() => undefined)
    const kept = await prisma.notice.findMany({ orderBy: { personId: 'asc' } })
    expect(
      kept.map(({ personId, about, readAt, mailedAt }) => [personId, about, readAt, mailedAt]),
    ).toEqual([
      ['person-chair', 'A review is overdue', null, null],
      ['person-lead', 'A review is overdue', null, null],
    ])
  })
})
