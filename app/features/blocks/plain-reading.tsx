import { useMemo } from 'react'
import { type Registers, indexRegisters } from '../../domain/links/registers'
import { NOT_IN_TEXT } from '../../domain/links/resolve-field'
import { PARENT_RULES } from '../../domain/strategy/block-shape'
import type { PlainBlock } from '../../domain/strategy/strategy'
import { Fact, FieldFacts } from './block-facts'
import { MissingFoot } from './missing-foot'

interface PlainReadingProps {
  readonly block: PlainBlock
  readonly registers: Registers
  readonly nameBlock: ((blockId: string) => string | null) | undefined
  readonly showMissing: boolean
}

/** What every kind but an objective says below its statement. */
export function PlainReading({ block, registers, nameBlock, showMissing }: PlainReadingProps) {
  const index = useMemo(() => indexRegisters(registers), [registers])
  const rule = PARENT_RULES[block.kind]
  const parent =
    rule && nameBlock && block.parentId !== null
      ? { term: rule.label, words: nameBlock(block.parentId) }
      : null
  return (
    <>
      {parent || block.fields ? (
        <dl className="block-facts">
          {parent ? (
            <Fact term={parent.term} isWide>
              {parent.words ?? <span className="block-gone">{NOT_IN_TEXT}</span>}
            </Fact>
          ) : null}
          <FieldFacts block={block} index={index} nameBlock={nameBlock} />
        </dl>
      ) : null}
      {showMissing ? <MissingFoot block={block} index={index} /> : null}
    </>
  )
}
