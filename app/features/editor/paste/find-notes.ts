import { tidyLine } from './tidy-text'

export interface FoundNotes {
  /** What each mark in the text leads to. */
  readonly textOf: ReadonlyMap<Element, string>
  /** Where the notes themselves stand: not part of the text. */
  readonly containers: ReadonlySet<Element>
}

const CONTAINER =
  'li, dd, aside, [style*="mso-element:footnote" i]:not([style*="footnote-list" i]), ' +
  '[style*="mso-element:endnote" i]:not([style*="endnote-list" i]), ' +
  'div[id^="ftn"], div[id^="edn"], div[id^="sdfootnote"], div[id^="sdendnote"]'

/**
 * Footnotes of Word, LibreOffice, Google Docs and web pages have one thing in common: a mark that links to
 * the note, and a note that links back to the mark. Of the two the mark stands first.
 */
export function findNotes(body: Element): FoundNotes {
  const places = findPlaces(body)
  const textOf = new Map<Element, string>()
  const containers = new Set<Element>()
  for (const mark of body.querySelectorAll('a[href^="#"]')) {
    if (isInside(mark, containers)) continue
    const place = places.get(targetOf(mark))
    const container = place?.closest(CONTAINER) ?? place?.closest('p')
    if (!container || container.contains(mark) || !follows(mark, container)) continue
    const back = [...container.querySelectorAll('a[href^="#"]')].find((link) =>
      isAround(places.get(targetOf(link)), mark),
    )
    if (!back) continue
    textOf.set(mark, readNote(container, back))
    containers.add(container)
  }
  return { textOf, containers }
}

/** By id or by name; the first of each. */
function findPlaces(body: Element): Map<string, Element> {
  const places = new Map<string, Element>()
  for (const element of body.querySelectorAll('[id], a[name]')) {
    for (const name of [element.id, element.getAttribute('name')])
      if (name && !places.has(name)) places.set(name, element)
  }
  return places
}

function targetOf(link: Element): string {
  const name = (link.getAttribute('href') ?? '').slice(1)
  try {
    return decodeURIComponent(name)
  } catch {
    // Not an encoded name: it is taken as it stands.
    return name
  }
}

function follows(mark: Element, container: Element): boolean {
  return (mark.compareDocumentPosition(container) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

function isAround(place: Element | undefined, mark: Element): boolean {
  return place !== undefined && (place.contains(mark) || mark.contains(place))
}

function isInside(element: Element, containers: ReadonlySet<Element>): boolean {
  return [...containers].some((container) => container.contains(element))
}

function readNote(container: Element, back: Element): string {
  const words: string[] = []
  const visit = (node: Node) => {
    if (node === back) return
    if (node.nodeType === Node.TEXT_NODE) words.push(node.textContent ?? '')
    else if (node.nodeType === Node.ELEMENT_NODE) {
      for (const child of node.childNodes) visit(child)
      if (/^(?:p|div|li|br)$/u.test((node as Element).localName)) words.push(' ')
    }
  }
  visit(container)
  return tidyLine(words.join(''))
    .replace(/^[\s^↑↩]+/u, '')
    .replace(/(?:[↑↩\s]|\ufe0e)+$/u, '')
    .trim()
}
