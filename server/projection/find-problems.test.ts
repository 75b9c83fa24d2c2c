import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { buildContent } from '../../test/build/build-content'
import { createDocument } from '../../app/document/create'
import { insertBlock } from '../../app/document/edit'
import { blockOf } from '../../app/document/shape'
import { findProblems } from './find-problems'

function open(values: Record<string, unknown>): unknown {
  const doc = createDocument(buildContent())
  insertBlock(doc, { id: 'b', kind: 'priority' }, null)
  const block = blockOf(doc, 'b')
  for (const [key, value] of Object.entries(values)) block?.set(key, value)
  return block
}

describe('problems with fields', () => {
  it('[CO62] are told in sentences', () => {
    const wrong = {
      s75Outcome: 'sideways',
      s75Date: '31 March',
      whyNow: 'not shared',
      shifts: new Y.Text('all'),
    }
    expect(findProblems(open(wrong))).toEqual([
      '“Shifts” is not a set.',
      '“Why now” is not a text that can be shared.',
      '“Section 75” cannot be “"sideways"”.',
      '“Section 75 considered on” cannot be “"31 March"”.',
    ])
  })

  it('[CO62] are none where fields are right or empty', () => {
    expect(findProblems(open({ s75Outcome: 'propose', s75Date: null, origin: '' }))).toEqual([])
  })
})
