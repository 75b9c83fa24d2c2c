import { describe, expect, it } from 'vitest'
import { parseTypedDate } from '../../domain/dates/parse-date'
import { parseValue } from '../../domain/numbers/parse-number'
import { NO_DRAFT, settleDraft, typeDraft } from './draft'

const parsePercent = (text: string) => parseValue(text, '%')

describe('a field that checks what is typed', () => {
  it('says nothing while a date is being typed', () => {
    expect(typeDraft(NO_DRAFT, '31/', parseTypedDate)).toEqual({ typed: '31/', error: null })
  })

  it('stores a value when the field is left, and then shows what is stored', () => {
    const settled = settleDraft(typeDraft(NO_DRAFT, '31/3/2029', parseTypedDate), parseTypedDate)
    expect(settled).toEqual({ draft: NO_DRAFT, stored: true, value: '2029-03-31' })
  })

  it('stores nothing when the text is wrong, and keeps the text beside a sentence', () => {
    const settled = settleDraft(typeDraft(NO_DRAFT, '31/2/2029', parseTypedDate), parseTypedDate)
    expect(settled).toEqual({
      draft: { typed: '31/2/2029', error: 'February 2029 has no day 31: it has 28.' },
      stored: false,
    })
  })

  it('drops the sentence as soon as the text is right', () => {
    const wrong = settleDraft({ typed: '12 years', error: null }, parsePercent).draft
    expect(wrong.error).toContain('per cent')
    expect(typeDraft(wrong, '12 y', parsePercent).error).toContain('per cent')
    expect(typeDraft(wrong, '12', parsePercent).error).toBeNull()
  })

  it('stores nothing when nothing was typed', () => {
    expect(settleDraft(NO_DRAFT, parsePercent)).toEqual({ draft: NO_DRAFT, stored: false })
  })

  it('stores an emptied field as no value', () => {
    expect(settleDraft({ typed: '', error: null }, parsePercent)).toMatchObject({
      stored: true,
      value: null,
    })
  })

  it('refuses a target for a metric without a unit', () => {
    const settled = settleDraft({ typed: '12', error: null }, (text) => parseValue(text, null))
    expect(settled).toMatchObject({ stored: false, draft: { typed: '12' } })
    expect(settled.draft.error).toContain('no unit')
  })
})
