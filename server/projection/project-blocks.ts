import type * as Y from 'yjs'
import { readStrategy } from '../../app/document/read'
import { blocksOf } from '../../app/document/shape'
import type { Block } from '../../app/domain/strategy/strategy'
import type { ProjectedBlock } from './block-store'
import { findProblems, isId } from './find-problems'

/** The document's blocks as the dashboards read them: those in the text in reading order, then the orphaned ones. */
export function projectBlocks(doc: Y.Doc): ProjectedBlock[] {
  const stored = blocksOf(doc)
  return readStrategy(doc)
    .blocks.filter((block) => isId(block.id))
    .map((block, position) => projectBlock(block, position, findProblems(stored.get(block.id))))
}

function projectBlock(block: Block, position: number, problems: string[]): ProjectedBlock {
  const objective = block.kind === 'objective' ? block : null
  return {
    id: block.id,
    kind: block.kind,
    parentId: idOrNull(block.parentId),
    chapterId: idOrNull(block.chapterId),
    position,
    title: block.title,
    statement: block.statement,
    leadId: idOrNull(objective?.leadId),
    level: objective?.level ?? null,
    targetDate: objective?.targetDate ?? null,
    hwbPriorityIds: objective?.hwbPriorityIds.filter(isId) ?? [],
    needIds: objective?.needIds.filter(isId) ?? [],
    metricLinks: objective?.metricLinks.filter((link) => isId(link.id) && isId(link.metricId)) ?? [],
    orphaned: block.chapterId === null,
    problems,
  }
}

function idOrNull(value: string | null | undefined): string | null {
  return isId(value) ? value : null
}
