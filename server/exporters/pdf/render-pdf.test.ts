import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, describe, expect, it } from 'vitest'
import { buildRichCopy } from '../../../test/build/prose-copy'
import { buildHostileCopy } from '../../../test/build/hostile-copy'
import {
  buildChapter,
  buildDraftCopy,
  buildEditionCopy,
  buildProseCopy,
  heading,
  paragraph,
} from '../../../test/build/strategy-copy'
import { HOSTILE_STRINGS } from '../../../test/data/hostile/strings'
import type { StrategyCopy } from '../strategy-copy'
import { buildStrategyView } from '../strategy-view'
import { createPdfRenderer } from './render-pdf'

const renderer = createPdfRenderer()
afterAll(() => renderer.close())

async function render(copy: StrategyCopy): Promise<Uint8Array> {
  const outcome = await renderer.render(buildStrategyView(copy))
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

async function open(copy: StrategyCopy) {
  // pdfjs takes the bytes it is given away from their owner.
  return getDocument({ data: (await render(copy)).slice(), verbosity: 0 }).promise
}

interface Tag {
  readonly role?: string
  readonly lang?: string
  readonly children?: readonly Tag[]
}

type OpenPdf = Awaited<ReturnType<typeof open>>

async function listTags(pdf: OpenPdf): Promise<string[]> {
  const roles: string[] = []
  const walk = (tag: Tag) => {
    if (tag.role) roles.push(tag.role)
    tag.children?.forEach(walk)
  }
  for (let page = 1; page <= pdf.numPages; page += 1)
    walk((await (await pdf.getPage(page)).getStructTree()) as Tag)
  return roles
}

async function readText(pdf: OpenPdf): Promise<string[]> {
  const pages: string[] = []
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  return pages
}

function sixtyPages(): StrategyCopy {
  const chapters = Array.from({ length: 12 }, (_, chapter) =>
    buildChapter(
      Array.from({ length: 10 }, (_, index) => [
        heading(2, `Part ${index + 1}`),
        paragraph(
          `Sentence ${chapter}.${index} says something sensible about the area and its people. `.repeat(
            20,
          ),
        ),
      ]).flat(),
      { id: `c${chapter}`, title: `Chapter ${chapter + 1}` },
    ),
  )
  return buildDraftCopy({ content: { schemaVersion: 1, chapters, blocks: [] } })
}

describe('a strategy as a PDF', () => {
  it('[EX23] is tagged with headings, lists, and tables with header cells', async () => {
    const pdf = await open(buildHostileCopy('Plain words'))
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    const roles = await listTags(pdf)
    expect(roles).toEqual(
      expect.arrayContaining([
        'H1',
        'H2',
        'H3',
        'P',
        'L',
        'LI',
        'Table',
        'TR',
        'TH',
        'TD',
        'Caption',
        'Link',
        'BlockQuote',
        'TOC',
      ]),
    )
    expect(roles.filter((role) => role === 'TH').length).toBeGreaterThanOrEqual(7)
    expect(roles.find((role) => /^H\d$/.test(role))).toBe('H1')
  })

  it('[EX29] [EX30] [EX32] has tables, notes and pictures of its own', async () => {
    const pdf = await open(buildRichCopy())
    const roles = await listTags(pdf)
    for (const role of ['Table', 'TH', 'TD', 'Figure', 'Note', 'Caption'])
      expect([role, roles.includes(role)]).toEqual([role, true])
    const text = (await readText(pdf)).join(' ')
    for (const words of [
      'Three-year averages.',
      'Important: ',
      'Done: ',
      'Sources',
      'Fair Society',
    ])
      expect(text).toContain(words)
  })

  it('[EX23] says PDF/UA-1, its language and its title', async () => {
    const copy = buildEditionCopy()
    const pdf = await open(copy)
    const { info, metadata } = await pdf.getMetadata()
    expect(info).toMatchObject({
      Title: 'Better lives',
      Author: 'Wessex Vale ICP',
      Language: 'en-GB',
    })
    expect(metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect((await pdf.getViewerPreferences()) ?? {}).toMatchObject({ DisplayDocTitle: true })
  })

  it('[EX23] embeds the fonts it uses', async () => {
    const bytes = Buffer.from(await render(buildDraftCopy())).toString('latin1')
    const fonts = [...bytes.matchAll(/\/BaseFont\s*\/([\w+-]+)/g)].map(([, name]) => name)
    expect(fonts.some((name) => /^[A-Z]{6}\+Inter-Regular/.test(name ?? ''))).toBe(true)
    expect(fonts.filter((name) => !/^[A-Z]{6}\+/.test(name ?? ''))).toEqual([])
    expect(bytes.match(/\/FontFile[23]/g)?.length).toBeGreaterThanOrEqual(2)
  })

  it('[EX1] marks every page of a draft', async () => {
    for (const text of await readText(await open(buildDraftCopy())))
      expect(text).toContain('DRAFT — not agreed')
  })

  it('[EX4] has the whole hash of an edition on its last page', async () => {
    const copy = buildEditionCopy()
    const last = (await readText(await open(copy))).at(-1)
    expect(last).toContain(copy.standing.state === 'edition' ? copy.standing.hash : 'no hash')
  })

  it('[EX20] shows hostile text as text and reads no file', async () => {
    for (const hostile of HOSTILE_STRINGS.filter((text) => /[#$<@=*_[]/.test(text)).slice(0, 24)) {
      const pdf = await open(buildHostileCopy(hostile))
      const seen = (await readText(pdf)).join('').replace(/\s/g, '')
      expect(seen).toContain((hostile.split('\n')[0] ?? '').replace(/\s/g, ''))
      expect(seen).not.toContain('root:')
      expect(await pdf.getJSActions()).toBeNull()
    }
  }, 120_000)

  it('[EX24] names the characters its font lacks, and goes on working', async () => {
    const outcome = await renderer.render(
      buildStrategyView(buildProseCopy([paragraph('Health 健康 and care 😀, é ŵ → ½')])),
    )
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
    const message = outcome.ok ? '' : outcome.refusal.message
    expect(message).toContain('no “健”, “康”, “😀”. Nothing')
    expect((await render(buildDraftCopy())).byteLength).toBeGreaterThan(10_000)
  })

  it('[EX24] refuses with words when the thread takes too long', async () => {
    const slow = createPdfRenderer({ timeout: 1 })
    const outcome = await slow.render(buildStrategyView(sixtyPages()))
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'unavailable' } })
    await slow.close()
  })

  it('[EX27] is the same bytes twice', async () => {
    const copy = buildEditionCopy()
    const first = await render(copy)
    await render(buildHostileCopy('between'))
    expect(Buffer.from(await render(copy)).equals(Buffer.from(first))).toBe(true)
  })

  it('makes 60 pages in under 2 s and gives the memory back', async () => {
    const view = buildStrategyView(sixtyPages())
    const first = await renderer.render(view)
    if (!first.ok) throw new Error(first.refusal.message)
    const pdf = await getDocument({ data: first.value.slice(), verbosity: 0 }).promise
    expect(pdf.numPages).toBeGreaterThanOrEqual(60)
    const memory = process.memoryUsage().rss
    const seconds: number[] = []
    for (let turn = 0; turn < 5; turn += 1) {
      // Time on the processor: a busy machine must not fail this.
      const started = process.cpuUsage()
      await renderer.render(view)
      const { user, system } = process.cpuUsage(started)
      seconds.push((user + system) / 1e6)
    }
    expect(Math.min(...seconds)).toBeLessThan(2)
    expect(process.memoryUsage().rss - memory).toBeLessThan(80 * 1024 * 1024)
  }, 180_000)
})
