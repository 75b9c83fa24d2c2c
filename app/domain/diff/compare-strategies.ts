import { canonicaliseJson } from '../signoff/canonical-json'
import type { Chapter, StrategyContent } from '../strategy/strategy'
import { type Aligned, alignLines } from './align-lines'
import { compareBlocks, placedBlocks } from './compare-blocks'
import { compareFields } from './compare-fields'
import { type Ordered, compareOrder } from './compare-order'
import { compareRuns } from './compare-runs'
import type { BlockComparison, ChapterComparison, Comparison, Line, LineChange } from './comparison'
import { compareWords } from './compare-words'
import { type ChapterLines, findMoves } from './find-moves'
import { flattenNode } from './flatten-node'
import { KnownLine } from './similarity'

/** What became of one text on its way to another. SPEC.md. */
export function compareStrategies(before: StrategyContent, after: StrategyContent): Comparison {
  const [old, now] = [indexChapters(before), indexChapters(after)]
  const order = compareOrder([...old.keys()], [...now.keys()])
  const blocks = compareBlocks(before, after)
  const placed = { before: placedBlocks(before), after: placedBlocks(after) }
  const aligned = order.map(({ id }) => ({
    chapterId: id,
    lines: compareLines(linesOf(old.get(id), placed.before), linesOf(now.get(id), placed.after)),
  }))
  const lines = new Map(findMoves(aligned).map((found) => [found.chapterId, found]))
  return {
    chapters: order.map((place) =>
      compareChapter(place, {
        before: old.get(place.id) ?? null,
        after: now.get(place.id) ?? null,
        lines: lines.get(place.id)?.lines ?? [],
        blocks,
      }),
    ),
    blocks,
  }
}

function indexChapters({ chapters }: StrategyContent): ReadonlyMap<string, Chapter> {
  return new Map(chapters.map((chapter) => [chapter.id, chapter]))
}

function linesOf(chapter: Chapter | undefined, placed: ReadonlyMap<string, unknown>): KnownLine[] {
  const lines = chapter?.nodes.flatMap(flattenNode) ?? []
  return lines
    .filter(({ blockId }) => blockId === undefined || placed.has(blockId))
    .map((line) => new KnownLine(line))
}

function compareLines(before: readonly KnownLine[], after: readonly KnownLine[]): LineChange[] {
  return alignLines(before, after).map(toChange)
}

function toChange(aligned: Aligned): LineChange {
  switch (aligned.state) {
    case 'same':
      return { state: 'same', line: aligned.after.line }
    case 'deleted':
      return { state: 'deleted', line: aligned.before.line }
    case 'inserted':
      return { state: 'inserted', line: aligned.after.line }
    case 'changed': {
      const [before, after] = [aligned.before.line, aligned.after.line]
      return { state: 'changed', before, after, segments: compareRuns(before.runs, after.runs) }
    }
  }
}

interface ChapterPair {
  readonly before: Chapter | null
  readonly after: Chapter | null
  readonly lines: ChapterLines['lines']
  readonly blocks: readonly BlockComparison[]
}

/** What is compared in a way of its own. */
const OWN = ['id', 'title', 'nodes']

function compareChapter({ id, isMoved }: Ordered, pair: ChapterPair): ChapterComparison {
  const { before, after, lines } = pair
  const found = {
    fields: compareFields(before, after, OWN),
    lines,
    blockIds: listBlocks(pair),
    ...compareTitles(before, after),
  }
  const hasMore = !isShown(found) && !isSameText(before, after)
  return {
    ...found,
    id,
    state: judge(pair, hasMore || isShown(found)),
    title: (after ?? before)?.title ?? '',
    isMoved,
    hasMore,
    paragraphs: lines.filter(countsAsChange).length,
  }
}

type Found = Pick<ChapterComparison, 'fields' | 'lines' | 'blockIds' | 'titleSegments'>

function isShown({ fields, lines, blockIds, titleSegments }: Found): boolean {
  const hasNews = lines.some(({ state }) => state !== 'same')
  return hasNews || fields.length + blockIds.length > 0 || titleSegments !== undefined
}

function judge({ before, after }: ChapterPair, isChanged: boolean): ChapterComparison['state'] {
  if (!before) return 'added'
  if (!after) return 'removed'
  return isChanged ? 'changed' : 'same'
}

function compareTitles(
  before: Chapter | null,
  after: Chapter | null,
): Pick<ChapterComparison, 'titleSegments'> {
  if (!before || !after || before.title === after.title) return {}
  const segments = compareWords(before.title, after.title)
  return { titleSegments: segments.map((segment) => ({ ...segment, marks: {} })) }
}

function listBlocks({ lines, blocks }: ChapterPair): string[] {
  const own = new Set(lines.flatMap(blockIdsOf))
  return blocks.filter(({ id }) => own.has(id)).map(({ id }) => id)
}

function blockIdsOf(change: LineChange): string[] {
  const lines = change.state === 'changed' ? [change.before, change.after] : [change.line]
  return lines.flatMap(({ blockId }) => blockId ?? [])
}

function isSameText(before: Chapter | null, after: Chapter | null): boolean {
  if (!before || !after || JSON.stringify(before.nodes) === JSON.stringify(after.nodes)) return true
  // Keys may have been made in another order.
  return canonicaliseJson(before.nodes, 'chapter') === canonicaliseJson(after.nodes, 'chapter')
}

/** A move is told where it arrived. SPEC.md, DF11. */
function countsAsChange(change: LineChange): boolean {
  if (change.state === 'same') return false
  if (change.state === 'changed') return true
  if (change.state === 'deleted' && change.movedTo !== undefined) return false
  return isProse(change.line)
}

function isProse({ blockId, text, kind }: Line): boolean {
  return blockId === undefined && (text.trim() !== '' || kind !== 'paragraph')
}
