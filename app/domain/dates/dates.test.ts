import { describe, expect, it } from 'vitest'
import { dayOfInstant, formatDate, formatInstant, formatShortDate } from './format-date'
import { financialQuarterOf, financialYearOf, formatFinancialYear } from './financial-year'
import { isDate, parseTypedDate, toDate } from './parse-date'

function valueOf(typed: string): string | null | undefined {
  const outcome = parseTypedDate(typed)
  return outcome.ok ? outcome.value : undefined
}

function sentenceFor(typed: string): string {
  const outcome = parseTypedDate(typed)
  return outcome.ok ? '' : outcome.refusal.message
}

describe('reading a date', () => {
  it('[DA1] takes YYYY-MM-DD with a real day and nothing else', () => {
    expect(isDate('2027-03-12')).toBe(true)
    const others = [
      '2027-3-12',
      '2027-13-01',
      '2027-04-31',
      '12/03/2027',
      ' 2027-03-12',
      '',
      '0000-01-01',
    ]
    expect(others.filter(isDate)).toEqual([])
  })

  it('[DA2] knows leap years', () => {
    expect(['2000-02-29', '2028-02-29'].every(isDate)).toBe(true)
    expect(['2100-02-29', '2027-02-29'].some(isDate)).toBe(false)
  })

  it.each(['31/3/2029', '31.03.2029', '31-3-2029', '31 3 2029', ' 31 / 3 / 2029 '])(
    '[DA3] reads %s as day, month, year',
    (typed) => expect(valueOf(typed)).toBe('2029-03-31'),
  )

  it.each(['31 March 2029', '31 mar 2029', '31st March, 2029', '31-Mar-2029'])(
    '[DA4] reads the month as a word in %s',
    (typed) => expect(valueOf(typed)).toBe('2029-03-31'),
  )

  it('[DA4] refuses a word that is no month, or too short to be one', () => {
    expect(valueOf('31 Marsh 2029')).toBeUndefined()
    expect(valueOf('31 ma 2029')).toBeUndefined()
  })

  it('[DA5] reads a year-first date', () => {
    expect(valueOf('2029-03-31')).toBe('2029-03-31')
    expect(valueOf('2029-3-31')).toBe('2029-03-31')
  })

  it('[DA6] takes an empty field as no date', () => {
    expect(valueOf('')).toBeNull()
    expect(valueOf('   ')).toBeNull()
  })

  it('[DA7] says which day does not exist', () => {
    expect(sentenceFor('31/4/2029')).toBe('April 2029 has no day 31: it has 30.')
    expect(sentenceFor('0/4/2029')).toBe('April 2029 has no day 0: it has 30.')
    expect(sentenceFor('29 February 2027')).toBe('February 2027 has no day 29: it has 28.')
  })

  it('[DA8] refuses a year of two figures', () => {
    expect(sentenceFor('31/3/29')).toBe('Write the year with four figures, like 2029.')
    expect(sentenceFor('31/3/2929')).toContain('between 1900 and 2199')
  })

  it('[DA9] answers text that is no date with an example', () => {
    const texts = ['soon', 'March 2029', '31/3', '2029', '1e3', '31/3/2029x']
    expect(texts.filter((typed) => !sentenceFor(typed).includes('like 31 March 2029'))).toEqual([])
  })

  it('[DA10] never takes month before day', () => {
    expect(sentenceFor('3/31/2029')).toContain('There is no month 31.')
  })
})

describe('showing a date', () => {
  it('[DA11] writes the day, the month as a word and the year', () => {
    expect(formatDate('2027-03-12')).toBe('12 March 2027')
    expect(formatShortDate('2027-09-02')).toBe('2 Sep 2027')
  })

  it('[DA12] leaves text that is not a date alone', () => {
    expect(formatDate('2027-02-31')).toBe('2027-02-31')
    expect(formatDate('next year')).toBe('next year')
  })

  it('[DA13] shows an instant in UK time, winter and summer', () => {
    expect(formatInstant('2027-03-12T14:05:00Z')).toBe('12 March 2027 at 14:05')
    expect(formatInstant(new Date('2027-06-30T23:30:00Z'))).toBe('1 July 2027 at 00:30')
    expect(dayOfInstant('2027-06-30T23:30:00Z')).toBe('2027-07-01')
    expect(toDate(new Date('2027-06-30T00:00:00Z'))).toBe('2027-06-30')
  })
})

describe('financial years and quarters', () => {
  it('[DA14] turns on 1 April', () => {
    expect(financialYearOf('2027-03-31')).toBe(2026)
    expect(financialYearOf('2027-04-01')).toBe(2027)
  })

  it('[DA15] names a year by both its years', () => {
    expect(formatFinancialYear(2026)).toBe('2026/27')
    expect(formatFinancialYear(2099)).toBe('2099/00')
  })

  it('[DA16] counts quarters from April', () => {
    const firstMonths = [
      '2026-04-01',
      '2026-06-30',
      '2026-07-01',
      '2026-12-31',
      '2027-01-01',
      '2027-03-31',
    ]
    expect(firstMonths.map(financialQuarterOf)).toEqual([1, 1, 2, 3, 4, 4])
  })
})
