import { describe, expect, it } from 'vitest'
import { assessObjective, describeAssessment } from './assess-objective'
import { type NumberedBlock, numberBlocks } from './number-blocks'
import type { MetricLink, ObjectiveBlock } from './strategy'
import { describeVisionLength } from './vision-length'

function block(
  id: string,
  kind: NumberedBlock['kind'],
  more: Partial<NumberedBlock> = {},
): NumberedBlock {
  return { id, kind, parentId: null, chapterId: 'chapter-1', ...more }
}

function labelsOf(blocks: readonly NumberedBlock[]): Record<string, string> {
  return Object.fromEntries([...numberBlocks(blocks)].map(([id, { label }]) => [id, label]))
}

function buildLink(more: Partial<MetricLink> = {}): MetricLink {
  return {
    id: 'link-1',
    metricId: 'metric-1',
    baseline: 12,
    baselineDate: '2026-03-31',
    target: 9,
    targetDate: '2029-03-31',
    ...more,
  }
}

function buildObjective(more: Partial<ObjectiveBlock> = {}): ObjectiveBlock {
  return {
    id: 'objective-1',
    kind: 'objective',
    title: 'Fewer falls',
    statement: '',
    parentId: 'priority-1',
    chapterId: 'chapter-1',
    leadId: 'person-1',
    level: 'place',
    targetDate: '2029-03-31',
    hwbPriorityIds: [],
    needIds: [],
    metricLinks: [buildLink()],
    ...more,
  }
}

describe('numbers of blocks', () => {
  const p1 = block('p1', 'priority')
  const p2 = block('p2', 'priority')
  const o1 = block('o1', 'objective', { parentId: 'p2' })
  const o2 = block('o2', 'objective', { parentId: 'p1' })
  const o3 = block('o3', 'objective', { parentId: 'p2' })

  it('[SG1] number priorities in reading order', () => {
    expect(labelsOf([p2, p1])).toEqual({ p2: 'Priority 1', p1: 'Priority 2' })
  })

  it('[SG2] number objectives under their priority, wherever they stand', () => {
    expect(labelsOf([o1, p1, p2, o2, o3])).toMatchObject({
      o1: 'Objective 2.1',
      o2: 'Objective 1.1',
      o3: 'Objective 2.2',
    })
  })

  it('[SG3] give a letter to an objective without a priority in the text', () => {
    const lost = block('lost', 'objective', { parentId: 'gone' })
    const orphanParent = block('p9', 'priority', { chapterId: null })
    const under = block('under', 'objective', { parentId: 'p9' })
    const underObjective = block('odd', 'objective', { parentId: 'o1' })
    expect(
      labelsOf([block('free', 'objective'), lost, under, underObjective, orphanParent]),
    ).toMatchObject({
      free: 'Objective A',
      lost: 'Objective B',
      under: 'Objective C',
      odd: 'Objective D',
    })
  })

  it('[SG4] leave a single vision without a number', () => {
    expect(labelsOf([block('v1', 'vision'), p1])).toMatchObject({ v1: 'Vision' })
    expect(labelsOf([block('v1', 'vision'), block('v2', 'vision')])).toEqual({
      v1: 'Vision 1',
      v2: 'Vision 2',
    })
  })

  it('[SG5] skip orphaned blocks', () => {
    const orphan = block('p0', 'priority', { chapterId: null })
    expect(labelsOf([orphan, p1])).toEqual({ p0: 'Priority', p1: 'Priority 1' })
    expect(numberBlocks([orphan]).get('p0')?.number).toBe('')
  })

  it('[SG6] follow the text when a block moves', () => {
    expect(labelsOf([p1, p2, o3, o1])).toMatchObject({ o3: 'Objective 2.1', o1: 'Objective 2.2' })
    expect(labelsOf([p2, p1, o3, o1])).toMatchObject({ o3: 'Objective 1.1', o1: 'Objective 1.2' })
  })

  it('[SG7] go on with two letters after Z', () => {
    const many = Array.from({ length: 28 }, (_, index) => block(`o${index}`, 'objective'))
    expect(labelsOf(many)).toMatchObject({
      o25: 'Objective Z',
      o26: 'Objective AA',
      o27: 'Objective AB',
    })
  })
})

describe('what an objective still needs', () => {
  const missingOf = (more: Partial<ObjectiveBlock>) => assessObjective(buildObjective(more)).missing

  it('[SG8] is nothing when all five are there', () => {
    expect(assessObjective(buildObjective())).toEqual({ met: 5, of: 5, missing: [] })
  })

  it('[SG9] names a missing metric', () => {
    expect(missingOf({ metricLinks: [] })).toContain('metric')
  })

  it('[SG10] wants one numeric target among its metrics; zero is one', () => {
    expect(missingOf({ metricLinks: [buildLink({ target: null })] })).toEqual(['target'])
    expect(missingOf({ metricLinks: [buildLink({ target: 0 })] })).toEqual([])
    expect(
      missingOf({ metricLinks: [buildLink({ target: null }), buildLink({ id: 'link-2' })] }),
    ).toEqual([])
  })

  it('[SG11] wants one baseline among its metrics; zero is one', () => {
    expect(missingOf({ metricLinks: [buildLink({ baseline: null })] })).toEqual(['baseline'])
    expect(missingOf({ metricLinks: [buildLink({ baseline: 0 })] })).toEqual([])
  })

  it('[SG12] wants the objective’s own target date', () => {
    expect(missingOf({ targetDate: null })).toEqual(['date'])
  })

  it('[SG13] wants a lead', () => {
    expect(missingOf({ leadId: null })).toEqual(['lead'])
  })

  it('[SG14] does not count a lead or metric that has left the register', () => {
    const known = { people: new Set(['person-2']), metrics: new Set(['metric-2']) }
    expect(assessObjective(buildObjective(), known).missing).toEqual([
      'metric',
      'lead',
      'target',
      'baseline',
    ])
    const all = { people: new Set(['person-1']), metrics: new Set(['metric-1']) }
    expect(assessObjective(buildObjective(), all).missing).toEqual([])
  })

  it('[SG15] is named in one order', () => {
    expect(missingOf({ metricLinks: [], leadId: null, targetDate: null })).toEqual([
      'metric',
      'lead',
      'date',
      'target',
      'baseline',
    ])
  })

  it('[SG16] counts target and baseline as missing when there is no metric', () => {
    expect(assessObjective(buildObjective({ metricLinks: [] }))).toMatchObject({ met: 2, of: 5 })
  })

  it('[SG17] is said as a count, then in words', () => {
    const partly = buildObjective({ metricLinks: [buildLink({ target: null, baseline: null })] })
    expect(describeAssessment(assessObjective(partly))).toBe(
      '3 of 5: no numeric target, no baseline',
    )
    expect(describeAssessment(assessObjective(buildObjective()))).toBe('5 of 5')
  })
})

describe('the vision', () => {
  it('[SG18] is warned about above 300 characters, in words', () => {
    expect(describeVisionLength('a'.repeat(300))).toEqual({
      tooLong: false,
      words: '300 of 300 characters',
    })
    expect(describeVisionLength('a'.repeat(301))).toMatchObject({ tooLong: true })
    expect(describeVisionLength('a'.repeat(301)).words).toContain('1 character over 300')
  })

  it('[SG19] is counted as people see characters', () => {
    expect(describeVisionLength('é👩‍👩‍👧e\u0301').words).toBe('3 of 300 characters')
  })
})
