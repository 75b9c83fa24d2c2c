import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { readWord } from './read-word'
import { createWordReader } from './word-reader'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

async function buildWord(): Promise<Uint8Array> {
  const bullet = (text: string, level: number) => new Paragraph({ text, bullet: { level } })
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph('Said in 2023')] } },
    numbering: {
      config: [
        { reference: 'n', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Health', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              new TextRun({ text: 'Bold', bold: true, color: 'FF0000' }),
              new TextRun(' plain'),
              new FootnoteReferenceRun(1),
              new ExternalHyperlink({
                link: 'https://example.org',
                children: [new TextRun('link')],
              }),
            ],
          }),
          bullet('One', 0),
          bullet('In', 1),
          new Paragraph({ text: 'First', numbering: { reference: 'n', level: 0 } }),
          new Table({
            rows: [
              new TableRow({ tableHeader: true, children: [cell('Who'), cell('What')] }),
              new TableRow({ children: [cell('ICB'), cell('pays')] }),
            ],
          }),
          new Paragraph({
            children: [
              new ImageRun({ type: 'png', data: PIXEL, transformation: { width: 9, height: 9 } }),
            ],
          }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const reader = createWordReader()
afterAll(() => reader.close())

describe('reading a Word document', () => {
  it('[ED28] gives headings, lists, tables, links and footnotes as HTML, and marks for pictures', async () => {
    const read = await readWord(await buildWord())
    const html = read?.html ?? ''
    expect(html).toContain('<h1>Health</h1>')
    expect(html).toContain('<strong>Bold</strong>')
    expect(html).toContain('<a href="https://example.org">link</a>')
    expect(html).toMatch(/<ul><li>One<ul><li>In<\/li><\/ul><\/li><\/ul><ol><li>First<\/li><\/ol>/)
    expect(html).toMatch(/<thead><tr><th><p>Who/)
    expect(html).toMatch(/id="footnote-1".*Said in 2023/)
    expect(html).toMatch(/<img src=""/)
    expect(html).not.toContain('base64')
  })

  it('[ED28] answers from a thread, in words when it cannot', async () => {
    expect(await reader.read(await buildWord())).toMatchObject({ ok: true })
    for (const bytes of [
      strToU8('no zip at all'),
      zipSync({ 'x.txt': strToU8('no Word document') }),
      zipSync({ 'word/document.xml': strToU8('<w:document') }),
    ]) {
      expect(await reader.read(bytes)).toMatchObject({
        ok: false,
        refusal: { code: 'invalid', message: expect.stringContaining('not a Word document') },
      })
    }
  })

  it('[ED28] never unpacks more than a text can be', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(61 * 1024 * 1024) }, { level: 1 })
    expect(bomb.length).toBeLessThan(2_000_000)
    expect(await readWord(bomb)).toBeNull()
  })

  it('[ED28] ends a thread that takes too long, and answers the next one', async () => {
    const hasty = createWordReader({ timeout: 1 })
    expect(await hasty.read(await buildWord())).toMatchObject({
      ok: false,
      refusal: { code: 'unavailable' },
    })
    await hasty.close()
  })
})
