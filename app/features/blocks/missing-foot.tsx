import type { RegisterIndex } from '../../domain/links/registers'
import { describeMissing } from '../../domain/strategy/describe-missing'
import type { Block } from '../../domain/strategy/strategy'

interface MissingFootProps {
  readonly block: Block
  readonly index: RegisterIndex
}

/** What a block of another kind than an objective still needs; nothing when it is whole. */
export function MissingFoot({ block, index }: MissingFootProps) {
  const missing = listMissing(block, index)
  return missing.length === 0 ? null : (
    <p className="block-foot">Still missing: {missing.join(', ')}</p>
  )
}

export function listMissing(block: Block, index: RegisterIndex): readonly string[] {
  return describeMissing(block, {
    people: new Set(index.people.keys()),
    metrics: new Set(index.metrics.keys()),
  })
}
