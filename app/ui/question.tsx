import { type ReactNode, useEffect, useId, useRef } from 'react'
import './dialog.css'

interface QuestionProps {
  readonly title: string
  readonly isOpen: boolean
  /** Escape: as if nothing had been asked. */
  readonly onClose: () => void
  readonly children: ReactNode
  /** The buttons, the safest first: it has the focus. */
  readonly footer: ReactNode
}

/**
 * Words and buttons that must be answered, in the browser's own dialog: on every page without a library.
 * For what holds a menu or a picker, whose list opens beside it, use `Dialog`.
 */
export function Question({ title, isOpen, onClose, children, footer }: QuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    if (!isOpen) return undefined
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [isOpen])
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      className="dialog-question"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {isOpen ? (
        <div className="dialog">
          <h2 id={`${id}-title`} className="dialog-title">
            {title}
          </h2>
          <div id={`${id}-text`}>{children}</div>
          <div className="dialog-footer">{footer}</div>
        </div>
      ) : null}
    </dialog>
  )
}
