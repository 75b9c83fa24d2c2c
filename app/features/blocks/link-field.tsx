import { useRef, useState } from 'react'
import { setLink } from '../../document/edit'
import { FORM_ORIGIN } from '../../document/origins'
import type { ResolvedLink } from '../../domain/links/resolve-links'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { announce } from '../../ui/live-region'
import { SearchPicker } from '../../ui/search-picker'
import { useBlocks } from './blocks-context'
import { nextFocus } from './next-focus'
import { OpenedPicker } from './opened-picker'
import type { PickChoice } from './pick-items'
import { useFocusAfter } from './use-focus-after'

interface LinkFieldProps {
  readonly blockId: string
  /** 'objective 2.3' */
  readonly name: string
  readonly set: 'hwbPriorities' | 'needs'
  readonly title: string
  /** 'priority of an HWB strategy', 'assessed need' */
  readonly noun: string
  readonly links: readonly ResolvedLink[]
  readonly choices: readonly PickChoice[]
  readonly onRemoved: (words: string, restore: () => void) => void
}

/** A set of links: full names, each removable, and a picker that stays open for several. */
export function LinkField(props: LinkFieldProps) {
  const { blockId, name, set, title, noun, links, choices, onRemoved } = props
  const { doc, undo } = useBlocks()
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLElement>(null)
  const focusAfter = useFocusAfter(root)

  function change(id: string, linked: boolean) {
    undo?.stopCapturing()
    setLink(doc, { blockId, set, id, linked }, FORM_ORIGIN)
    undo?.stopCapturing()
  }

  function add(id: string) {
    change(id, true)
    const label = choices.find((choice) => choice.id === id)?.label ?? noun
    announce(`${label} linked to ${name}.`)
  }

  function remove(link: ResolvedLink, position: number) {
    const next = nextFocus(position, links.length)
    change(link.id, false)
    onRemoved(`Link to “${link.label}” removed.`, () => change(link.id, true))
    focusAfter(next === null ? '[data-add]' : `[data-remove="${next}"]`)
  }

  function close() {
    setOpen(false)
    focusAfter('[data-add]')
  }

  return (
    <div className="block-fact block-fact-wide">
      <dt>{title}</dt>
      <dd ref={root}>
        {links.length > 0 ? (
          <ul className="block-chips">
            {links.map((link, position) => (
              <li key={link.id} className="block-chip">
                <span className={link.known ? 'block-chip-words' : 'block-chip-words block-gone'}>
                  {link.label}
                  {link.detail ? <span className="block-detail">, {link.detail}</span> : null}
                </span>
                <button
                  type="button"
                  className="block-chip-remove"
                  data-remove={position}
                  aria-label={`Remove the link to “${link.label}” from ${name}`}
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
              label={`Link ${name} to ${noun}`}
              items={choices}
              selectedIds={links.map((link) => link.id)}
              onPick={add}
            />
            <div className="block-actions">
              <Button type="button" small onClick={close}>
                Done
              </Button>
            </div>
          </OpenedPicker>
        ) : (
          <button type="button" className="block-add" data-add onClick={() => setOpen(true)}>
            <Icon name="plus" size={16} />
            Link to {noun}
            <span className="visually-hidden"> from {name}</span>
          </button>
        )}
      </dd>
    </div>
  )
}
