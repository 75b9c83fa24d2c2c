import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  type Table,
  TableOfContents,
  TextRun,
} from 'docx'
import type { ChapterView, IdentityView, PartView, StrategyView } from '../view'
import { listFootnotes } from '../view-marks'
import { repackDocx } from './repack-docx'
import { SOFT, STYLES, WARNING } from './styles'
import { writeBlock, writeTable } from './write-block'
import { writeCommon, writeGrid, writeSources } from './write-parts'
import { type ListCounter, ORDERED, writeHeading, writeRuns } from './write-prose'

const RIGHT_EDGE = 9070
const MARGINS = { top: 1700, bottom: 1400, left: 1418, right: 1418, header: 700, footer: 600 }

/** A Word document: contents that Word fills in, its own headings and lists, header rows that repeat. */
export async function renderDocx(view: StrategyView): Promise<Uint8Array> {
  const counter: ListCounter = { next: 0 }
  const header = writeHeader(view)
  const document = new Document({
    title: view.title,
    subject: view.standing.status,
    creator: view.partnership,
    lastModifiedBy: view.partnership,
    description: view.standing.status,
    styles: STYLES,
    numbering: { config: [{ reference: ORDERED, levels: listLevels() }] },
    features: { updateFields: true },
    ...writeFootnotes(view),
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: 11906, height: 16838 }, margin: MARGINS },
        },
        headers: {
          default: header,
          first: view.standing.agreed ? new Header({ children: [] }) : header,
        },
        footers: { default: writeFooter(view), first: new Footer({ children: [] }) },
        children: [
          ...writeTitlePage(view),
          new Paragraph({
            style: 'ContentsTitle',
            pageBreakBefore: true,
            children: [new TextRun('Contents')],
          }),
          new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' }),
          ...view.chapters.flatMap((chapter) => writeChapter(chapter, counter)),
          ...writeSources(view.sources),
          ...writeIdentity(view.identity),
        ],
      },
    ],
  })
  return repackDocx(new Uint8Array(await Packer.toBuffer(document)), view.standing.instant)
}

/** Nothing where there are none: such a file stays as it was before there could be any. */
function writeFootnotes({ chapters }: StrategyView) {
  const notes = listFootnotes(chapters.flatMap((chapter) => chapter.parts))
  if (notes.length === 0) return {}
  const footnotes = notes.map(({ number, text }) => [
    String(number),
    { children: [new Paragraph({ children: [new TextRun(text)] })] },
  ])
  return { footnotes: Object.fromEntries(footnotes) as Record<string, { children: Paragraph[] }> }
}

function writeTitlePage(view: StrategyView): Paragraph[] {
  const detail = (text: string, look = {}) =>
    new Paragraph({ style: 'TitleDetail', children: [new TextRun({ text, ...look })] })
  return [
    new Paragraph({
      style: 'TitleDetail',
      spacing: { before: 3600 },
      children: [new TextRun({ text: view.partnership, bold: true })],
    }),
    new Paragraph({ style: 'Title', children: [new TextRun(view.title)] }),
    detail(view.horizon),
    detail(view.standing.status, {
      bold: true,
      ...(view.standing.agreed ? {} : { color: WARNING }),
    }),
  ]
}

function writeChapter(chapter: ChapterView, counter: ListCounter): (Paragraph | Table)[] {
  const runs = [new TextRun(`${chapter.number} ${chapter.title}`)]
  const heading = writeHeading({ depth: 1, anchor: chapter.anchor, runs, pageBreakBefore: true })
  return [heading, ...chapter.parts.flatMap((part) => writePart(part, counter))]
}

function writePart(part: PartView, counter: ListCounter): (Paragraph | Table)[] {
  switch (part.type) {
    case 'heading': {
      const number = part.number === null ? [] : [new TextRun(`${part.number} `)]
      return [
        writeHeading({
          depth: part.depth,
          anchor: part.anchor,
          runs: [...number, ...writeRuns(part.runs)],
        }),
      ]
    }
    case 'quote':
      return [new Paragraph({ style: 'Quote', children: writeRuns(part.runs) })]
    case 'grid':
      return writeGrid(part, counter)
    case 'block':
      return writeBlock(part)
    default:
      return writeCommon(part, counter)
  }
}

function writeIdentity(identity: IdentityView): (Paragraph | Table)[] {
  const text = (value: string) => ({ lines: [value], missing: false })
  const command =
    identity.command === null
      ? []
      : [
          new Paragraph({
            children: [new TextRun({ text: identity.command, font: 'Courier New' })],
          }),
        ]
  return [
    writeHeading({
      depth: 1,
      anchor: identity.anchor,
      runs: [new TextRun(identity.title)],
      pageBreakBefore: true,
    }),
    ...writeTable({
      caption: 'Which text this is',
      columns: ['About this copy', 'Details'],
      widths: [24, 76],
      rows: identity.facts.map(({ label, value }) => [text(label), text(value)]),
    }),
    ...identity.paragraphs.map((line) => new Paragraph({ children: [new TextRun(line)] })),
    ...command,
  ]
}

function writeHeader({ standing, partnership }: StrategyView): Header {
  const mark = new TextRun({
    text: standing.mark,
    bold: true,
    size: 17,
    ...(standing.agreed ? {} : { color: WARNING }),
  })
  return new Header({
    children: [atBothEdges([mark], [new TextRun({ text: partnership, size: 17, color: SOFT })])],
  })
}

function writeFooter({ title }: StrategyView): Footer {
  const small = { size: 17, color: SOFT }
  const page = new TextRun({
    ...small,
    children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
  })
  return new Footer({ children: [atBothEdges([new TextRun({ text: title, ...small })], [page])] })
}

function atBothEdges(left: readonly TextRun[], right: readonly TextRun[]): Paragraph {
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: RIGHT_EDGE }],
    children: [...left, new TextRun({ children: ['\t'] }), ...right],
  })
}

function listLevels() {
  const formats = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN]
  return Array.from({ length: 9 }, (_, level) => ({
    level,
    format: formats[level % 3],
    text: `%${level + 1}.`,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 567 * (level + 1), hanging: 400 } } },
  }))
}
