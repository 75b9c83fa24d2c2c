import { describe, expect, it } from 'vitest'
import { parseDateField } from './parse-date-field'

function parse(day: string, month: string, year: string) {
  const form = new FormData()
  form.set('due-day', day)
  form.set('due-month', month)
  form.set('due-year', year)
  return parseDateField(form, 'due')
}

describe('the three boxes of a date field', () => {
  it('[DA3] reads day, month and year', () => {
    expect(parse('1', '04', ' 2026 ')).toEqual({ ok: true, value: '2026-04-01' })
    expect(parse('1', 'April', '2026')).toEqual({ ok: true, value: '2026-04-01' })
  })

  it('[DA6] takes three empty boxes as no date', () => {
    expect(parse('', ' ', '')).toEqual({ ok: true, value: null })
  })

  it('[DA9] refuses half a date', () => {
    expect(parse('1', '', '2026').ok).toBe(false)
    expect(parse('', '4', '2026').ok).toBe(false)
  })
})
