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
  let group: WordSegment[] = []
  const flush = () => {
    joined.push(...joinGroup(group))
    group = []
  }
  segments.forEach((segment, index) => {
    const isBridge = group.length > 0 && isSpace(segment.text) && index < segments.length - 1
    if (segment.type !== 'equal' || isBridge) {
      group.push(segment)
      return
    }
    flush()
    joined.push(segment)
  })
  flush()
  return joinEqual(joined)
}

/** Only where something went and something else came: otherwise white space would seem to have changed. */
function joinGroup(group: readonly WordSegment[]): readonly WordSegment[] {
  const isReplaced = ['delete', 'insert'].every((type) => group.some((one) => one.type === type))
  if (!isReplaced) return slideTogether(group)
  const textOf = (left: WordSegment['type']) =>
    group.map(({ type, text }) => (type === left ? '' : text)).join('')
  return [cut('delete', textOf('insert')), cut('insert', textOf('delete'))]
}

/** White space between two additions can as well be that before or after both: then they are one. */
function slideTogether(group: readonly WordSegment[]): WordSegment[] {
  const slid: WordSegment[] = []
  for (const segment of group) {
    const [first, space] = slid.slice(-2)
    const isBetween = first?.type === segment.type && space?.type === 'equal'
    const joined = isBetween ? slide(first, space.text, segment) : null
    if (joined) slid.splice(-2, 2, ...joined)
    else slid.push(segment)
  }
  return slid
}

function slide(first: WordSegment, space: string, second: WordSegment): WordSegment[] | null {
  const { type } = first
  const all = first.text + space + second.text
  if (second.text.endsWith(space))
    return [cut(type, all.slice(0, -space.length)), cut('equal', space)]
  if (first.text.startsWith(space)) return [cut('equal', space), cut(type, all.slice(space.length))]
  return null
}

function isSpace(text: string): boolean {
  return /^[^\S\n]+$/.test(text)
}

function compact(segments: readonly WordSegment[]): WordSegment[] {
  return segments.filter(({ text }) => text !== '')
}
