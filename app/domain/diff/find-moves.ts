import type { LineChange } from './comparison'

export interface ChapterLines {
  readonly chapterId: string
  readonly lines: readonly LineChange[]
}

/**
 * What was deleted in one place and inserted in another with the same words was moved. The first goes with the first.
 * SPEC.md, DF7.
 */
export function findMoves(chapters: readonly ChapterLines[]): ChapterLines[] {
  const gone = collect(chapters, 'deleted')
  const came = collect(chapters, 'inserted')
  const partners = new Map<LineChange, string>()
  for (const [key, left] of gone) {
    const arrived = came.get(key) ?? []
    left.slice(0, arrived.length).forEach((from, index) => {
      const to = arrived[index]
      if (!to) return
      partners.set(from.change, to.chapterId)
      partners.set(to.change, from.chapterId)
    })
  }
  return chapters.map(({ chapterId, lines }) => ({
    chapterId,
    lines: lines.map((change) => noteMove(change, partners.get(change))),
  }))
}

interface Found {
  readonly change: LineChange
  readonly chapterId: string
}

function collect(
  chapters: readonly ChapterLines[],
  state: 'deleted' | 'inserted',
): Map<string, Found[]> {
  const found = new Map<string, Found[]>()
  for (const { chapterId, lines } of chapters) {
    for (const change of lines) {
      if (change.state !== state) continue
      const { text, blockId } = change.line
      const key = text.trim() === '' ? (blockId ?? '') : text
      if (key !== '') found.set(key, [...(found.get(key) ?? []), { change, chapterId }])
    }
  }
  return found
}

function noteMove(change: LineChange, partner: string | undefined): LineChange {
  if (partner === undefined) return change
  if (change.state === 'inserted') return { ...change, movedFrom: partner }
  return change.state === 'deleted' ? { ...change, movedTo: partner } : change
}
