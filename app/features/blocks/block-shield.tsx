import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useBlocks } from './blocks-context'
import { shieldFromEditor } from './shield-from-editor'
import { readUndoKey } from './undo-key'

interface BlockShieldProps {
  readonly blockId: string
  /** The card is not about the place that is looked at. */
  readonly isOutside: boolean
  readonly children: ReactNode
}

/** Around a card in the text: what happens inside is none of the editor's. */
export function BlockShield({ blockId, isOutside, children }: BlockShieldProps) {
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
    <div
      ref={root}
      className={isOutside ? 'block-card block-card-outside' : 'block-card'}
      data-block-id={blockId}
      onKeyDown={handleKey}
    >
      {children}
    </div>
  )
}
