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
  return {
    ...projectFields(block),
    id: block.id,
    kind: block.kind,
    parentId: idOrNull(block.parentId),
    chapterId: idOrNull(block.chapterId),
    position,
    title: block.title,
    statement: block.statement,
    orphaned: block.chapterId === null,
    problems,
  }
}

type Fields = Pick<
  ProjectedBlock,
  'leadId' | 'level' | 'targetDate' | 'hwbPriorityIds' | 'needIds' | 'metricLinks'
>

function projectFields(block: Block): Fields {
  if (block.kind !== 'objective') {
    return {
      leadId: null,
      level: null,
      targetDate: null,
      hwbPriorityIds: [],
      needIds: [],
      metricLinks: [],
    }
  }
  return {
    leadId: idOrNull(block.leadId),
    level: block.level,
    targetDate: block.targetDate,
    hwbPriorityIds: block.hwbPriorityIds.filter(isId),
    needIds: block.needIds.filter(isId),
    metricLinks: block.metricLinks.filter((link) => isId(link.id) && isId(link.metricId)),
  }
}

function idOrNull(value: string | null): string | null {
  return isId(value) ? value : null
}
