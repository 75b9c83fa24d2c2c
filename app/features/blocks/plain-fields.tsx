import { memo } from 'react'
import { PARENT_RULES } from '../../domain/strategy/block-shape'
import type { PlainBlock } from '../../domain/strategy/strategy'
import { useBlocks } from './blocks-context'
import { FieldList } from './field-list'
import { MissingFoot } from './missing-foot'
import { ParentField } from './parent-field'
import { useOutline } from './use-outline'

interface PlainFieldsProps {
  readonly block: PlainBlock
  readonly name: string
}

/** What every kind but an objective has beside its title and statement. */
export const PlainFields = memo(function PlainFields({ block, name }: PlainFieldsProps) {
  const { doc } = useBlocks()
  const { placed } = useOutline(doc)
  const rule = PARENT_RULES[block.kind]
  // A strategy without goals is not asked which goal a priority serves.
  const isAsked =
    rule !== undefined &&
    (block.parentId !== null ||
      rule.needed !== undefined ||
      placed.some(({ kind }) => rule.kinds.includes(kind)))
  return (
    <>
      {isAsked ? (
        <dl className="block-facts">
          <div className="block-fact block-fact-wide">
            <dt>{rule.label}</dt>
            <dd>
              <ParentField block={block} name={name} />
            </dd>
          </div>
        </dl>
      ) : null}
      <FieldList block={block} name={name} />
    </>
  )
})

/** The line below a card; the texts count, so it is drawn with them. */
export function PlainFoot({ block }: { readonly block: PlainBlock }) {
  const { index } = useBlocks()
  return <MissingFoot block={block} index={index} />
}
