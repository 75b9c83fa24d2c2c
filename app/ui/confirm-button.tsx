import { type ReactNode, useState } from 'react'
import { Button, type ButtonVariant } from './button'
import { Question } from './question'

interface ConfirmButtonProps {
  /** On the button that opens the dialog. */
  readonly label: ReactNode
  /** The question. */
  readonly title: string
  /** What will happen. */
  readonly children: ReactNode
  /** The verb again: "Delete the objective", never "OK". */
  readonly confirmLabel: string
  readonly onConfirm: () => void
  readonly variant?: ButtonVariant
  readonly small?: boolean
  readonly disabled?: boolean
}

/** A button that first says what will happen. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, title, children, confirmLabel, onConfirm, variant = 'danger' } = props
  const [isOpen, setOpen] = useState(false)
  function confirm() {
    setOpen(false)
    onConfirm()
  }
  return (
    <>
      <Button
        type="button"
        variant={variant}
        small={props.small ?? false}
        disabled={props.disabled}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Question
        title={title}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button type="button" onClick={() => setOpen(false)}>
              Cancel
            </Button>
            <Button type="button" variant={variant} onClick={confirm}>
              {confirmLabel}
            </Button>
          </>
        }
      >
        {children}
      </Question>
    </>
  )
}
