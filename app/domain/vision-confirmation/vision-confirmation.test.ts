import { describe, expect, it } from 'vitest'
import { buildContent } from '../../../test/build/build-content'
import {
  checkAnswering,
  parseVisionAnswer,
  parseVisionNote,
  readVisionWords,
  remindersFor,
  type VisionRequest,
} from './vision-confirmation'

const ORGANISATION = { id: 'org-1', name: 'Here', answers: [] }
const REQUEST: VisionRequest = {
  id: 'request-1',
  words: 'Better lives',
  wordsHash: 'a'.repeat(64),
  note: '',
  askedByName: 'Amara Cole',
  at: '2026-11-01T10:00:00.000Z',
  closedAt: null,
  organisations: [ORGANISATION],
}

describe('confirming the vision', () => {
  it('[VC2] reads the words that stand in the text, and none that do not', () => {
    const content = buildContent()
    const vision = {
      kind: 'vision',
      title: 'Better',
      statement: 'For all.',
      parentId: null,
    } as const
    const blocks = [{ ...vision, id: 'v', chapterId: 'foreword' }]
    expect(readVisionWords({ ...content, blocks })).toBe('Better\nFor all.')
    const gone = [{ ...vision, id: 'v', chapterId: null }]
    expect(readVisionWords({ ...content, blocks: gone })).toBeNull()
  })

  it('[VC1] [VC3] takes an answer, with the words it needs', () => {
    expect(parseVisionAnswer({ answer: 'confirm' })).toMatchObject({ value: { comment: '' } })
    for (const answer of ['confirm_with_comment', 'cannot_confirm'])
      expect(parseVisionAnswer({ answer, comment: ' ' })).toMatchObject({
        refusal: { fields: { comment: expect.any(String) } },
      })
    expect(parseVisionAnswer({ answer: 'perhaps' }).ok).toBe(false)
    expect(parseVisionNote('a'.repeat(2001)).ok).toBe(false)
  })

  it('[VC5] is for asked organisations while it is open', () => {
    expect(checkAnswering(REQUEST, 'org-1').ok).toBe(true)
    expect(checkAnswering(REQUEST, 'org-2').ok).toBe(false)
    expect(checkAnswering({ ...REQUEST, closedAt: REQUEST.at }, 'org-1').ok).toBe(false)
  })

  it('[VC8] reminds after 7 and 14 days, each once, while there is no answer', () => {
    const keys = (day: string, request = REQUEST) =>
      remindersFor(request, new Date(`2026-11-${day}T10:00:00Z`)).map(({ onceKey }) => onceKey)
    expect(keys('07')).toEqual([])
    expect(keys('08')).toEqual(['vision:request-1:7'])
    expect(keys('14')).toEqual(['vision:request-1:7'])
    expect(keys('15')).toEqual(['vision:request-1:14'])
    expect(keys('15', { ...REQUEST, closedAt: REQUEST.at })).toEqual([])
    const answers = [{ answer: 'confirm', comment: '', personName: 'P', at: REQUEST.at }] as const
    const answered = { ...REQUEST, organisations: [{ ...ORGANISATION, answers }] }
    expect(keys('15', answered)).toEqual([])
  })
})
