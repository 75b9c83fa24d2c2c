import { describe, expect, it } from 'vitest'
import { openDraft } from '../../../test/build/suggested-draft'
import { readBlockChoices } from '../../document/suggestions/block-choices'
import { readAskedChange } from './read-asked-change'

function ask(what: string, typed: Record<string, string> = {}) {
  const choices = readBlockChoices(openDraft(), 'two')
  if (!choices) throw new Error('not in the text')
  const form = new FormData()
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  return readAskedChange(form, { what, blockId: 'two', choices })
}

describe('a form about a block', () => {
  it('[SU36] asks for a value; an empty box takes it away', () => {
    expect(ask('title', { value: 'Fewer\nfalls ' })).toMatchObject({
      value: { type: 'field', key: 'title', after: 'Fewer falls' },
    })
    expect(ask('statement', { value: 'One.\n\nTwo.' })).toMatchObject({
      value: { after: 'One.\n\nTwo.' },
    })
    expect(ask('level', { value: '' })).toMatchObject({ value: { key: 'level', after: null } })
  })

  it('[SU36] asks for a date in three boxes, and says when it is none', () => {
    const typed = { 'value-day': '31', 'value-month': '3', 'value-year': '2031' }
    expect(ask('targetDate', typed)).toMatchObject({ value: { after: '2031-03-31' } })
    expect(ask('targetDate', { ...typed, 'value-month': '13' }).ok).toBe(false)
  })

  it('[SU36] asks for one step, for less, and for a block behind it with a title', () => {
    expect(ask(':up')).toMatchObject({ value: { type: 'move_block', to: { afterBlockId: null } } })
    expect(ask(':down')).toMatchObject({ value: { to: { afterBlockId: 'three' } } })
    expect(ask(':remove')).toMatchObject({ value: { type: 'remove_block', blockId: 'two' } })
    expect(ask(':new', { kind: 'objective', title: '  ' }).ok).toBe(false)
    expect(ask(':new', { kind: 'objective', title: 'Fewer falls' })).toMatchObject({
      value: { type: 'new_block', title: 'Fewer falls', to: { afterBlockId: 'two' } },
    })
  })
})
