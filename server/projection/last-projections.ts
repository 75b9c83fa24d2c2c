import { createHash } from 'node:crypto'
import type { BlocksAtSequence } from './block-reader'
import type { BlockStore } from './block-store'

const MAX_REMEMBERED = 1_000

interface Projection {
  readonly seq: bigint
  readonly hash: string
}

/** What was projected last: most edits are prose and leave every block as it was. */
export class LastProjections {
  private readonly byStrategy = new Map<string, Projection>()

  /**
   * True when the rows already say this; they then stand at the new sequence.
   * False also when somebody else has projected since: only the rows know what they say.
   */
  async isStill(
    { blocks, strategyId }: { blocks: Pick<BlockStore, 'advance'>; strategyId: string },
    now: BlocksAtSequence,
  ): Promise<boolean> {
    const last = this.byStrategy.get(strategyId)
    if (!last || last.hash !== hashOf(now)) return false
    if (!(await blocks.advance(strategyId, last.seq, now.seq))) return false
    this.byStrategy.set(strategyId, { seq: now.seq, hash: last.hash })
    return true
  }

  note(strategyId: string, now: BlocksAtSequence): void {
    if (this.byStrategy.size >= MAX_REMEMBERED) this.byStrategy.clear()
    this.byStrategy.set(strategyId, { seq: now.seq, hash: hashOf(now) })
  }
}

function hashOf({ blocks }: BlocksAtSequence): string {
  return createHash('sha256').update(JSON.stringify(blocks)).digest('base64')
}
