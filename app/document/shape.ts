import * as Y from 'yjs'

/** The four roots of a strategy's document; SPEC.md says what stands in them. */
export function metaOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('meta')
}

export function chaptersOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('chapters')
}

export function blocksOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('blocks')
}

/** What the footnotes say: id → Y.Map { text: Y.Text }. */
export function notesOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('notes')
}

export function chapterOf(doc: Y.Doc, chapterId: string): Y.Map<unknown> | null {
  return asMap(chaptersOf(doc).get(chapterId))
}

export function chapterTitleOf(doc: Y.Doc, chapterId: string): Y.Text | null {
  return asText(chapterOf(doc, chapterId)?.get('title'))
}

export function chapterBodyOf(doc: Y.Doc, chapterId: string): Y.XmlElement | null {
  const body = chapterOf(doc, chapterId)?.get('body')
  return body instanceof Y.XmlElement ? body : null
}

export function blockOf(doc: Y.Doc, blockId: string): Y.Map<unknown> | null {
  return asMap(blocksOf(doc).get(blockId))
}

/** What a footnote says, as people type it; null when nobody has made it. */
export function noteTextOf(doc: Y.Doc, noteId: string): Y.Text | null {
  return asText(asMap(notesOf(doc).get(noteId))?.get('text'))
}

/** Chapter ids in reading order: by rank, then by id, so that every reader sees the same order. */
export function orderChapterIds(doc: Y.Doc): string[] {
  const ranked: { id: string; rank: string }[] = []
  chaptersOf(doc).forEach((value, id) => {
    const chapter = asMap(value)
    if (chapter) ranked.push({ id, rank: textOrEmpty(chapter.get('rank')) })
  })
  return ranked
    .sort((a, b) => compareText(a.rank, b.rank) || compareText(a.id, b.id))
    .map((x) => x.id)
}

export function asMap(value: unknown): Y.Map<unknown> | null {
  return value instanceof Y.Map ? value : null
}

/** XmlText is a Text as well, but never a title. */
export function asText(value: unknown): Y.Text | null {
  return value instanceof Y.Text && !(value instanceof Y.XmlText) ? value : null
}

export function textOrEmpty(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** By UTF-16 code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
