import { Link } from '@remix-run/react'
import { memo } from 'react'
import { asText, blockOf } from '../../document/shape'
import { pathToBlock } from '../../domain/progress/dashboard-block'
import { BLOCK_SHAPES } from '../../domain/strategy/block-shape'
import type { Block } from '../../domain/strategy/strategy'
import { BLOCK_LOOKS } from '../../domain/vocabularies/block-kinds'
import { StackingCell, StackingRow, StackingTable } from '../../ui/stacking-table'
import { BoardCell } from './board-cell'
import type { BoardColumn } from './board-columns'
import { useBlocks } from './blocks-context'
import { titleOf } from './collapsed-line'
import { KindIcon } from './kind-icon'
import { SharedTextArea } from './shared-text-area'

interface BoardTableProps {
  readonly caption: string
  readonly blocks: readonly Block[]
  readonly columns: readonly BoardColumn[]
  readonly labelOf: (blockId: string) => string
  readonly strategyPath: string
}

/** Blocks side by side: the same texts and fields as on their cards. */
export function BoardTable(props: BoardTableProps) {
  const { caption, blocks, columns, labelOf, strategyPath } = props
  const heads = ['Block', 'Title', ...columns.map(({ label }) => label)]
  return (
    <div className="board-table">
      <StackingTable caption={caption} heads={heads.map((words) => ({ words }))}>
        {blocks.map((block) => (
          <BoardRow
            key={block.id}
            block={block}
            label={labelOf(block.id)}
            columns={columns}
            strategyPath={strategyPath}
          />
        ))}
      </StackingTable>
    </div>
  )
}

interface BoardRowProps {
  readonly block: Block
  readonly label: string
  readonly columns: readonly BoardColumn[]
  readonly strategyPath: string
}

/** Drawn again only when its own block changes. */
const BoardRow = memo(function BoardRow({ block, label, columns, strategyPath }: BoardRowProps) {
  const name = label.charAt(0).toLowerCase() + label.slice(1)
  return (
    <StackingRow
      nameClass="board-name"
      name={<BlockLink block={block} label={label} strategyPath={strategyPath} />}
    >
      <StackingCell className="board-title" label="Title">
        <TitleCell block={block} name={name} />
      </StackingCell>
      {columns.map((column) => (
        <StackingCell key={column.id} label={column.label}>
          <BoardCell columnId={column.id} block={block} name={name} />
        </StackingCell>
      ))}
    </StackingRow>
  )
})

interface BlockLinkProps {
  readonly block: Block
  readonly label: string
  readonly strategyPath: string
}

/** Kind, number, and the way to where the block stands in the text. */
export function BlockLink({ block, label, strategyPath }: BlockLinkProps) {
  return (
    <span className={`board-kind block-look-${BLOCK_LOOKS[block.kind]}`}>
      <KindIcon kind={block.kind} />
      <Link to={`${strategyPath}/${pathToBlock(block)}`}>
        {label}
        <span className="visually-hidden"> in the text</span>
      </Link>
    </span>
  )
}

function TitleCell({ block, name }: { readonly block: Block; readonly name: string }) {
  const { doc, mayEdit } = useBlocks()
  const title = asText(blockOf(doc, block.id)?.get('title'))
  if (!mayEdit || !title) return titleOf(block)
  return (
    <SharedTextArea
      text={title}
      label={`Title of ${name}`}
      placeholder={BLOCK_SHAPES[block.kind].title}
      look="line"
    />
  )
}
