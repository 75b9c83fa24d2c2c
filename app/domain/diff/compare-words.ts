import { matchCommon } from './match-common'

export interface WordSegment {
  readonly type: 'equal' | 'insert' | 'delete'
  readonly text: string
}

/** A word, white space, or a single other character; put together again they are the text. */
const TOKENS = /[\p{L}\p{N}\p{M}'’]+|\s+|[^]/gu

/** The words of one text that stayed, went and came on the way to another. SPEC.md, DF1–DF3, DF5. */
export function compareWords(before: string, after: string): WordSegment[] {
  if (before === after) return before === '' ? [] : [{ type: 'equal', text: before }]
  const [old, now] = [tokenise(before), tokenise(after)]
  const pairs = matchCommon(old, now)
  if (!pairs) return compact([cut('delete', before), cut('insert', after)])
  const segments: WordSegment[] = []
  let [i, j] = [0, 0]
  for (const [at, to] of [...pairs, [old.length, now.length] as const]) {
    segments.push(
      cut('delete', old.slice(i, at).join('')),
      cut('insert', now.slice(j, to).join('')),
    )
    segments.push(cut('equal', old[at] ?? ''))
    i = at + 1
    j = to + 1
  }
  return joinAcrossSpace(joinEqual(segments))
}

/** Equal words that follow on one another are one. */
function joinEqual(segments: readonly WordSegment[]): WordSegment[] {
  const joined: WordSegment[] = []
  for (const segment of compact(segments)) {
    const last = joined.at(-1)
    if (last?.type === 'equal' && segment.type === 'equal')
      joined[joined.length - 1] = cut('equal', last.text + segment.text)
    else joined.push(segment)
  }
  return joined
}

function tokenise(text: string): string[] {
  return text.match(TOKENS) ?? []
}

function cut(type: WordSegment['type'], text: string): WordSegment {
  return { type, text }
}

/** One phrase replaced by another reads better than every second word of it. */
function joinAcrossSpace(segments: readonly WordSegment[]): WordSegment[] {
  const joined: WordSegment[] = []
  let deleted = ''
  let inserted = ''
  const flush = () => {
    joined.push(cut('delete', deleted), cut('insert', inserted))
    deleted = ''
    inserted = ''
  }
  segments.forEach(({ type, text }, index) => {
    const isBridge =
      type === 'equal' && deleted + inserted !== '' && isSpace(text) && index < segments.length - 1
    if (type === 'equal' && !isBridge) {
      flush()
      joined.push(cut('equal', text))
    }
    if (type === 'delete' || isBridge) deleted += text
    if (type === 'insert' || isBridge) inserted += text
  })
  flush()
  return compact(joined)
}

function isSpace(text: string): boolean {
  return /^[^\S\n]+$/.test(text)
}

function compact(segments: readonly WordSegment[]): WordSegment[] {
  return segments.filter(({ text }) => text !== '')
}
