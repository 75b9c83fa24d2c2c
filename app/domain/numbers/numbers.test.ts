import { describe, expect, it } from 'vitest'
import { countOf, formatForField, formatNumber, formatValue } from './format-number'
import { parseNumber, parseValue } from './parse-number'

function numberOf(typed: string): number | null | undefined {
  const outcome = parseNumber(typed)
  return outcome.ok ? outcome.value : undefined
}

function valueOf(typed: string, unit: string | null): number | null | string {
  const outcome = parseValue(typed, unit)
  return outcome.ok ? outcome.value : outcome.refusal.message
}

describe('reading a number', () => {
  it('[NU1] takes figures, a minus and a decimal point', () => {
    expect(['12', '-0.5', '\u22123.25', ' 7 ', '+4', '007'].map(numberOf)).toEqual([
      12, -0.5, -3.25, 7, 4, 7,
    ])
  })

  it('[NU2] takes thousands commas only where they belong', () => {
    expect(['1,234', '1,234,567.5', '-12,000'].map(numberOf)).toEqual([1234, 1234567.5, -12000])
    const misplaced = ['12,34', '1,2345', ',123', '1,,234', '1234,567']
    expect(misplaced.filter((typed) => numberOf(typed) !== undefined)).toEqual([])
  })

  it('[NU3] takes an empty field as no number', () => {
    expect(numberOf('')).toBeNull()
    expect(valueOf('  ', '%')).toBeNull()
    expect(valueOf('', null)).toBeNull()
  })

  it.each(['abc', '1e3', '.', '.5', '5.', '0x10', '1.2.3', '٣', '12 13', 'NaN', 'Infinity', '--1'])(
    '[NU4] refuses %s with an example',
    (typed) => {
      expect(numberOf(typed)).toBeUndefined()
      expect(valueOf(typed, '%')).toContain('like 12.5 or 1,234')
    },
  )

  it('[NU5] refuses a comma as decimal point with advice', () => {
    expect(valueOf('12,5', '%')).toContain('Use a full stop for decimals')
  })

  it('[NU6] takes the metric’s own unit after the number', () => {
    expect(valueOf('12.5%', '%')).toBe(12.5)
    expect(valueOf('12.5 per cent', '%')).toBe(12.5)
    expect(valueOf('62 years', 'years')).toBe(62)
    expect(valueOf('1 year', 'years')).toBe(1)
    expect(valueOf('410 per 100,000', 'per 100,000')).toBe(410)
    expect(valueOf('1,200 people', 'people')).toBe(1200)
    expect(valueOf('80', 'count')).toBe(80)
  })

  it('[NU7] refuses another unit and names the right one', () => {
    expect(valueOf('12%', 'years')).toBe(
      'This metric is measured in “years”. Write the number in that unit.',
    )
    expect(valueOf('62 years', '%')).toContain('measured in per cent')
    expect(valueOf('62years', 'count')).toContain('is a count')
  })

  it('[NU8] refuses a number when the unit is not known', () => {
    expect(valueOf('12', null)).toContain('no unit in the register')
    expect(valueOf('12', '  ')).toContain('no unit in the register')
  })

  it('[NU9] keeps percentages between 0 and 100', () => {
    expect(valueOf('0', '%')).toBe(0)
    expect(valueOf('100%', '%')).toBe(100)
    expect(valueOf('100.1', '%')).toContain('between 0 and 100')
    expect(valueOf('-1', 'per cent')).toContain('between 0 and 100')
  })

  it('[NU10] refuses more than 15 figures', () => {
    expect(numberOf('123456789012345')).toBe(123456789012345)
    expect(valueOf('1234567890123456', 'days')).toContain('more than 15 figures')
  })
})

describe('showing a number', () => {
  it('[NU11] has commas, a real minus sign and the decimals asked for', () => {
    expect(formatNumber(1234567.891, 1)).toBe('1,234,567.9')
    expect(formatNumber(-3, 2)).toBe('\u22123.00')
    expect(formatNumber(410, 0)).toBe('410')
  })

  it('[NU12] shows no minus before a rounded zero', () => {
    expect(formatNumber(-0.04, 1)).toBe('0.0')
  })

  it('[NU13] puts the unit where it is read', () => {
    const show = (value: number, unit: string) => formatValue({ value }, { unit, decimals: 1 })
    expect(show(12.5, '%')).toBe('12.5%')
    expect(show(62.1, 'years')).toBe('62.1 years')
    expect(show(410, 'per 100,000')).toBe('410.0 per 100,000')
    expect(formatValue({ value: 12 }, { unit: 'count', decimals: 0 })).toBe('12')
    expect(show(3.2, '£ per head')).toBe('£3.2 per head')
  })

  it('[NU14] shows a suppressed value as c', () => {
    expect(formatValue({ value: null, suppressed: true }, { unit: '%', decimals: 1 })).toBe('c')
    expect(formatValue({ value: 3, suppressed: true }, { unit: '%', decimals: 1 })).toBe('c')
  })

  it('[NU15] shows a missing value in words', () => {
    expect(formatValue({ value: null }, { unit: '%', decimals: 1 })).toBe('no value')
  })

  it('[NU16] fills a field without losing figures', () => {
    expect(formatForField(12, 1)).toBe('12.0')
    expect(formatForField(12.345, 1)).toBe('12.345')
    expect(formatForField(null, 1)).toBe('')
    expect(formatForField(1234567.5, 0)).toBe('1234567.5')
  })

  it('[NU17] writes a count with its noun', () => {
    expect(countOf(1, 'objective')).toBe('1 objective')
    expect(countOf(0, 'objective')).toBe('0 objectives')
    expect(countOf(1200, 'priority', 'priorities')).toBe('1,200 priorities')
  })
})
