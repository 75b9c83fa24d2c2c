import { BLOCK_KIND_LABELS } from '../vocabularies/block-kinds'
import type { BlockKind } from './strategy'

/** As much of a block as its number depends on. `chapterId` null: not in the text. */
export interface NumberedBlock {
  readonly id: string
  readonly kind: BlockKind
  readonly parentId: string | null
  readonly chapterId: string | null
}

/** `number` is '2' or '2.3', or '' when the block has none; `label` is 'Objective 2.3'. */
export interface BlockNumber {
  readonly number: string
  readonly label: string
}

/**
 * Numbers of all blocks, by id, from blocks in reading order. Numbers are shown, never stored:
 * they change when somebody moves a block. SPEC.md, SG1–SG7.
 */
export function numberBlocks(blocks: readonly NumberedBlock[]): ReadonlyMap<string, BlockNumber> {
  const placed = blocks.filter((block) => block.chapterId !== null)
  const priorities = numberPriorities(placed)
  const visions = placed.filter((block) => block.kind === 'vision')
  const counts = new Map<string, number>()
  const numbers = new Map<string, BlockNumber>()
  for (const block of blocks) {
    const number = block.chapterId === null ? '' : numberOf(block, { priorities, visions, counts })
    numbers.set(block.id, { number, label: `${BLOCK_KIND_LABELS[block.kind]} ${number}`.trim() })
  }
  return numbers
}

interface Counting {
  readonly priorities: ReadonlyMap<string, number>
  readonly visions: readonly NumberedBlock[]
  readonly counts: Map<string, number>
}

function numberPriorities(placed: readonly NumberedBlock[]): ReadonlyMap<string, number> {
  const priorities = placed.filter((block) => block.kind === 'priority')
  return new Map(priorities.map((block, index) => [block.id, index + 1]))
}

function numberOf(block: NumberedBlock, { priorities, visions, counts }: Counting): string {
  if (block.kind === 'vision') return visions.length > 1 ? String(visions.indexOf(block) + 1) : ''
  if (block.kind === 'priority') return String(priorities.get(block.id) ?? '')
  const parent = priorities.get(block.parentId ?? '')
  const position = countUp(counts, parent === undefined ? '' : String(parent))
  return parent === undefined ? toLetters(position) : `${parent}.${position}`
}

function countUp(counts: Map<string, number>, key: string): number {
  const next = (counts.get(key) ?? 0) + 1
  counts.set(key, next)
  return next
}

/** 1 → A, 26 → Z, 27 → AA. */
function toLetters(position: number): string {
  const rest = Math.floor((position - 1) / 26)
  const letter = String.fromCharCode(65 + ((position - 1) % 26))
  return rest > 0 ? toLetters(rest) + letter : letter
}
