import type { ProseNode } from '../../../domain/strategy/strategy'
import { safeHref } from '../../../document/safe-href'
import { type Clip, LeftOut } from './clip'
import { PLAIN, isHidden, noteLooks, readFormat } from './element-look'
import type { FlowPlace, FlowReader } from './flow-reader'
import { type FakeItem, isMarker, isNumberMarker, nestItems, readFakeDepth } from './fake-lists'
import { type FoundNotes, findNotes } from './find-notes'
import { InlineRun } from './inline-run'
import { asInline, asParagraph, asQuote } from './prose-parts'
import { readHtmlList } from './read-html-list'
import { readHtmlTable } from './read-html-table'
import { tidyLine, tidyWords } from './tidy-text'

/** Deeper content is kept as words: nobody writes so deep, only mischief does. */
const MAX_DEPTH = 60

/** What is never part of a text; each is counted as what a person would call it. */
const EMBEDDED =
  'svg, math, iframe, frame, frameset, object, embed, video, audio, canvas, applet, portal, fencedframe'
const SILENT =
  'script, style, template, noscript, noembed, noframes, head, meta, link, title, base, xml, area, map, source, track, param, colgroup, col, input, select, textarea, button, [style*="mso-element:comment" i]'
const COMMENTS = '.msocomanchor, .MsoCommentReference'
const PARAGRAPHS =
  'p, div, section, article, main, header, footer, nav, aside, address, figure, figcaption, form, fieldset, legend, details, summary, center, dl, dt, dd, li, tr, td, th, caption, hgroup, search, dialog'

const START: FlowPlace = { format: PLAIN, wrap: asParagraph, depth: 0 }

/**
 * Reads HTML of anybody's making into prose. Nothing of it reaches a page: it is parsed into a document that
 * runs and fetches nothing, and only words and their structure are taken from there.
 */
export function readHtml(html: string): Clip {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const left = new LeftOut()
  const reader = new HtmlReader(findNotes(body), left, body.querySelector('h1') !== null)
  const nodes = reader.readFlow(body, START)
  // A line above the notes has nothing left to stand above.
  if (reader.hasNotes && nodes.at(-1)?.type === 'rule') nodes.pop()
  return { nodes, left }
}

/** One reading: a row of paragraphs grows while elements are gone through in order. */
class HtmlReader implements FlowReader {
  private nodes: ProseNode[] = []
  private readonly run = new InlineRun()
  private fakeItems: FakeItem[] = []
  private marker = ''

  constructor(
    private readonly notes: FoundNotes,
    readonly left: LeftOut,
    /** With headings of the first rank, all of them go down by one: the chapter's title is the first. */
    private readonly shiftsHeadings: boolean,
  ) {}

  get hasNotes(): boolean {
    return this.notes.textOf.size > 0
  }

  /** What stands inside an element, read by itself. */
  readFlow(element: Element, place: FlowPlace): ProseNode[] {
    const inner = new HtmlReader(this.notes, this.left, this.shiftsHeadings)
    inner.readChildren(element, place)
    inner.endParagraph(place.wrap)
    inner.endFakeList()
    return inner.nodes
  }

  private readChildren(element: Element, place: FlowPlace): void {
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.readWords(child.textContent ?? '', place)
      else if (child.nodeType === Node.ELEMENT_NODE) this.readElement(child as Element, place)
    }
  }

  private readWords(text: string, { format }: FlowPlace): void {
    const words = tidyLine(text)
    if (words !== '') this.run.add(asInline(words, format))
  }

  private readElement(element: Element, around: FlowPlace): void {
    if (this.isLeftOut(element)) return
    noteLooks(element, this.left)
    const place = { ...around, depth: around.depth + 1 }
    if (place.depth > MAX_DEPTH) return this.readWords(element.textContent ?? '', around)
    const format = readFormat(element, around.format)
    if (this.readSpecial(element, { ...place, format })) return
    if (element.matches(PARAGRAPHS)) this.readParagraph(element, { ...place, format })
    else this.readChildren(element, { ...place, format })
  }

  /** Whether nothing of it comes along. */
  isLeftOut(element: Element): boolean {
    if (this.notes.containers.has(element) || element.matches(SILENT)) return true
    const kind = findLeftKind(element)
    if (kind) this.left.add(kind)
    if (kind !== null || isHidden(element)) return true
    if (!isMarker(element)) return false
    this.marker = element.textContent ?? ''
    return true
  }

  /** Elements that mean something of their own; false: an ordinary one. */
  private readSpecial(element: Element, place: FlowPlace): boolean {
    const note = this.notes.textOf.get(element)
    if (note !== undefined) {
      this.run.add({ text: '', atom: { kind: 'footnote', id: '', text: note } })
      return true
    }
    const read = SPECIAL[element.localName]
    if (!read) return false
    read(this, element, place)
    return true
  }

  readLink(element: Element, place: FlowPlace): void {
    const href = element.getAttribute('href')
    const safe = isInner(href) ? null : safeHref(href)
    if (href !== null && safe === null && element.textContent?.trim())
      this.left.add(isInner(href) ? 'inner' : 'unsafe')
    const title =
      safe === null ? null : tidyLine(element.getAttribute('title') ?? '').trim() || null
    this.readChildren(element, { ...place, format: { ...place.format, href: safe, title } })
  }

  readHeading(element: Element, place: FlowPlace): void {
    const rank = Number(element.localName.slice(1)) + (this.shiftsHeadings ? 1 : 0)
    const level = rank <= 2 ? 2 : rank === 3 ? 3 : 4
    // Headings are bold by themselves.
    const plain = { ...place.format, bold: false }
    this.readBlock(element, {
      ...place,
      format: plain,
      wrap: (content) => ({
        type: 'heading',
        level,
        content: content.map(({ bold: _bold, ...inline }) => inline),
      }),
    })
  }

  readBlock(element: Element, place: FlowPlace): void {
    this.startBlock(place)
    this.readChildren(element, place)
    this.endParagraph(place.wrap)
  }

  breakLine(): void {
    this.run.breakLine()
  }

  addNodes(nodes: readonly ProseNode[], place: FlowPlace): void {
    this.startBlock(place)
    this.nodes.push(...nodes)
  }

  /** Lines as they stand. */
  readPreformatted(element: Element, place: FlowPlace): void {
    this.startBlock(place)
    for (const line of tidyWords(element.textContent ?? '').split('\n')) {
      this.readWords(line, place)
      this.breakLine()
    }
    this.endParagraph(place.wrap)
  }

  private readParagraph(element: Element, place: FlowPlace): void {
    const depth = readFakeDepth(element)
    if (depth === null) return this.readBlock(element, withTitle(element, place))
    this.endParagraph(place.wrap)
    this.marker = ''
    this.readChildren(element, place)
    const content = this.run.take()
    if (content.length > 0)
      this.fakeItems.push({ depth, ordered: isNumberMarker(this.marker), content })
  }

  private startBlock(place: FlowPlace): void {
    this.endParagraph(place.wrap)
    this.endFakeList()
  }

  private endParagraph(wrap: FlowPlace['wrap']): void {
    const content = this.run.take()
    if (content.length === 0) return
    this.endFakeList()
    this.nodes.push(wrap(content))
  }

  private endFakeList(): void {
    if (this.fakeItems.length === 0) return
    this.nodes.push(...nestItems(this.fakeItems))
    this.fakeItems = []
  }
}

type Read = (reader: HtmlReader, element: Element, place: FlowPlace) => void

const readHeading: Read = (reader, element, place) => reader.readHeading(element, place)
const readList: Read = (reader, element, place) =>
  reader.addNodes(readHtmlList(reader, element, place), place)

const SPECIAL: Partial<Record<string, Read>> = {
  a: (reader, element, place) => reader.readLink(element, place),
  br: (reader) => reader.breakLine(),
  h1: readHeading,
  h2: readHeading,
  h3: readHeading,
  h4: readHeading,
  h5: readHeading,
  h6: readHeading,
  ul: readList,
  ol: readList,
  menu: readList,
  table: (reader, element, place) => reader.addNodes(readHtmlTable(reader, element, place), place),
  hr: (reader, element, place) => {
    if (!element.closest('[style*="mso-element"]')) reader.addNodes([{ type: 'rule' }], place)
  },
  pre: (reader, element, place) => reader.readPreformatted(element, place),
  blockquote: (reader, element, place) => reader.readBlock(element, { ...place, wrap: asQuote }),
}

/** Word's title of a whole text is a heading here. */
function withTitle(element: Element, place: FlowPlace): FlowPlace {
  if (!element.classList.contains('MsoTitle')) return place
  return { ...place, wrap: (content) => ({ type: 'heading', level: 2, content }) }
}

function findLeftKind(element: Element) {
  const tag = element.localName
  if (tag === 'img' || tag === 'picture' || tag.startsWith('v:')) return 'pictures'
  if (element.matches(COMMENTS)) return 'comments'
  if (tag === 'del') return 'deletions'
  return element.matches(EMBEDDED) || element.namespaceURI !== XHTML ? 'embedded' : null
}

const XHTML = 'http://www.w3.org/1999/xhtml'

/** A place in the document it came from, which this one does not have. */
function isInner(href: string | null): boolean {
  return href !== null && /^\s*#/u.test(href) && !/^\s*#(?:block|heading|chapter)-/u.test(href)
}
