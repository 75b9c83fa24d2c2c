import { zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { buildWorkbook } from '../../../test/build/workbook'
import { readTable } from './read-table'
import { createTableReader } from './table-reader'

const bytes = (text: string) => new TextEncoder().encode(text)
const rowsOf = async (source: Uint8Array, sheet?: string) => {
  const read = await readTable({ bytes: source, sheet })
  return read.ok ? read.value.rows : read.refusal.message
}

describe('a table as text', () => {
  const ROWS = [
    ['Area code', 'Value'],
    ['E06000062', '12.3'],
  ]

  it.each([
    ['commas', 'Area code,Value\nE06000062,12.3\n'],
    ['semicolons', 'Area code;Value\r\nE06000062;12.3\r\n'],
    ['tabs, as pasted', 'Area code\tValue\nE06000062\t12.3'],
    ['bars', 'Area code|Value\nE06000062|12.3'],
    ['a byte order mark', '\uFEFFArea code,Value\nE06000062,12.3'],
  ])('[TB2] [TB3] with %s', async (_, text) => {
    expect(await rowsOf(bytes(text))).toEqual(ROWS)
  })

  it('[TB2] in UTF-16, and in Windows-1252', async () => {
    const utf16 = Buffer.from('\uFEFFPlace,Value\nSeñor,1', 'utf16le')
    expect(await rowsOf(utf16)).toEqual([
      ['Place', 'Value'],
      ['Señor', '1'],
    ])
    expect(await rowsOf(Buffer.from('Place,Value\nCaf\xe9,\xa35', 'latin1'))).toEqual([
      ['Place', 'Value'],
      ['Café', '£5'],
    ])
  })

  it('[TB3] quotation marks hold commas, marks and line breaks', async () => {
    expect(await rowsOf(bytes('a,b\n"x, ""y""\nz",2'))).toEqual([
      ['a', 'b'],
      ['x, "y"\nz', '2'],
    ])
  })

  it('[TB3] lines may end in several ways in one file', async () => {
    expect(await rowsOf(bytes('a,b\r\n1,2\n3,4\r5,6\r\n'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
  })

  it('[TB4] one that is never closed is refused, with where to look', async () => {
    expect(await rowsOf(bytes('a,b\n1,2\n"3,4\n5,6\n7,8'))).toContain('line 3')
  })

  it('[TB7] [TB8] nothing, too much, and what is no table are refused', async () => {
    expect(await rowsOf(bytes(''))).toBe('There is nothing in this table.')
    expect(await rowsOf(bytes(' , \n'))).toBe('There is nothing in this table.')
    expect(await rowsOf(bytes('1\n'.repeat(200_001)))).toContain('200,001 rows')
    expect(await rowsOf(bytes(`${'1,'.repeat(200)}1`))).toContain('200 columns')
    expect(await rowsOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]))).toContain('neither')
  })
})

describe('a workbook', () => {
  const workbook = buildWorkbook({
    Notes: [['Read me']],
    Data: [
      ['Period', 'Value', 'Final', 'Note'],
      [new Date('2026-04-01T00:00:00Z'), 0.1 + 0.2, true, null],
      ['2026/27', 0, false, ' as is '],
    ],
  })

  it('[TB1] [TB5] gives its first sheet, or the one that is named, and all names', async () => {
    expect(await readTable({ bytes: workbook })).toMatchObject({
      value: { rows: [['Read me']], sheets: ['Notes', 'Data'] },
    })
    expect(await rowsOf(workbook, 'Elsewhere')).toContain('It has Notes, Data.')
  })

  it('[TB6] gives numbers as stored, days as days, and empty cells', async () => {
    expect(await rowsOf(workbook, 'Data')).toEqual([
      ['Period', 'Value', 'Final', 'Note'],
      ['2026-04-01', '0.30000000000000004', 'true', ''],
      ['2026/27', '0', 'false', ' as is '],
    ])
  })

  it('[TB7] [TB8] one that unpacks to too much, or is none, is refused', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(201 * 1024 * 1024) })
    expect(await rowsOf(bomb)).toContain('200 MB')
    expect(await rowsOf(zipSync({ 'a.txt': bytes('no workbook') }))).toContain('cannot be read')
    expect(await rowsOf(workbook.slice(0, 400))).toContain('cannot be read')
  })
})

describe('in a thread', () => {
  const reader = createTableReader()
  afterAll(() => reader.close())

  it('[TB9] tables are read one after another, and the fifth at once waits no more', async () => {
    const text = bytes('a,b\n1,2')
    const read = await Promise.all(
      Array.from({ length: 7 }, () => reader.readHead({ bytes: text })),
    )
    expect(read.filter(({ ok }) => ok)).toHaveLength(5)
    expect(await reader.readHead({ bytes: text })).toMatchObject({ ok: true })
  })

  it('[TB9] one that takes too long is ended, and the next is read', async () => {
    const hasty = createTableReader({ timeout: 1 })
    expect(await hasty.readHead({ bytes: bytes('1,2\n'.repeat(150_000)) })).toMatchObject({
      ok: false,
    })
    await hasty.close()
    expect(await reader.readHead({ bytes: bytes('a\n1') })).toMatchObject({ ok: true })
  })
})
