import type { ChapterComparison, Comparison, LineChange } from './comparison'

/** A comparison as it is read: around what changed a line is kept, the rest is a count. */
export type FoldedLine = LineChange | { readonly state: 'folded'; readonly lines: number }

export type FoldedChapter = Omit<ChapterComparison, 'lines'> & {
  readonly lines: readonly FoldedLine[]
}

export interface FoldedComparison extends Omit<Comparison, 'chapters'> {
  readonly chapters: readonly FoldedChapter[]
}

/** `around`: how many unchanged lines stay beside a change, so that it is seen where it happened. */
export function foldComparison(comparison: Comparison, around: number): FoldedComparison {
  const changed = new Set(comparison.blocks.map(({ id }) => id))
  return {
    blocks: comparison.blocks,
    chapters: comparison.chapters.map((chapter) => ({
      ...chapter,
      lines: foldLines(chapter.lines, (line) => isNews(line, changed), around),
    })),
  }
}

/** A block that says something else is news where it stands, though it stands where it stood. */
function isNews(change: LineChange, blocks: ReadonlySet<string>): boolean {
  return change.state !== 'same' || blocks.has(change.line.blockId ?? '')
}

function foldLines(
  lines: readonly LineChange[],
  isKept: (line: LineChange) => boolean,
  around: number,
): FoldedLine[] {
  const kept = new Set<number>()
  lines.forEach((line, index) => {
    if (!isKept(line)) return
    for (let near = index - around; near <= index + around; near += 1) kept.add(near)
  })
  const folded: FoldedLine[] = []
  let hidden = 0
  lines.forEach((line, index) => {
    if (!kept.has(index)) {
      hidden += 1
      return
    }
    if (hidden > 0) folded.push({ state: 'folded', lines: hidden })
    hidden = 0
    folded.push(line)
  })
  return hidden > 0 ? [...folded, { state: 'folded', lines: hidden }] : folded
}
