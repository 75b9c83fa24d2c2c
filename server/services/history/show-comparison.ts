import type { BlockComparison, ChapterComparison } from '../../../app/domain/diff/comparison'
import type { FoldedComparison, FoldedLine } from '../../../app/domain/diff/fold-comparison'
import { type NameOf, showFields, type ShownField } from '../../../app/domain/diff/show-fields'

/** A comparison as a page shows it: every id has its name. */
export interface ShownComparison {
  readonly chapters: readonly ShownChapter[]
  /** By id. */
  readonly blocks: Readonly<Record<string, ShownBlock>>
  /** Of every block whose place is shown, changed or not. */
  readonly blockNames: Readonly<Record<string, string>>
  /** Of every chapter a line came from or went to, by id. */
  readonly chapterTitles: Readonly<Record<string, string>>
}

export type ShownChapter = Omit<ChapterComparison, 'lines' | 'fields'> & {
  readonly lines: readonly FoldedLine[]
  readonly fields: readonly ShownField[]
}

export type ShownBlock = Omit<BlockComparison, 'fields' | 'title'> & {
  /** 'Objective 2.3: Fewer people smoke'. */
  readonly name: string
  readonly fields: readonly ShownField[]
}

export function showComparison(
  { chapters, blocks }: FoldedComparison,
  nameOf: NameOf,
): ShownComparison {
  return {
    chapters: chapters.map((chapter) => ({
      ...chapter,
      fields: showFields(null, chapter.fields, nameOf),
    })),
    blocks: Object.fromEntries(blocks.map((block) => [block.id, showBlock(block, nameOf)])),
    blockNames: Object.fromEntries(
      chapters
        .flatMap(({ lines }) => lines.flatMap(blockIdsOf))
        .map((id) => [id, nameOf(id) ?? '']),
    ),
    chapterTitles: Object.fromEntries(chapters.map(({ id, title }) => [id, title])),
  }
}

function blockIdsOf(line: FoldedLine): string[] {
  if (line.state === 'folded') return []
  const { blockId } = line.state === 'changed' ? line.after : line.line
  return blockId === undefined ? [] : [blockId]
}

function showBlock({ title, fields, ...block }: BlockComparison, nameOf: NameOf): ShownBlock {
  return {
    ...block,
    name: nameOf(block.id) ?? title,
    fields: showFields(block.kind, fields, nameOf),
  }
}
