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

/** Usually there is one of these, and one alone needs no number. */
const ALONE: ReadonlySet<BlockKind> = new Set(['vision', 'integration_statement'])

/**
 * Numbers of all blocks, by id, from blocks in reading order. Numbers are shown, never stored:
 * they change when somebody moves a block. SPEC.md, SG1–SG7, SG20–SG22.
 */
export function numberBlocks(blocks: readonly NumberedBlock[]): ReadonlyMap<string, BlockNumber> {
  const placed = blocks.filter((block) => block.chapterId !== null)
  const counting = {
    priorities: numberPriorities(placed),
    totals: countKinds(placed),
    counts: new Map<string, number>(),
  }
  const numbers = new Map<string, BlockNumber>()
  for (const block of blocks) {
    const number = block.chapterId === null ? '' : numberOf(block, counting)
    numbers.set(block.id, { number, label: `${BLOCK_KIND_LABELS[block.kind]} ${number}`.trim() })
  }
  return numbers
}

interface Counting {
  readonly priorities: ReadonlyMap<string, number>
  readonly totals: ReadonlyMap<BlockKind, number>
  readonly counts: Map<string, number>
}

function numberPriorities(placed: readonly NumberedBlock[]): ReadonlyMap<string, number> {
  const priorities = placed.filter((block) => block.kind === 'priority')
  return new Map(priorities.map((block, index) => [block.id, index + 1]))
}

function countKinds(placed: readonly NumberedBlock[]): ReadonlyMap<BlockKind, number> {
  const totals = new Map<BlockKind, number>()
  for (const { kind } of placed) totals.set(kind, (totals.get(kind) ?? 0) + 1)
  return totals
}

function numberOf(block: NumberedBlock, { priorities, totals, counts }: Counting): string {
  if (block.kind === 'objective') return numberObjective(block, priorities, counts)
  const position = countUp(counts, `kind ${block.kind}`)
  if (ALONE.has(block.kind) && totals.get(block.kind) === 1) return ''
  return block.kind === 'goal' ? `G${position}` : String(position)
}

function numberObjective(
  { parentId }: NumberedBlock,
  priorities: ReadonlyMap<string, number>,
  counts: Map<string, number>,
): string {
  const parent = priorities.get(parentId ?? '')
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
