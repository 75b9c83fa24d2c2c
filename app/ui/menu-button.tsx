import type { ReactNode } from 'react'
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Text,
} from 'react-aria-components'
import { type ButtonVariant, buttonClass } from './button'
import { Icon } from './icon'
import './menu.css'

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
          disabledKeys={choices.filter((choice) => choice.disabled).map((choice) => choice.id)}
          onAction={(key) => choices.find((choice) => choice.id === key)?.onAction()}
        >
          {groupChoices(choices).map(({ group, members }) =>
            group === undefined ? (
              members.map((choice) => <Choice key={choice.id} {...choice} />)
            ) : (
              <MenuSection key={group} id={`group:${group}`}>
                <Header className="menu-group-title">{group}</Header>
                {members.map((choice) => (
                  <Choice key={choice.id} {...choice} />
                ))}
              </MenuSection>
            ),
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function Choice({ id, label, detail }: MenuChoice) {
  return (
    <MenuItem id={id} textValue={label} className="menu-item">
      <Text slot="label">{label}</Text>
      {detail ? (
        <Text slot="description" className="menu-item-detail">
          {detail}
        </Text>
      ) : null}
    </MenuItem>
  )
}

interface ChoiceGroup {
  readonly group: string | undefined
  readonly members: readonly MenuChoice[]
}

function groupChoices(choices: readonly MenuChoice[]): ChoiceGroup[] {
  const names = new Set(choices.map(({ group }) => group))
  return [...names].map((group) => ({
    group,
    members: choices.filter((choice) => choice.group === group),
  }))
}
