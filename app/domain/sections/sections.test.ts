import { describe, expect, it } from 'vitest'
import { judgeStatus } from './chapter-status'
import { describeLoss, findMissingSections } from './missing-sections'
import { SECTION_KINDS, findSectionKind } from './section-kinds'

describe('sections of a strategy', () => {
  it('[SE1] name the law their duties come from', () => {
    const duties = SECTION_KINDS.flatMap(({ duties, isRequired }) =>
      duties.map((duty) => ({ ...duty, isRequired })),
    )
    expect([...new Set(duties.map(({ id }) => id))].sort()).toEqual(
      ['L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9'].sort(),
    )
    for (const { id, source, isRequired } of duties) {
      expect(source).toMatch(/116ZB\(\d\)/)
      expect(isRequired).toBe(id !== 'L9')
    }
  })

  it('[SE2] are missing when required and nowhere', () => {
    expect(findMissingSections([]).map(({ kind }) => kind)).toEqual([
      'needs',
      'vision',
      'priority',
      'other_plans',
      'involvement',
    ])
    const all = SECTION_KINDS.map(({ kind }) => kind)
    expect(findMissingSections(all)).toEqual([])
    expect(findMissingSections([...all.filter((kind) => kind !== 'vision'), null])).toEqual([
      findSectionKind('vision'),
    ])
  })

  it('[SE3] say which duties go with the last of them', () => {
    expect(describeLoss('involvement', ['vision', null])).toEqual([
      expect.stringMatching(/Healthwatch.*116ZB\(4\)\(a\)/),
      expect.stringMatching(/live or work.*116ZB\(4\)\(b\)/),
    ])
    expect(describeLoss('priority', ['priority'])).toEqual([])
    expect(describeLoss('foreword', [])).toEqual([])
    expect(describeLoss(null, [])).toEqual([])
    expect(describeLoss('something newer', [])).toEqual([])
  })

  it.each([
    [null, false, 'not_started'],
    [null, true, 'drafting'],
    ['not_started', true, 'drafting'],
    ['not_started', false, 'not_started'],
    ['ready_for_review', true, 'ready_for_review'],
    ['frozen', false, 'frozen'],
    ['something newer', true, 'drafting'],
  ])('[SE4] said %s, text %s: %s', (said, hasText, status) => {
    expect(judgeStatus(said, hasText)).toBe(status)
  })
})
