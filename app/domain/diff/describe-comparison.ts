import { BLOCK_KIND_LABELS } from '../vocabularies/block-kinds'
import type { BlockComparison, ChapterComparison, Comparison, LineChange } from './comparison'

/** What is kept of a comparison where only its outcome is told: in the history, and before a restore. */
export interface ChangeSummary {
  /** A whole sentence. */
  readonly sentence: string
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
}

export const NOTHING_CHANGED = 'Nothing changed.'

/** SPEC.md, DF20. */
export function describeComparison(comparison: Comparison): ChangeSummary {
  const touched = comparison.chapters.filter(({ state, isMoved }) => state !== 'same' || isMoved)
  const parts = [
    ...describeProse(comparison.chapters),
    ...describeChapters(comparison.chapters),
    ...describeBlocks(comparison.blocks),
    ...describeMoves(countMovedBlocks(comparison.chapters)),
    ...describeRest(comparison.chapters),
  ]
  const sentence = parts.length === 0 ? NOTHING_CHANGED : `${parts.join(', ')}.`
  return {
    sentence: sentence.charAt(0).toUpperCase() + sentence.slice(1),
    chapters: touched.map(({ id, title }) => ({ id, title })),
  }
}

function describeProse(chapters: readonly ChapterComparison[]): string[] {
  const changed = chapters.filter(({ paragraphs }) => paragraphs > 0)
  const paragraphs = changed.reduce((sum, chapter) => sum + chapter.paragraphs, 0)
  if (paragraphs === 0) return []
  return [`${count(paragraphs, 'paragraph')} changed in ${count(changed.length, 'chapter')}`]
}

function describeChapters(chapters: readonly ChapterComparison[]): string[] {
  const told: readonly [string, (chapter: ChapterComparison) => boolean][] = [
    ['added', ({ state }) => state === 'added'],
    ['removed', ({ state }) => state === 'removed'],
    ['renamed', ({ titleSegments }) => titleSegments !== undefined],
    ['moved', ({ isMoved }) => isMoved],
    [
      'given another lead or status',
      ({ state, fields }) => state === 'changed' && fields.length > 0,
    ],
  ]
  return told.flatMap(([what, applies]) => {
    const found = chapters.filter(applies).length
    return found > 0 ? [`${count(found, 'chapter')} ${what}`] : []
  })
}

/** Layout that no other words tell. */
function describeRest(chapters: readonly ChapterComparison[]): string[] {
  const found = chapters.filter(({ hasMore, lines }) => hasMore || lines.some(isBlank))
  const isOnlyThat = found.filter(({ paragraphs }) => paragraphs === 0).length
  return isOnlyThat > 0 ? [`layout changed in ${count(isOnlyThat, 'chapter')}`] : []
}

function isBlank(change: LineChange): boolean {
  if (change.state === 'same' || change.state === 'changed') return false
  return change.line.blockId === undefined && change.line.text.trim() === ''
}

/** Where it stands now, or that it stands in another chapter. */
function countMovedBlocks(chapters: readonly ChapterComparison[]): number {
  const lines = chapters.flatMap((chapter) => chapter.lines)
  return lines.filter(
    (change) =>
      change.state === 'inserted' &&
      change.movedFrom !== undefined &&
      change.line.blockId !== undefined,
  ).length
}

function describeBlocks(blocks: readonly BlockComparison[]): string[] {
  const kinds = [...new Set(blocks.map(({ kind }) => kind))]
  return kinds.flatMap((kind) =>
    (['changed', 'added', 'removed'] as const).flatMap((state) => {
      const found = blocks.filter(
        (block) => block.kind === kind && block.state === state && saysOther(block),
      ).length
      return found > 0 ? [`${count(found, nameKind(kind))} ${state}`] : []
    }),
  )
}

/** One that only stands elsewhere was moved. */
function saysOther({ state, fields }: BlockComparison): boolean {
  return state !== 'changed' || fields.length > 0
}

function describeMoves(moved: number): string[] {
  return moved > 0 ? [`${count(moved, 'block')} moved`] : []
}

function nameKind(kind: BlockComparison['kind']): string {
  const label: string | undefined = BLOCK_KIND_LABELS[kind]
  const name = label ?? kind.replaceAll('_', ' ')
  // An abbreviation or a name keeps its capitals.
  return name.slice(1) === name.slice(1).toLowerCase() ? name.toLowerCase() : name
}

function count(found: number, noun: string): string {
  return `${found} ${found === 1 ? noun : pluralise(noun)}`
}

function pluralise(noun: string): string {
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
}
