import type { ReactNode } from 'react'
import { type ButtonVariant, buttonClass } from './button'
import { Icon } from './icon'
import { late } from './late'
import { Opener } from './opener'
import { passByTemplates } from './pass-by-templates'

const OpenedMenu = late(async () => (await loadMenu()).OpenedMenu)

async function loadMenu() {
  const loaded = await import('./opened-menu')
  passByTemplates()
  return loaded
}

export interface MenuChoice {
  readonly id: string
  readonly label: string
  readonly detail?: string | undefined
  readonly disabled?: boolean | undefined
  /** Neighbours of one group stand under its name. */
  readonly group?: string | undefined
  readonly onAction: () => void
}

interface MenuButtonProps {
  readonly label: ReactNode
  /** When the label is only an icon. */
  readonly accessibleName?: string
  readonly choices: readonly MenuChoice[]
  readonly variant?: ButtonVariant
  readonly small?: boolean
  /** Leave the arrow out when the label is an icon. */
  readonly plain?: boolean
}

/** Several actions behind one button. */
export function MenuButton(props: MenuButtonProps) {
  const { accessibleName, choices, variant = 'quiet', small, plain } = props
  const className = buttonClass({ variant, small })
  const label = (
    <>
      {props.label}
      {plain ? null : <Icon name="chevron" size={16} />}
    </>
  )
  const look = { className, accessibleName, label }
  return (
    <Opener
      {...look}
      popup="menu"
      load={loadMenu}
      renderOpened={(openedBy) => <OpenedMenu {...look} choices={choices} openedBy={openedBy} />}
    />
  )
}
