import { describe, expect, it } from 'vitest'
import type { Line, LineChange, Marks, Segment } from './comparison'
import { describeLook, nameChange } from './describe-line'
import { showFields } from './show-fields'

const NAMES: Readonly<Record<string, string>> = {
  'person-1': 'Ann',
  'metric-1': 'Smoking',
  'hwbp-1': 'Homes',
}
const nameOf = (id: string) => NAMES[id] ?? null

describe('fields in words', () => {
  it('[DF22] have their label; dates, choices and ids read as people say them', () => {
    expect(
      showFields(
        'objective',
        [
          { type: 'value', key: 'leadId', before: null, after: 'person-1' },
          { type: 'value', key: 'leadId', before: 'person-9', after: null },
          { type: 'value', key: 'targetDate', before: '2030-03-31', after: '2031-03-31' },
          { type: 'value', key: 'level', before: 'place', after: 'system' },
          { type: 'set', key: 'hwbPriorityIds', added: ['hwbp-1'], removed: ['hwbp-9'] },
          { type: 'value', key: 'fundingSource', before: 3, after: true },
        ],
        nameOf,
      ),
    ).toEqual([
      { type: 'value', label: 'Lead', before: 'nothing', after: 'Ann' },
      { type: 'value', label: 'Lead', before: 'no longer in the register', after: 'nothing' },
      { type: 'value', label: 'Target date', before: '31 March 2030', after: '31 March 2031' },
      { type: 'value', label: 'Level', before: 'Place', after: 'System' },
      {
        type: 'set',
        label: 'HWB priorities',
        added: ['Homes'],
        removed: ['no longer in the register'],
      },
      { type: 'value', label: 'Funding source', before: '3', after: 'yes' },
    ])
  })

  it('[DF22] tell of a metric’s link what changed about it', () => {
    const link = { metricId: 'metric-1', target: 8, targetDate: '2030-03-31' }
    expect(
      showFields(
        'objective',
        [
          {
            type: 'records',
            key: 'metricLinks',
            records: [{ id: 'l', state: 'changed', before: link, after: { ...link, target: 7 } }],
          },
        ],
        nameOf,
      ),
    ).toEqual([
      {
        type: 'records',
        label: 'Metrics',
        records: [
          {
            name: 'Smoking',
            state: 'changed',
            facts: [{ label: 'Target', before: '8', after: '7' }],
          },
        ],
      },
    ])
  })
})

const buildLine = (line: Partial<Line>): Line => ({
  kind: 'paragraph',
  level: 0,
  text: 'Words',
  runs: [],
  shape: '{"type":"paragraph"}',
  ...line,
})
const changed = (before: Partial<Line>, after: Partial<Line>, segments: readonly Segment[] = []) =>
  describeLook({ state: 'changed', before: buildLine(before), after: buildLine(after), segments })
const restyled = (before: Marks, after: Marks) =>
  changed({}, {}, [{ type: 'restyle', text: 'our plan', before, after }])

describe('changes in words', () => {
  it.each<[LineChange, string]>([
    [{ state: 'inserted', line: buildLine({}) }, 'Added'],
    [{ state: 'deleted', line: buildLine({}) }, 'Removed'],
    [{ state: 'inserted', line: buildLine({}), movedFrom: 'two' }, 'Moved from Chapter two'],
    [{ state: 'deleted', line: buildLine({}), movedTo: 'one' }, 'Moved away'],
    [{ state: 'inserted', line: buildLine({}), movedFrom: 'one' }, 'Moved here'],
    [{ state: 'changed', before: buildLine({}), after: buildLine({}), segments: [] }, 'Changed'],
    [{ state: 'same', line: buildLine({}) }, ''],
  ])('[DF23] %j', (change, word) => {
    expect(nameChange(change, (id) => `Chapter ${id}`, 'one')).toBe(word)
  })

  it('[DF23] of the look are told where the words stayed', () => {
    expect(restyled({}, { bold: true })).toEqual(['“our plan” is now bold.'])
    expect(restyled({ italic: true }, {})).toEqual(['“our plan” is no longer italic.'])
    expect(restyled({}, { href: 'https://a.example' })).toEqual([
      '“our plan” leads to https://a.example.',
    ])
    expect(restyled({ href: 'https://a.example' }, { href: 'https://b.example' })).toEqual([
      '“our plan” leads to https://b.example instead of https://a.example.',
    ])
    expect(restyled({ atom: '1' }, { atom: '2' })).toEqual(['“our plan” refers to something else.'])
    expect(restyled({ colour: 1 }, { colour: 2 })).toEqual(['“our plan” looks or leads different.'])
  })

  it('[DF23] of what a line is are told too', () => {
    expect(changed({}, { kind: 'heading', shape: '{"type":"heading"}' })).toEqual([
      'Paragraph became heading.',
    ])
    expect(changed({ shape: '{"checked":false}' }, { shape: '{"checked":true}' })).toEqual([
      'Ticked.',
    ])
    expect(changed({ shape: '{"fileId":"a"}' }, { shape: '{"fileId":"b"}' })).toEqual([
      'It is another picture.',
    ])
    expect(changed({ level: 2, shape: '{"level":2}' }, { level: 3, shape: '{"level":3}' })).toEqual(
      ['Its level changed from 2 to 3.'],
    )
    expect(changed({ shape: '{"tone":"note"}' }, { shape: '{"tone":"example"}' })).toEqual([
      'It is another kind of call-out.',
    ])
    expect(changed({ shape: '{"x":1}' }, { shape: '{"x":2}' })).toEqual(['Its layout changed.'])
    expect(changed({}, {})).toEqual([])
  })
})
