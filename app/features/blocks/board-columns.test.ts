import { describe, expect, it } from 'vitest'
import { BOARD_COLUMNS, chooseColumns } from './board-columns'

const idsOf = (asked: readonly string[]) => chooseColumns(asked).map(({ id }) => id)

describe('columns of the table of all blocks', () => {
  it('are named once each', () => {
    const labels = BOARD_COLUMNS.map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
    expect(labels).toContain('Kind of enabler')
    expect(labels).toContain('Core purposes')
  })

  it('are five at first, or those an address asks for', () => {
    const usual = ['missing', 'lead', 'level', 'date', 'places']
    expect(idsOf([])).toEqual(usual)
    expect(idsOf(['nonsense'])).toEqual(usual)
    expect(idsOf(['s75Outcome', 'lead', 'nonsense'])).toEqual(['lead', 's75Outcome'])
  })
})
