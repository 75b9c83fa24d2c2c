import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { CHAPTER_STATUS_LABELS } from '../../domain/sections/chapter-status'
import { Icon } from '../../ui/icon'
import { type MenuChoice, MenuButton } from '../../ui/menu-button'
import { NewMark } from './outline-entries'
import { RenameForm } from './rename-form'
import type { ChapterEntry } from './use-chapters'

interface OutlineItemProps {
  readonly chapter: ChapterEntry
  readonly number: number
  readonly href: string
  readonly isCurrent: boolean
  readonly isNew: boolean
  readonly leadName: string | null
  readonly choices: readonly MenuChoice[] | null
  readonly onFollow: () => void
  /** While it is being renamed. */
  readonly onRenamed: ((title: string | null) => void) | null
  /** What stands in the chapter, while it is open. */
  readonly children: ReactNode
}

/** A chapter in the outline: its number, its name, how far it is, and what can be done with it. */
export function OutlineItem(props: OutlineItemProps) {
  const { chapter, number, href, isCurrent, isNew, leadName, choices, onFollow, onRenamed } = props
  if (onRenamed) {
    return (
      <div className={className(isCurrent)}>
        <span className="outline-number">{number}</span>
        <RenameForm title={chapter.title} onDone={onRenamed} />
      </div>
    )
  }
  return (
    <>
      <div className={className(isCurrent)}>
        <span className="outline-number">{number}</span>
        <span className="outline-main">
          <Link
            to={href}
            className="outline-link"
            aria-current={isCurrent ? 'page' : undefined}
            onClick={onFollow}
          >
            {chapter.title || 'Not named yet'}
          </Link>
          {isNew ? <NewMark /> : null}
          <span className="outline-facts">{describe(chapter, leadName)}</span>
        </span>
        {choices ? (
          <MenuButton
            label={<Icon name="more" size={16} />}
            accessibleName={`Change chapter ${number}`}
            choices={choices}
            small
            plain
          />
        ) : null}
      </div>
      {props.children}
    </>
  )
}

function className(isCurrent: boolean): string {
  return isCurrent ? 'outline-item outline-current' : 'outline-item'
}

function describe({ status }: ChapterEntry, leadName: string | null): string {
  return [status ? CHAPTER_STATUS_LABELS[status] : '', leadName ?? ''].filter(Boolean).join(' · ')
}
