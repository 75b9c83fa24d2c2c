import { describe, expect, it } from 'vitest'
import { context, make, openDraft } from '../../../test/build/suggested-draft'
import { readStrategy } from '../read'
import { applyChange } from './apply-change'
import { readBlockChoices } from './block-choices'
import { makeChange } from './make-change'

const orderOf = (doc: ReturnType<typeof openDraft>) => readStrategy(doc).blocks.map(({ id }) => id)

describe('what can be suggested about a block', () => {
  it('[SU36] is one step up or down, where there is one', () => {
    const doc = openDraft()
    expect(readBlockChoices(doc, 'one')?.up).toBeNull()
    expect(readBlockChoices(doc, 'three')?.down).toBeNull()
    const up = readBlockChoices(doc, 'three')?.up
    const down = readBlockChoices(doc, 'one')?.down
    if (!up || !down) throw new Error('no move')
    expect([up.behind, down.behind]).toEqual(['Title of one', 'Title of two'])
    expect(readBlockChoices(doc, 'two')?.up).toMatchObject({ behind: null })
    const other = openDraft()
    applyChange(doc, make(doc, up.change).change)
    applyChange(other, make(other, down.change).change)
    expect(orderOf(doc)).toEqual(['one', 'three', 'two'])
    expect(orderOf(other)).toEqual(['two', 'one', 'three'])
  })

  it('[SU36] is that it goes, or that another follows it', () => {
    const doc = openDraft()
    const choices = readBlockChoices(doc, 'two')
    if (!choices) throw new Error('not in the text')
    const asked = {
      type: 'new_block',
      kind: 'objective',
      title: 'Fewer falls',
      statement: '',
      parentId: choices.parentId,
      to: choices.behind,
    } as const
    applyChange(doc, make(doc, asked).change)
    expect(orderOf(doc)).toEqual(['one', 'two', 'new-block', 'three'])
    applyChange(doc, make(doc, choices.remove).change)
    expect(readStrategy(doc).blocks.find(({ id }) => id === 'two')?.chapterId ?? null).toBeNull()
  })

  it('[SU36] is another value of every field that is offered, and of no other block', () => {
    const doc = openDraft()
    const fields = readBlockChoices(doc, 'one')?.fields ?? []
    expect(fields.map(({ key }) => key)).toContain('targetDate')
    const values = { text: 'Words', line: 'Words', date: '2029-03-31', year: 2029, number: 3 }
    for (const { key, input } of fields) {
      const chosen = input.type === 'choice' ? (input.options[0]?.id ?? '') : null
      const after = chosen ?? (input.type === 'person' ? 'person-lead' : values[asKey(input.type)])
      expect(makeChange(doc, { type: 'field', blockId: 'one', key, after }, context).ok).toBe(true)
    }
    expect(readBlockChoices(doc, 'nowhere')).toBeNull()
  })
})

function asKey(type: string): 'text' | 'line' | 'date' | 'year' | 'number' {
  return type as 'text' | 'line' | 'date' | 'year' | 'number'
}
