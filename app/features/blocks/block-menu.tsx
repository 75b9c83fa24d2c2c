import { useRef, useState } from 'react'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Icon } from '../../ui/icon'
import { type MenuChoice, MenuButton } from '../../ui/menu-button'
import type { BlockActions } from './block-card'

interface BlockMenuProps {
  /** 'objective 2.3' */
  readonly name: string
  readonly actions: BlockActions
  /** What goes with the block, in a sentence. */
  readonly consequence: string
  readonly mayEdit: boolean
}

/** What can be done with a whole block. */
export function BlockMenu({ name, actions, consequence, mayEdit }: BlockMenuProps) {
  const [isAsking, setAsking] = useState(false)
  const root = useRef<HTMLSpanElement>(null)
  const choices = listChoices(actions, { mayEdit, ask: () => setAsking(true) })
  if (choices.length === 0) return null

  function remove() {
    const text = root.current?.closest<HTMLElement>('[contenteditable="true"]') ?? null
    setAsking(false)
    actions.onRemove?.()
    focusUnlessSomethingHas(text)
  }

  return (
    <span className="block-menu" ref={root}>
      <MenuButton
        label={<Icon name="more" />}
        accessibleName={`Actions for ${name}`}
        choices={choices}
        small
        plain
      />
      <Dialog
        alert
        title={`Delete ${name}?`}
        isOpen={isAsking}
        onOpenChange={setAsking}
        footer={
          <>
            <Button type="button" onClick={() => setAsking(false)}>
              Cancel
            </Button>
            <Button type="button" variant="danger" onClick={remove}>
              Delete {name}
            </Button>
          </>
        }
      >
        <p>{consequence} You can bring it back with undo.</p>
      </Dialog>
    </span>
  )
}

/** The button that opened the dialog is gone with its card; the closing dialog gives the focus back a frame later. */
function focusUnlessSomethingHas(text: HTMLElement | null): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) text?.focus({ preventScroll: true })
    }),
  )
}

function listChoices(
  { onMove, onDuplicate, onComment, onSuggest, onRemove }: BlockActions,
  { mayEdit, ask }: { mayEdit: boolean; ask: () => void },
): MenuChoice[] {
  const choices: MenuChoice[] = []
  if (onComment) choices.push({ id: 'comment', label: 'Comment', onAction: onComment })
  if (!mayEdit) {
    if (onSuggest) choices.push({ id: 'suggest', label: 'Suggest a change', onAction: onSuggest })
    return choices
  }
  if (onMove) {
    choices.push(
      { id: 'up', label: 'Move up', onAction: () => onMove('up') },
      { id: 'down', label: 'Move down', onAction: () => onMove('down') },
    )
  }
  if (onDuplicate)
    choices.push({ id: 'duplicate', label: 'Make a copy below', onAction: onDuplicate })
  if (onRemove) choices.push({ id: 'delete', label: 'Delete…', onAction: ask })
  return choices
}
