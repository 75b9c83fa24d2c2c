import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'
import { type ButtonVariant, buttonClass } from './button'
import { Icon } from './icon'
import './menu.css'

export interface MenuChoice {
  readonly id: string
  readonly label: string
  readonly detail?: string | undefined
  readonly disabled?: boolean | undefined
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
  const { label, accessibleName, choices, variant = 'quiet', small, plain } = props
  return (
    <MenuTrigger>
      <Button className={buttonClass({ variant, small })} aria-label={accessibleName}>
        {label}
        {plain ? null : <Icon name="chevron" size={16} />}
      </Button>
      <Popover className="menu-popover" placement="bottom start">
        <Menu
          className="menu"
          items={choices}
          disabledKeys={choices.filter((choice) => choice.disabled).map((choice) => choice.id)}
          onAction={(key) => choices.find((choice) => choice.id === key)?.onAction()}
        >
          {(choice) => (
            <MenuItem id={choice.id} textValue={choice.label} className="menu-item">
              <Text slot="label">{choice.label}</Text>
              {choice.detail ? (
                <Text slot="description" className="menu-item-detail">
                  {choice.detail}
                </Text>
              ) : null}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
