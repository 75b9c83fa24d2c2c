import { type ReactNode, Suspense, useState } from 'react'
import { late } from './late'
import { usePreload } from './use-preload'

const OpenedDialog = late(async () => (await loadDialog()).OpenedDialog)

function loadDialog() {
  return import('./opened-dialog')
}

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly children: ReactNode
  /** The buttons, the safest first. */
  readonly footer?: ReactNode
  /** For decisions that must not be dismissed by a stray click. */
  readonly alert?: boolean
}

/** A decision. Details open in a panel or on a page, not here. Fetched once the page is quiet. */
export function Dialog(props: DialogProps) {
  const [hasOpened, setHasOpened] = useState(props.isOpen)
  if (props.isOpen && !hasOpened) setHasOpened(true)
  usePreload(loadDialog)
  if (!hasOpened) return null
  return (
    <Suspense fallback={null}>
      <OpenedDialog {...props} />
    </Suspense>
  )
}
