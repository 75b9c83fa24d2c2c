import { describe, expect, it } from 'vitest'
import type { Block, ObjectiveBlock } from '../../domain/strategy/strategy'
import { describeRemoval } from './describe-removal'
import { nextFocus } from './next-focus'
import { offerHwbPriorities, offerMetrics, offerNeeds, offerPeople } from './pick-items'
import { readUndoKey } from './undo-key'

const base = { id: 'b', title: 'Fewer falls', statement: '', parentId: null, chapterId: 'c' }
const objective: ObjectiveBlock = {
  ...base,
  kind: 'objective',
  leadId: null,
  level: null,
  targetDate: null,
  hwbPriorityIds: [],
  needIds: [],
  metricLinks: [],
}

describe('what deleting a block takes away', () => {
  it('names the block', () => {
    expect(describeRemoval({ ...base, kind: 'vision' }, 0)).toBe(
      '“Fewer falls” is removed from the text for everyone.',
    )
    const unnamed: Block = { ...base, kind: 'vision', title: '' }
    expect(describeRemoval(unnamed, 0)).toBe('It is removed from the text for everyone.')
  })

  it('says that a priority’s objectives stay', () => {
    const priority: Block = { ...base, kind: 'priority' }
    expect(describeRemoval(priority, 3)).toContain(
      'Its 3 objectives stay in the text, under no priority.',
    )
    expect(describeRemoval(priority, 1)).toContain('Its 1 objective stays')
  })

  it('counts an objective’s links', () => {
    const link = {
      id: 'l',
      metricId: 'm',
      baseline: 1,
      baselineDate: null,
      target: 2,
      targetDate: null,
    }
    const linked = { ...objective, hwbPriorityIds: ['a', 'b'], needIds: ['n'], metricLinks: [link] }
    expect(describeRemoval(linked, 0)).toContain(
      'Its links to 2 HWB priorities, 1 need and 1 metric go with it.',
    )
    expect(describeRemoval({ ...objective, needIds: ['n'] }, 0)).toContain(
      'Its links to 1 need go with it.',
    )
    expect(describeRemoval(objective, 0)).not.toContain('links')
  })
})

describe('the focus after something is removed', () => {
  it('goes to the item that takes its place, the one before it, or nowhere', () => {
    expect(nextFocus(0, 3)).toBe(0)
    expect(nextFocus(1, 3)).toBe(1)
    expect(nextFocus(2, 3)).toBe(1)
    expect(nextFocus(0, 1)).toBeNull()
  })
})

describe('undo keys', () => {
  const key = { key: 'z', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }

  it('are Ctrl or Cmd with Z, Shift for redo, and Ctrl+Y', () => {
    expect(readUndoKey({ ...key, ctrlKey: true })).toBe('undo')
    expect(readUndoKey({ ...key, metaKey: true })).toBe('undo')
    expect(readUndoKey({ ...key, key: 'Z', metaKey: true, shiftKey: true })).toBe('redo')
    expect(readUndoKey({ ...key, key: 'y', ctrlKey: true })).toBe('redo')
  })

  it('are nothing else', () => {
    expect(readUndoKey(key)).toBeNull()
    expect(readUndoKey({ ...key, ctrlKey: true, altKey: true })).toBeNull()
    expect(readUndoKey({ ...key, key: 'y', metaKey: true })).toBeNull()
    expect(readUndoKey({ ...key, key: 'b', ctrlKey: true })).toBeNull()
  })
})

describe('what pickers offer', () => {
  it('names people with their job and organisation', () => {
    const person = {
      id: 'a',
      name: 'Ada Lovell',
      jobTitle: '',
      organisationName: 'Ashmere Council',
    }
    expect(offerPeople([person])).toEqual([
      { id: 'a', label: 'Ada Lovell', detail: 'Ashmere Council' },
    ])
    expect(offerPeople([{ ...person, jobTitle: 'Director' }])[0]?.detail).toBe(
      'Director, Ashmere Council',
    )
  })

  it('groups priorities by strategy and needs by assessment', () => {
    const priority = {
      id: 'p',
      number: 3,
      title: 'No one in crisis alone',
      hwbStrategyId: 's',
      hwbStrategyTitle: 'A Healthier Shore',
      bodyName: 'Thornley HWB',
    }
    expect(offerHwbPriorities([priority])).toEqual([
      {
        id: 'p',
        label: 'No one in crisis alone',
        detail: 'Priority 3',
        group: 'A Healthier Shore',
      },
    ])
    expect(
      offerNeeds([{ id: 'n', number: 1, title: 'Falls', jsnaId: 'j', jsnaTitle: 'County JSNA' }]),
    ).toEqual([{ id: 'n', label: 'Falls', group: 'County JSNA' }])
  })

  it('shows a metric’s code, full title and latest value', () => {
    const metric = {
      id: 'm',
      code: 'WV06',
      title: 'Mothers known to be smokers at the time of delivery',
      plainTitle: 'Smoking in pregnancy',
      unit: '%',
      decimals: 1,
      areaName: 'Wessex Vale',
      latest: { value: 9, suppressed: false, periodLabel: 'Q1 2026/27' },
    }
    expect(offerMetrics([metric])[0]).toMatchObject({
      label: 'Smoking in pregnancy',
      detail: 'WV06 · Mothers known to be smokers at the time of delivery · 9.0% (Q1 2026/27)',
    })
    expect(offerMetrics([{ ...metric, title: metric.plainTitle, latest: null }])[0]?.detail).toBe(
      'WV06 · no value yet',
    )
  })
})
