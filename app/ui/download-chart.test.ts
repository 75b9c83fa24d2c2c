import { describe, expect, it } from 'vitest'
import { nameFile, writeTable } from './download-chart'

describe('a chart’s figures as a file', () => {
  it('keeps numbers numbers and formulas text', () => {
    expect(
      writeTable([
        ['Period', 'Value (%)'],
        ['April 2026', '1,234.5'],
        ['May, 2026', '-3.2'],
        ['=1+1', 'c (suppressed)'],
        ['said "so"', '-3 to 4'],
      ]),
    ).toBe(
      '\uFEFFPeriod,Value (%)\r\nApril 2026,1234.5\r\n"May, 2026",-3.2\r\n\'=1+1,c (suppressed)\r\n"said ""so""",\'-3 to 4\r\n',
    )
  })

  it('names a file by its title', () => {
    expect(nameFile('Mothers who smoke (2026)')).toBe('mothers-who-smoke-2026')
    expect(nameFile('…')).toBe('chart')
  })
})
