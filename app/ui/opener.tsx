import { type KeyboardEvent, type MouseEvent, type ReactNode, Suspense, useState } from 'react'
import { usePreload } from './use-preload'

/** By keyboard the first choice takes the focus; by pointer the list does. */
export type OpenedBy = 'keyboard' | 'pointer'

interface OpenerProps {
  readonly className: string
  readonly accessibleName?: string | undefined
  readonly label: ReactNode
  readonly popup: 'menu' | 'dialog'
  /** Fetches the code of what opens. Safe to call again. */
  readonly load: () => Promise<unknown>
  /** What takes this button's place, open. */
  readonly renderOpened: (openedBy: OpenedBy) => ReactNode
}

/**
 * A button that stands for a menu or a popover until it is pressed: a page has dozens of them, and most are never
 * opened. What opens is fetched once the page is quiet.
 */
export function Opener({
  className,
  accessibleName,
  label,
  popup,
  load,
  renderOpened,
}: OpenerProps) {
  const [openedBy, setOpenedBy] = useState<OpenedBy | null>(null)
  usePreload(load)

  function handleClick({ detail }: MouseEvent) {
    // A key presses a button without a count of clicks.
    setOpenedBy(detail === 0 ? 'keyboard' : 'pointer')
  }

  function handleKey(event: KeyboardEvent) {
    if (popup !== 'menu' || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    event.preventDefault()
    setOpenedBy('keyboard')
  }

  const closed = (
    <button
      type="button"
      className={className}
      aria-label={accessibleName}
      aria-haspopup={popup}
      aria-expanded={false}
      onClick={handleClick}
      onKeyDown={handleKey}
    >
      {label}
    </button>
  )
  return openedBy === null ? (
    closed
  ) : (
    <Suspense fallback={closed}>{renderOpened(openedBy)}</Suspense>
  )
}
