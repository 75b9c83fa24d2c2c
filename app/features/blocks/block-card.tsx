import { useId, useRef } from 'react'
import { asText, blockOf } from '../../document/shape'
import { BLOCK_SHAPES } from '../../domain/strategy/block-shape'
import type { Block, ObjectiveBlock, PlainBlock } from '../../domain/strategy/strategy'
import { BLOCK_KIND_LABELS } from '../../domain/vocabularies/block-kinds'
import { Icon } from '../../ui/icon'
import { BlockFrame } from './block-frame'
import { BlockMenu } from './block-menu'
import { BlockReadingBody } from './block-reading'
import { BlockShield } from './block-shield'
import { useBlocks } from './blocks-context'
import { CollapsedLine, describeInLine } from './collapsed-line'
import { describeRemoval } from './describe-removal'
import { ObjectiveFields } from './objective-fields'
import { PlainFields, PlainFoot } from './plain-fields'
import { SentenceBuilder } from './sentence-builder'
import { SharedTextArea } from './shared-text-area'
import { useBlock } from './use-block'
import { useOpenness } from './use-openness'
import { useNameBlock, useOutline } from './use-outline'
import { useWithoutText } from './use-without-text'
import { VisionCount } from './vision-count'
import './block-card.css'

/** What the page can do with a block standing in its text; what it leaves out is not offered. */
export interface BlockActions {
  readonly onMove?: (direction: 'up' | 'down') => void
  readonly onDuplicate?: () => void
  readonly onComment?: () => void
  /** For those who may not write. */
  readonly onSuggest?: () => void
  readonly onRemove?: () => void
}

interface BlockCardProps {
  readonly blockId: string
  readonly actions: BlockActions
}

/** A block in the text, for those who write it and, without inputs, for those who read it. Needs a `BlocksProvider`. */
export function BlockCard({ blockId, actions }: BlockCardProps) {
  const block = useBlock(useBlocks().doc, blockId)
  if (block) return <KnownCard block={block} actions={actions} />
  return (
    <p className="block-unknown">
      A block stands here that this page cannot show. It is kept. Reload to try again.
    </p>
  )
}

function KnownCard({ block, actions }: { readonly block: Block; readonly actions: BlockActions }) {
  const { doc, index, mayEdit } = useBlocks()
  const { numbers, objectiveCounts } = useOutline(doc)
  const { isCollapsed, setCollapsed, outside } = useOpenness(block)
  const label = numbers.get(block.id)?.label ?? BLOCK_KIND_LABELS[block.kind]
  const name = label.charAt(0).toLowerCase() + label.slice(1)
  return (
    <BlockShield blockId={block.id} isOutside={outside !== null}>
      <BlockFrame
        kind={block.kind}
        label={label}
        title={block.title}
        toggle={
          <button
            type="button"
            className={isCollapsed ? 'block-toggle' : 'block-toggle block-toggle-open'}
            aria-expanded={!isCollapsed}
            aria-label={`${isCollapsed ? 'Open' : 'Close'} ${name}`}
            onClick={() => setCollapsed(!isCollapsed)}
          >
            <Icon name="chevron" size={16} />
          </button>
        }
        headEnd={
          <>
            <span className="block-line">
              {isCollapsed ? (
                <CollapsedLine block={block} words={outside ?? describeInLine(block, index)} />
              ) : null}
            </span>
            <BlockMenu
              name={name}
              actions={actions}
              consequence={describeRemoval(block, objectiveCounts.get(block.id) ?? 0)}
              mayEdit={mayEdit}
            />
          </>
        }
      >
        {isCollapsed ? null : <CardBody block={block} name={name} />}
      </BlockFrame>
    </BlockShield>
  )
}

function CardBody({ block, name }: { readonly block: Block; readonly name: string }) {
  const { doc, registers, mayEdit } = useBlocks()
  const nameBlock = useNameBlock(doc)
  if (mayEdit) return <BlockFields block={block} name={name} />
  return <BlockReadingBody block={block} registers={registers} nameBlock={nameBlock} showMissing />
}

function ObjectiveParts({
  objective,
  name,
}: {
  readonly objective: ObjectiveBlock
  readonly name: string
}) {
  return (
    <>
      <SentenceBuilder objective={objective} name={name} />
      <ObjectiveFields objective={useWithoutText(objective)} name={name} />
    </>
  )
}

function PlainParts({ block, name }: { readonly block: PlainBlock; readonly name: string }) {
  return (
    <>
      <PlainFields block={useWithoutText(block)} name={name} />
      <PlainFoot block={block} />
    </>
  )
}

function BlockFields({ block, name }: { readonly block: Block; readonly name: string }) {
  const { doc } = useBlocks()
  const body = useRef<HTMLDivElement>(null)
  const countId = useId()
  const map = blockOf(doc, block.id)
  const title = asText(map?.get('title'))
  const statement = asText(map?.get('statement'))
  const placeholder = BLOCK_SHAPES[block.kind]

  function goToStatement() {
    body.current?.querySelector<HTMLTextAreaElement>('.shared-text-statement textarea')?.focus()
  }

  return (
    <div className="block-body" ref={body}>
      {title ? (
        <SharedTextArea
          text={title}
          label={`Title of ${name}`}
          placeholder={placeholder.title}
          look="title"
          onEnter={goToStatement}
        />
      ) : null}
      {statement && placeholder.statement !== null ? (
        <SharedTextArea
          text={statement}
          label={`Statement of ${name}`}
          placeholder={placeholder.statement}
          look="statement"
          describedBy={block.kind === 'vision' ? countId : undefined}
        />
      ) : null}
      {block.kind === 'vision' ? <VisionCount id={countId} statement={block.statement} /> : null}
      {block.kind === 'objective' ? (
        <ObjectiveParts objective={block} name={name} />
      ) : (
        <PlainParts block={block} name={name} />
      )}
    </div>
  )
}
