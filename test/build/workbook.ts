import { strToU8, zipSync } from 'fflate'

type Cell = string | number | boolean | Date | null

/** A workbook as Excel writes it, as far as a reader of values looks. */
export function buildWorkbook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array {
  const names = Object.keys(sheets)
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const listed = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  const related = names.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const styles = `<Relationship Id="rId${names.length + 1}" Type="${office}/styles" Target="styles.xml"/>`
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${head}<Relationships xmlns="${relations}">${related.join('')}${styles}</Relationships>`,
    ),
    // Style 1 is a day.
    'xl/styles.xml': strToU8(
      `${head}<styleSheet xmlns="${main}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
  }
  for (const [at, rows] of Object.values(sheets).entries()) {
    const written = rows.map(
      (row, line) => `<row r="${line + 1}">${row.map((cell, column) => writeCell(cell, line, column)).join('')}</row>`,
    )
    files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(
      `${head}<worksheet xmlns="${main}"><sheetData>${written.join('')}</sheetData></worksheet>`,
    )
  }
  return zipSync(files)
}

const DAY_MS = 86_400_000
/** Excel's day 0. */
const EPOCH = Date.UTC(1899, 11, 30)

function writeCell(cell: Cell, line: number, column: number): string {
  const at = `r="${String.fromCodePoint(65 + column)}${line + 1}"`
  if (cell === null) return ''
  if (cell instanceof Date) return `<c ${at} s="1"><v>${(cell.getTime() - EPOCH) / DAY_MS}</v></c>`
  if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c ${at} t="b"><v>${cell ? 1 : 0}</v></c>`
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`
}
