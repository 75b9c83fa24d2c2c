import { Link } from '@remix-run/react'
import { type OutlineEntry, findStep } from '../../document/chapter-outline'
import { Icon } from '../../ui/icon'
import { announce } from '../../ui/live-region'
import { MenuButton } from '../../ui/menu-button'
import { useDragging } from './use-dragging'

interface OutlineEntriesProps {
  readonly entries: readonly OutlineEntry[]
  readonly hrefOf: (entry: OutlineEntry) => string
  /** `Objective 2.3: Fewer falls` */
  readonly nameBlock: (blockId: string) => string | null
  readonly isNew: (blockId: string) => boolean
  /** Null while the text may not be changed. `beforeId` null: to the end. */
  readonly onMove: ((nodeId: string, beforeId: string | null) => void) | null
  readonly onFollow: () => void
}

/** Headings and blocks of the open chapter: where they are, and where they could be instead. */
export function OutlineEntries(props: OutlineEntriesProps) {
  const { entries, hrefOf, nameBlock, isNew, onMove, onFollow } = props
  const ids = entries.map(({ nodeId }) => nodeId)
  const move = (id: string, beforeId: string | null) => onMove?.(id, beforeId)
  const dragging = useDragging(ids, move)
  const nameOf = (entry: OutlineEntry) =>
    entry.type === 'heading' ? entry.text : (nameBlock(entry.blockId) ?? 'A block')

  function choose(index: number, direction: 'up' | 'down') {
    const step = findStep(entries, { index, direction })
    return {
      id: direction,
      label: `Move ${direction}`,
      disabled: step === null,
      onAction: () => {
        if (step) move(step.nodeId, step.beforeId)
        announce(`Moved ${direction}.`)
      },
    }
  }

  return (
    <ul className="outline-entries">
      {entries.map((entry, index) => (
        <li
          key={entry.nodeId}
          className={`outline-entry outline-entry-${entry.type === 'heading' ? entry.level : 'block'}`}
          {...(onMove ? dragging.propsFor(entry.nodeId) : {})}
        >
          <Link to={hrefOf(entry)} className="outline-entry-link" onClick={onFollow}>
            {nameOf(entry)}
          </Link>
          {entry.type === 'block' && isNew(entry.blockId) ? <NewMark /> : null}
          {onMove ? (
            <MenuButton
              label={<Icon name="more" size={16} />}
              accessibleName={`Move ${nameOf(entry)}`}
              small
              plain
              choices={[choose(index, 'up'), choose(index, 'down')]}
            />
          ) : null}
        </li>
      ))}
    </ul>
  )
}

export function NewMark() {
  return (
    <span className="outline-new" title="Others wrote here since your last visit">
      New
    </span>
  )
}
