import { type ReactNode, useEffect, useRef } from 'react'
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
import type { MenuChoice } from './menu-button'
import type { OpenedBy } from './opener'
import './menu.css'

interface OpenedMenuProps {
  readonly className: string
  readonly accessibleName: string | undefined
  readonly label: ReactNode
  readonly choices: readonly MenuChoice[]
  readonly openedBy: OpenedBy
}

/** The button with its menu, open to begin with. */
export function OpenedMenu(props: OpenedMenuProps) {
  const { className, accessibleName, label, choices, openedBy } = props
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The key once more on their behalf: only so does the first choice get the focus.
    if (openedBy !== 'keyboard') return
    button.current?.focus()
    button.current?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
  }, [openedBy])
  return (
    <MenuTrigger defaultOpen={openedBy === 'pointer'}>
      <Button ref={button} className={className} aria-label={accessibleName}>
        {label}
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
