import { useId, useState } from 'react'
import {
  Button,
  ComboBox,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Text,
} from 'react-aria-components'
import { Icon } from './icon'
import { type PickItem, groupItems, searchItems } from './search-items'
import type { SearchPickerProps } from './search-picker'
import './field.css'
import './menu.css'
import './search-picker.css'

/** Type to search, arrows and Enter to pick; after a pick it is empty and ready for the next. */
export function SearchBox(props: SearchPickerProps) {
  const { label, items, onPick, placeholder = 'Type to search', selectedIds = [], hint } = props
  const [typed, setTyped] = useState('')
  const hintId = useId()
  const found = searchItems(items, typed)

  function pick(key: string | number | null) {
    // React Aria also asks on Escape and on leaving: then nothing is picked, and the search is over.
    if (key !== null) onPick(String(key))
    setTyped('')
  }

  return (
    <ComboBox
      className="search-picker"
      allowsEmptyCollection
      menuTrigger="focus"
      items={groupItems(found)}
      inputValue={typed}
      onInputChange={setTyped}
      onSelectionChange={pick}
      selectedKey={null}
      disabledKeys={selectedIds}
      defaultFilter={() => true}
      aria-describedby={hint ? hintId : undefined}
    >
      <Label className="field-label">{label}</Label>
      {hint ? (
        <p className="field-hint" id={hintId}>
          {hint}
        </p>
      ) : null}
      <div className="search-picker-box">
        <Icon name="search" />
        <Input
          className="field-control"
          placeholder={placeholder}
          // The person has just asked to pick something, so this is where they are.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={props.autoFocus === true}
        />
        <Button className="search-picker-open" aria-label={`Show all: ${label}`}>
          <Icon name="chevron" />
        </Button>
      </div>
      <Popover className="menu-popover search-picker-popover">
        <ListBox
          className="menu"
          renderEmptyState={() => (
            <p className="menu-empty">
              {items.length === 0
                ? 'There is nothing to choose from yet.'
                : `Nothing found for “${typed}”.`}
            </p>
          )}
        >
          {groupItems(found).map((group) => (
            <ListBoxSection
              key={group.title}
              id={`group:${group.title}`}
              aria-label={group.title || label}
            >
              {group.title ? <Header className="menu-group-title">{group.title}</Header> : null}
              {group.items.map((item) => (
                <PickOption key={item.id} item={item} chosen={selectedIds.includes(item.id)} />
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function PickOption({ item, chosen }: { readonly item: PickItem; readonly chosen: boolean }) {
  return (
    <ListBoxItem id={item.id} textValue={item.label} className="menu-item">
      <Text slot="label">{item.label}</Text>
      {item.detail || chosen ? (
        <Text slot="description" className="menu-item-detail">
          {[chosen && 'Already chosen', item.detail].filter(Boolean).join(' · ')}
        </Text>
      ) : null}
    </ListBoxItem>
  )
}
