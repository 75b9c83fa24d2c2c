import { expect, it } from 'vitest'
import { problemsCsv } from './list-problems'

it('[IM47] gives problems away as a table that runs nothing', () => {
  const problems = ['Line 3: “Mars” is no area.', 'Line 12, “Value”: Say "5", not =5.', '=1+1']
  expect(problemsCsv(problems)).toBe(
    '\uFEFF"Line","Problem"\r\n"3","Line 3: “Mars” is no area."\r\n"12","Line 12, “Value”: Say ""5"", not =5."\r\n"","\'=1+1"\r\n',
  )
  expect(problemsCsv([])).toBe('\uFEFF"Line","Problem"\r\n')
})
