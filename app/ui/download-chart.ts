/** Cells as a CSV file with the mark that spreadsheets know UTF-8 by; what would be a formula is kept as text. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(writeCell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

const FORMULA = /^[=+\-@\t\r]/
const NUMBER = /^-?[\d,]+(\.\d+)?$/

function writeCell(text: string): string {
  const plain = NUMBER.test(text) ? text.replaceAll(',', '') : text
  const safe = FORMULA.test(plain) && !NUMBER.test(text) ? `'${plain}` : plain
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** `Mothers who smoke (2026)` → `mothers-who-smoke-2026`. */
export function nameFile(title: string): string {
  const name = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return name.slice(0, 80) || 'chart'
}

/** The cells of a table on the page, as they are read. */
export function readTable(table: HTMLTableElement): string[][] {
  return [...table.rows].map((row) =>
    [...row.cells].map(({ textContent }) => cleanText(textContent)),
  )
}

function cleanText(text: string | null): string {
  return (text ?? '').replaceAll(/\s+/g, ' ').trim()
}

const SVG = 'http://www.w3.org/2000/svg'

/** A drawing that stands alone: named, on white, without what only the page needs. */
export function writeDrawing(drawing: SVGSVGElement, title: string): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const { width, height } = drawing.viewBox.baseVal
  copy.setAttribute('xmlns', SVG)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const ground = document.createElementNS(SVG, 'rect')
  ground.setAttribute('width', String(width))
  ground.setAttribute('height', String(height))
  ground.setAttribute('fill', '#ffffff')
  const name = document.createElementNS(SVG, 'title')
  name.textContent = title
  copy.prepend(name, ground)
  return new XMLSerializer().serializeToString(copy)
}

/** Drawn twice as large, so that it is sharp in a document. */
const SCALE = 2

/** The drawing as a picture; null where the browser cannot make one. */
export async function paintDrawing(drawing: SVGSVGElement, title: string): Promise<Blob | null> {
  const { width, height } = drawing.viewBox.baseVal
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(writeDrawing(drawing, title))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = height * SCALE
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

export function downloadFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
