import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import './dialog.css'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly children: ReactNode
  /** The buttons, the safest first. */
  readonly footer?: ReactNode
  /** For decisions that must not be dismissed by a stray click. */
  readonly alert?: boolean
}

/** A decision. Details open in a panel or on a page, not here. */
export function Dialog({ title, isOpen, onOpenChange, children, footer, alert }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-overlay"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!alert}
    >
      <Modal className="dialog-modal">
        <AriaDialog className="dialog" role={alert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
          {footer ? <div className="dialog-footer">{footer}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
