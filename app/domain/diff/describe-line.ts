import type { Line, LineChange, Marks, Segment } from './comparison'

const KIND_WORDS: Readonly<Record<string, string>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  quote: 'quote',
  'list-item': 'list item',
  'table-row': 'table row',
  callout: 'call-out',
  image: 'picture',
  rule: 'line across the page',
  block: 'block',
  unknown: 'part',
}

/** 'Paragraph', 'Table row'; a kind nobody has a word for is a part of the text. */
export function nameLine({ kind }: Pick<Line, 'kind'>): string {
  const words = KIND_WORDS[kind] ?? 'part'
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What became of a line in a word, with where it came from or went. SPEC.md, DF23. */
export function nameChange(
  change: LineChange,
  titleOf: (chapterId: string) => string,
  chapterId: string,
): string {
  switch (change.state) {
    case 'same':
      return ''
    case 'changed':
      return 'Changed'
    case 'inserted':
      if (change.movedFrom === undefined) return 'Added'
      return change.movedFrom === chapterId
        ? 'Moved here'
        : `Moved from ${titleOf(change.movedFrom)}`
    case 'deleted':
      if (change.movedTo === undefined) return 'Removed'
      return change.movedTo === chapterId ? 'Moved away' : `Moved to ${titleOf(change.movedTo)}`
  }
}

/** Whatever changed about a line that its words do not show, in sentences. SPEC.md, DF23. */
export function describeLook(change: Extract<LineChange, { state: 'changed' }>): string[] {
  const { before, after, segments } = change
  return [...describeShape(before, after), ...segments.flatMap(describeRestyle)]
}

function describeShape(before: Line, after: Line): string[] {
  if (before.shape === after.shape) return []
  if (before.kind !== after.kind)
    return [`${nameLine(before)} became ${nameLine(after).toLowerCase()}.`]
  const [old, now] = [readShape(before), readShape(after)]
  if (now['checked'] !== old['checked'])
    return [now['checked'] === true ? 'Ticked.' : 'No longer ticked.']
  if (now['fileId'] !== old['fileId']) return ['It is another picture.']
  if (before.level !== after.level)
    return [`Its level changed from ${before.level} to ${after.level}.`]
  if (now['tone'] !== old['tone']) return ['It is another kind of call-out.']
  // The words of a picture are shown as words.
  const isShown = after.kind === 'image' && before.text !== after.text
  return isShown ? [] : ['Its layout changed.']
}

function readShape({ shape }: Line): Readonly<Record<string, unknown>> {
  return JSON.parse(shape) as Readonly<Record<string, unknown>>
}

function describeRestyle(segment: Segment): string[] {
  if (segment.type !== 'restyle') return []
  const { text, before, after } = segment
  const changes = MARKS.flatMap(([key, words]) => describeToggle(words, before[key], after[key]))
  const link = describeLink(before, after)
  const all = [...changes, ...link]
  const what = all.length > 0 ? all.join(' and ') : 'looks or leads different'
  return [`“${shorten(text)}” ${what}.`]
}

const MARKS = [
  ['bold', 'bold'],
  ['italic', 'italic'],
] as const

function describeToggle(words: string, before: unknown, after: unknown): string[] {
  if (before === after) return []
  return [after === true ? `is now ${words}` : `is no longer ${words}`]
}

function describeLink(before: Marks, after: Marks): string[] {
  if (before['href'] === after['href']) {
    return before['atom'] === after['atom'] ? [] : ['refers to something else']
  }
  if (after['href'] === undefined) return [`no longer leads to ${String(before['href'])}`]
  const from = before['href'] === undefined ? '' : ` instead of ${String(before['href'])}`
  return [`leads to ${String(after['href'])}${from}`]
}

const LONGEST = 60

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}
