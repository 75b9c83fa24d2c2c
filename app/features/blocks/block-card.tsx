import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { asText, blockOf } from '../../document/shape'
import type { Block, ObjectiveBlock } from '../../domain/strategy/strategy'
import { BLOCK_KIND_LABELS } from '../../domain/vocabularies/block-kinds'
import { Icon } from '../../ui/icon'
import { BlockFrame } from './block-frame'
import { BlockMenu } from './block-menu'
import { BlockReadingBody } from './block-reading'
import { useBlocks } from './blocks-context'
import { useCollapsed } from './collapsed-blocks'
import { describeRemoval } from './describe-removal'
import { ObjectiveFields } from './objective-fields'
import { assessInWords } from './objective-foot'
import { shieldFromEditor } from './shield-from-editor'
import { SharedTextArea } from './shared-text-area'
import { readUndoKey } from './undo-key'
import { useBlock } from './use-block'
import { useOutline } from './use-outline'
import { useWithoutText } from './use-without-text'
import { VisionCount } from './vision-count'
import './block-card.css'

/** What the page can do with a block standing in its text; what it leaves out is not offered. */
export interface BlockActions {
  readonly onMove?: (direction: 'up' | 'down') => void
  readonly onDuplicate?: () => void
  readonly onComment?: () => void
  readonly onRemove?: () => void
}

interface BlockCardProps {
  readonly blockId: string
  readonly actions: BlockActions
}

/** A block in the text, for those who write it and, without inputs, for those who read it. Needs a `BlocksProvider`. */
export function BlockCard({ blockId, actions }: BlockCardProps) {
  const { doc, index, registers, mayEdit } = useBlocks()
  const block = useBlock(doc, blockId)
  const { numbers, objectiveCounts } = useOutline(doc)
  const [isCollapsed, setCollapsed] = useCollapsed(blockId)
  if (!block) {
    return (
      <p className="block-unknown">
        A block stands here that this page cannot show. It is kept. Reload to try again.
      </p>
    )
  }
  const label = numbers.get(blockId)?.label ?? BLOCK_KIND_LABELS[block.kind]
  const name = label.charAt(0).toLowerCase() + label.slice(1)
  return (
    <Shield blockId={blockId}>
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
                <CollapsedLine block={block} words={describeInLine(block, index)} />
              ) : null}
            </span>
            <BlockMenu
              name={name}
              actions={actions}
              consequence={describeRemoval(block, objectiveCounts.get(blockId) ?? 0)}
              mayEdit={mayEdit}
            />
          </>
        }
      >
        {isCollapsed ? null : mayEdit ? (
          <BlockFields block={block} name={name} />
        ) : (
          <BlockReadingBody block={block} registers={registers} showMissing />
        )}
      </BlockFrame>
    </Shield>
  )
}

function Shield({ blockId, children }: { readonly blockId: string; readonly children: ReactNode }) {
  const { undo } = useBlocks()
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => (root.current ? shieldFromEditor(root.current) : undefined), [])

  // Fields with a text of their own have answered already; a dialog is inside for React alone.
  function handleKey(event: KeyboardEvent<HTMLDivElement>) {
    const wish = readUndoKey(event)
    const { target, currentTarget, defaultPrevented } = event
    if (!wish || defaultPrevented || target instanceof HTMLInputElement) return
    if (!(target instanceof Node) || !currentTarget.contains(target)) return
    event.preventDefault()
    undo?.[wish]()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it hears undo from the controls inside
    <div ref={root} className="block-card" data-block-id={blockId} onKeyDown={handleKey}>
      {children}
    </div>
  )
}

function FieldsOf({
  objective,
  name,
}: {
  readonly objective: ObjectiveBlock
  readonly name: string
}) {
  return <ObjectiveFields objective={useWithoutText(objective)} name={name} />
}

function CollapsedLine({ block, words }: { readonly block: Block; readonly words: string }) {
  return (
    <>
      <span className="block-line-title">
        {block.title || firstLine(block.statement) || 'Not named yet'}
      </span>
      {words ? <span className="block-line-words">{words}</span> : null}
    </>
  )
}

function describeInLine(block: Block, index: Parameters<typeof assessInWords>[1]): string {
  return block.kind === 'objective' ? (assessInWords(block, index).words.split(':')[0] ?? '') : ''
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}

const PLACEHOLDERS: Record<Block['kind'], { readonly title: string; readonly statement: string }> =
  {
    vision: {
      title: 'Name the vision',
      statement: 'Say in one or two sentences where everybody is heading',
    },
    priority: {
      title: 'Name this priority',
      statement: 'Say what is to change, and why it comes first',
    },
    objective: {
      title: 'Name this objective',
      statement: 'Say what will be different, for whom and by when',
    },
  }

function BlockFields({ block, name }: { readonly block: Block; readonly name: string }) {
  const { doc } = useBlocks()
  const body = useRef<HTMLDivElement>(null)
  const countId = useId()
  const map = blockOf(doc, block.id)
  const title = asText(map?.get('title'))
  const statement = asText(map?.get('statement'))
  const placeholder = PLACEHOLDERS[block.kind]

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
      {statement ? (
        <SharedTextArea
          text={statement}
          label={`Statement of ${name}`}
          placeholder={placeholder.statement}
          look="statement"
          describedBy={block.kind === 'vision' ? countId : undefined}
        />
      ) : null}
      {block.kind === 'vision' ? <VisionCount id={countId} statement={block.statement} /> : null}
      {block.kind === 'objective' ? <FieldsOf objective={block} name={name} /> : null}
    </div>
  )
}
