import {
  Bookmark,
  BorderStyle,
  ExternalHyperlink,
  ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type {
  CalloutView,
  CellPartView,
  FigureView,
  FileView,
  GridCellView,
  GridRowView,
  GridView,
  SourceView,
} from '../view-parts'
import { SOFT, WARNING } from './styles'
import { type ListCounter, bookmarkId, writeHeading, writeList, writeRuns } from './write-prose'

const TEXT_WIDTH = 9070
/** Of the text on the page, in the 96 dots to the inch that Word counts pictures by. */
const MOST_WIDE = 600
const MOST_HIGH = 800
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '77828C' }
const TONES = { note: '0B4F54', important: 'A84300', example: '77828C' } as const

export function writeCommon(part: CellPartView, counter: ListCounter): Paragraph[] {
  switch (part.type) {
    case 'paragraph':
      return [new Paragraph({ children: writeRuns(part.runs) })]
    case 'list':
      return writeList(part, counter)
    case 'callout':
      return [writeCallout(part)]
    case 'rule':
      return [new Paragraph({ border: { bottom: { ...LINE, space: 1 } }, children: [] })]
    case 'figure':
      return writeFigure(part)
  }
}

function writeCallout({ tone, label, runs }: CalloutView): Paragraph {
  const color = TONES[tone]
  return new Paragraph({
    border: { left: { style: BorderStyle.SINGLE, size: 36, color, space: 10 } },
    indent: { left: 240 },
    shading: { type: ShadingType.CLEAR, fill: 'F5F6F7', color: 'auto' },
    children: [new TextRun({ text: `${label}: `, bold: true }), ...writeRuns(runs)],
  })
}

function writeFigure({ file, alt, caption }: FigureView): Paragraph[] {
  const picture = file && writePicture(file, alt)
  const words = caption === '' ? [] : [new TextRun({ text: caption, color: SOFT, size: 20 })]
  const gone = new TextRun({ text: `[Picture: ${alt}]`, italics: true, color: WARNING })
  return [
    new Paragraph({ keepNext: words.length > 0, children: [picture ?? gone] }),
    ...(words.length > 0 ? [new Paragraph({ children: words })] : []),
  ]
}

/** Word shows no WebP: its words stand for it. */
function writePicture({ mediaType, bytes, width, height }: FileView, alt: string): ImageRun | null {
  const type = WORD_TYPES[mediaType]
  if (type === undefined) return null
  const scale = Math.min(1, MOST_WIDE / width, MOST_HIGH / height)
  return new ImageRun({
    type,
    data: bytes,
    transformation: {
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    },
    altText: { name: 'Picture', title: '', description: alt },
  })
}

const WORD_TYPES: Partial<Record<FileView['mediaType'], 'png' | 'jpg' | 'gif'>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
}

/** The header rows repeat on every page; an empty line keeps tables apart. */
export function writeGrid(grid: GridView, counter: ListCounter): (Paragraph | Table)[] {
  const width = Math.floor(TEXT_WIDTH / grid.columns)
  return [
    new Table({
      columnWidths: Array.from({ length: grid.columns }, () => width),
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      margins: { left: 100, right: 100 },
      borders: {
        top: LINE,
        bottom: LINE,
        left: LINE,
        right: LINE,
        insideHorizontal: LINE,
        insideVertical: LINE,
      },
      rows: grid.rows.map((row, index) => writeRow(row, index < grid.headRows, counter)),
    }),
    new Paragraph({ style: 'TableText', children: [] }),
  ]
}

function writeRow({ cells }: GridRowView, isHead: boolean, counter: ListCounter): TableRow {
  return new TableRow({
    ...(isHead && { tableHeader: true }),
    cantSplit: true,
    children: cells.map((cell) => writeCell(cell, counter)),
  })
}

function writeCell({ header, colSpan, rowSpan, parts }: GridCellView, counter: ListCounter) {
  const inside = parts.flatMap((part): Paragraph[] =>
    part.type === 'paragraph'
      ? [
          new Paragraph({
            style: 'TableText',
            children: writeRuns(
              header ? part.runs.map((run) => ({ ...run, bold: true })) : part.runs,
            ),
          }),
        ]
      : writeCommon(part, counter),
  )
  return new TableCell({
    ...(colSpan > 1 && { columnSpan: colSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    ...(header && { shading: { type: ShadingType.CLEAR, fill: 'F5F6F7', color: 'auto' } }),
    children: inside.length > 0 ? inside : [new Paragraph({ style: 'TableText', children: [] })],
  })
}

export function writeSources(sources: readonly SourceView[]): Paragraph[] {
  if (sources.length === 0) return []
  const runs = [new TextRun('Sources')]
  const entries = sources.map(({ number, anchor, text, href }) => {
    const name = new Bookmark({ id: bookmarkId(anchor), children: [new TextRun(`[${number}]`)] })
    const link =
      href === null
        ? []
        : [
            new TextRun(' '),
            new ExternalHyperlink({
              link: href,
              children: [new TextRun({ text: href, style: 'Hyperlink' })],
            }),
          ]
    return new Paragraph({ children: [name, new TextRun(` ${text}`), ...link] })
  })
  return [writeHeading({ depth: 1, anchor: 'sources', runs, pageBreakBefore: true }), ...entries]
}
