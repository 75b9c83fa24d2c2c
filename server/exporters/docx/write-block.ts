import {
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { BlockView, CellView, TableView } from '../view'
import { HAIRLINE, LOOK_COLOURS, SOFT, WARNING } from './styles'
import { writeHeading } from './write-prose'

/** Width of the text on A4 with our margins, in twentieths of a point. */
const TEXT_WIDTH = 9070
const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** A block: heading, statement, and its tables. */
export function writeBlock(block: BlockView): (Paragraph | Table)[] {
  const color = LOOK_COLOURS[block.look]
  const border = { left: { style: BorderStyle.SINGLE, size: 24, color, space: 10 } }
  const heading = writeHeading({
    depth: block.depth,
    anchor: block.anchor,
    runs: [new TextRun({ text: `${block.label}: `, color }), new TextRun(block.title)],
  })
  const tables = [block.details, block.metrics].filter((table) => table !== null)
  return [
    heading,
    ...block.statement.map(
      (text) => new Paragraph({ border, indent: { left: 200 }, children: [new TextRun(text)] }),
    ),
    ...tables.flatMap(writeTable),
  ]
}

/** The caption stands before its table; the header row repeats on every page; an empty line keeps tables apart. */
export function writeTable(table: TableView): (Paragraph | Table)[] {
  const columnWidths = table.widths.map((width) => Math.round((TEXT_WIDTH * width) / 100))
  const head = table.columns.map((text) =>
    writeCell([new TextRun({ text, bold: true, color: SOFT })]),
  )
  return [
    new Paragraph({ style: 'Caption', children: [new TextRun(table.caption)] }),
    new Table({
      columnWidths,
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      margins: { right: 120 },
      borders: {
        top: NONE,
        left: NONE,
        right: NONE,
        insideVertical: NONE,
        bottom: { style: BorderStyle.SINGLE, size: 4, color: HAIRLINE },
        insideHorizontal: { style: BorderStyle.SINGLE, size: 4, color: HAIRLINE },
      },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: head }),
        ...table.rows.map((row) => writeRow(row)),
      ],
    }),
    new Paragraph({ style: 'TableText', children: [] }),
  ]
}

function writeRow(row: readonly CellView[]): TableRow {
  const named = row.length === 2
  const cells = row.map((cell, column) => writeCell(writeLines(cell, named && column === 0)))
  return new TableRow({ cantSplit: true, children: cells })
}

function writeLines(cell: CellView, bold: boolean): TextRun[] {
  const look = cell.missing ? { italics: true, color: WARNING } : { ...(bold && { bold }) }
  return cell.lines.map((text, index) => new TextRun({ text, break: index > 0 ? 1 : 0, ...look }))
}

function writeCell(children: readonly TextRun[]): TableCell {
  return new TableCell({
    children: [new Paragraph({ style: 'TableText', children: [...children] })],
  })
}
