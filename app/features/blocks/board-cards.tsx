import type { BlockGroup } from '../../domain/strategy/filter-blocks'
import { leadOf } from '../../domain/strategy/field-access'
import { resolveLead } from '../../domain/links/resolve-links'
import type { Block } from '../../domain/strategy/strategy'
import { BLOCK_LOOKS } from '../../domain/vocabularies/block-kinds'
import { BlockLink } from './board-table'
import { useBlocks } from './blocks-context'
import { describeInLine, titleOf } from './collapsed-line'

interface BoardCardsProps {
  readonly groups: readonly (BlockGroup & { readonly name: string })[]
  readonly labelOf: (blockId: string) => string
  readonly strategyPath: string
}

/** One column for each priority, its blocks as small cards: the whole strategy on one wall. */
export function BoardCards({ groups, labelOf, strategyPath }: BoardCardsProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className="board-wall" aria-label="Blocks by priority" tabIndex={0}>
      {groups.map(({ priority, name, blocks }) => (
        <section key={priority?.id ?? ''} className="board-lane" aria-label={name}>
          <h2 className="board-lane-title">{name}</h2>
          <ul className="board-lane-cards">
            {blocks.map((block) => (
              <li key={block.id} className={`board-card block-look-${BLOCK_LOOKS[block.kind]}`}>
                <BlockLink block={block} label={labelOf(block.id)} strategyPath={strategyPath} />
                <p className="board-card-title">{titleOf(block)}</p>
                <CardFacts block={block} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function CardFacts({ block }: { readonly block: Block }) {
  const { index } = useBlocks()
  const leadId = leadOf(block)
  const lead = leadId === null ? '' : resolveLead(leadId, index).label
  const words = [lead, describeInLine(block, index)].filter(Boolean)
  return words.length === 0 ? null : <p className="board-card-facts">{words.join(' · ')}</p>
}
