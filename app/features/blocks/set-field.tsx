import { useRef, useState } from 'react'
import { resolveField } from '../../domain/links/resolve-field'
import type { ResolvedLink } from '../../domain/links/resolve-links'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { announce } from '../../ui/live-region'
import { SearchPicker } from '../../ui/search-picker'
import { useBlocks } from './blocks-context'
import { type FieldProps, nameField } from './field-props'
import { nextFocus } from './next-focus'
import { OpenedPicker } from './opened-picker'
import { useFieldEdit } from './use-field-edit'
import { useFocusAfter } from './use-focus-after'
import { useOffers } from './use-offers'
import { useNameBlock } from './use-outline'

/** Several things of a register: full names, each removable, and a picker that stays open for several. */
export function SetField(props: FieldProps) {
  const { block, field } = props
  const { doc, index } = useBlocks()
  const { setIn } = useFieldEdit(props)
  const nameBlock = useNameBlock(doc)
  const offers = useOffers(field)
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const focusAfter = useFocusAfter(root)
  const value = block.fields?.[field.key]
  const chosen = value === undefined ? [] : resolveField(field, value, { index, nameBlock })
  const label = nameField(props)
  const verb = chosen.length === 0 ? 'Choose' : 'Add another'

  function add(id: string) {
    setIn(id, true)
    announce(`${offers.find((offer) => offer.id === id)?.label ?? 'It'} added: ${label}.`)
  }

  function remove({ id, label: gone }: ResolvedLink, position: number) {
    const next = nextFocus(position, chosen.length)
    setIn(id, false)
    announce(`${gone} removed: ${label}. You can undo this.`)
    focusAfter(next === null ? '[data-add]' : `[data-remove="${next}"]`)
  }

  function close() {
    setOpen(false)
    focusAfter('[data-add]')
  }

  return (
    <div ref={root}>
      {chosen.length > 0 ? (
        <ul className="block-chips">
          {chosen.map((link, position) => (
            <li key={link.id} className="block-chip">
              <span className={link.known ? 'block-chip-words' : 'block-chip-words block-gone'}>
                {link.label}
                {link.detail ? <span className="block-detail">, {link.detail}</span> : null}
              </span>
              <button
                type="button"
                className="block-chip-remove"
                data-remove={position}
                aria-label={`Remove “${link.label}”: ${label}`}
                onClick={() => remove(link, position)}
              >
                <Icon name="close" size={16} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {isOpen ? (
        <OpenedPicker onClose={close}>
          <SearchPicker
            label={label}
            items={offers}
            selectedIds={chosen.map(({ id }) => id)}
            onPick={add}
          />
          <div className="block-actions">
            <Button type="button" small onClick={close}>
              Done
            </Button>
          </div>
        </OpenedPicker>
      ) : (
        <button
          type="button"
          className="block-add"
          data-add
          aria-label={`${verb}: ${label}`}
          onClick={() => setOpen(true)}
        >
          <Icon name="plus" size={16} />
          {verb}
        </button>
      )}
    </div>
  )
}
