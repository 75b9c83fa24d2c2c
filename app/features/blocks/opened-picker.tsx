import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'

interface OpenedPickerProps {
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A picker opened in place, with the focus in its box. Escape closes its list first, then the picker itself. */
export function OpenedPicker({ onClose, children }: OpenedPickerProps) {
  const root = useRef<HTMLDivElement>(null)

  useEffect(() => root.current?.querySelector('input')?.focus(), [])

  function handleKey(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key !== 'Escape') return
    const list = event.currentTarget.querySelector('[aria-expanded="true"]')
    if (!list) onClose()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only hears Escape from the controls inside
    <div ref={root} className="block-picker" onKeyDownCapture={handleKey}>
      {children}
    </div>
  )
}
