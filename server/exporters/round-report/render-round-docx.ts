import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { describeRate } from '../../../app/domain/rounds/report'
import { describeProgress } from '../../../app/domain/rounds/round'
import type { ReportedRound } from '../../services/rounds/round-store'
import { cleanText } from '../clean-text'
import { repackDocx } from '../docx/repack-docx'
import { STYLES } from '../docx/styles'
import {
  COMMENT_HEAD,
  listFacts,
  listPeople,
  PEOPLE_HEAD,
  SUGGESTION_HEAD,
  writeComment,
  writeSuggestion,
} from './round-rows'

/** The report as a Word document, for papers (SPEC.md RR18). */
export async function renderRoundDocx(reported: ReportedRound): Promise<Uint8Array> {
  const { round, report, madeAt } = reported
  const document = new Document({
    title: cleanText(round.title),
    styles: STYLES,
    sections: [
      {
        properties: { page: { size: { width: 16838, height: 11906 } } },
        children: [
          new Paragraph({ style: 'Title', children: writeLines(`Report: ${round.title}`) }),
          ...listFacts(reported).map(([name, value]) => writeFact(name, value)),
          heading('Who answered'),
          paragraph(`${describeProgress(round.people)}.`),
          writeTable(
            ['Organisation', 'Asked', 'Finished', 'Declined', 'Response rate'],
            report.organisations.map((row) => [
              row.organisationName,
              String(row.asked),
              String(row.finished),
              String(row.declined),
              describeRate(row),
            ]),
          ),
          writeTable(PEOPLE_HEAD, listPeople(reported)),
          heading('Comments and what became of them'),
          paragraph(
            `${report.comments.length} comments; ${report.unanswered.length} wait for an answer.`,
          ),
          writeTable(COMMENT_HEAD, report.comments.map(writeComment)),
          heading('Suggestions and what became of them'),
          paragraph(
            `${report.suggestions.length} suggestions; ${report.undecided.length} wait for a decision.`,
          ),
          writeTable(SUGGESTION_HEAD, report.suggestions.map(writeSuggestion)),
        ],
      },
    ],
  })
  return repackDocx(new Uint8Array(await Packer.toBuffer(document)), madeAt.toISOString())
}

function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(text)] })
}

function paragraph(text: string): Paragraph {
  return new Paragraph({ children: writeLines(text) })
}

function writeFact(name: string, value: string): Paragraph {
  return new Paragraph({
    spacing: { after: 60 },
    children: [new TextRun({ text: `${name}: `, bold: true }), ...writeLines(value)],
  })
}

function writeLines(text: string): TextRun[] {
  return cleanText(text)
    .split('\n')
    .map((line, at) => new TextRun(at === 0 ? { text: line } : { text: line, break: 1 }))
}

function writeTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Table | Paragraph {
  if (rows.length === 0) return paragraph('None.')
  const cell = (text: string, isBold: boolean) =>
    new TableCell({
      children: [
        new Paragraph({
          style: 'TableText',
          children: isBold ? [new TextRun({ text, bold: true })] : writeLines(text),
        }),
      ],
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: head.map((text) => cell(text, true)) }),
      ...rows.map((row) => new TableRow({ children: row.map((text) => cell(text, false)) })),
    ],
  })
}
