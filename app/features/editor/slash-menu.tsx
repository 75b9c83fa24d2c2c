import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  LexicalTypeaheadMenuPlugin,
  MenuOption,
  type MenuRenderFn,
  useBasicTypeaheadTriggerMatch,
} from '@lexical/react/LexicalTypeaheadMenuPlugin'
import type { TextNode } from 'lexical'
import { useCallback, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import type { OpenDialog } from './dialogs/dialog-request'
import type { ChapterActions } from './open-chapter'
import { type EditorAction, matchesAction } from './toolbar/editor-action'
import { listBlockActions, listInsertActions } from './toolbar/insert-actions'
import { ALL_STYLES } from './toolbar/text-styles'
import './slash-menu.css'

class ActionOption extends MenuOption {
  constructor(readonly action: EditorAction) {
    super(action.id)
  }
}

interface SlashMenuProps {
  readonly actions: ChapterActions
  readonly openDialog: OpenDialog
}

/** What opens when `/` is typed at the start of a word: the same as in the toolbar, blocks first. */
export function SlashMenu({ actions, openDialog }: SlashMenuProps) {
  const [editor] = useLexicalComposerContext()
  // Inside the page's main part, so that what floats belongs to a landmark.
  const main = document.querySelector<HTMLElement>('main')
  const [query, setQuery] = useState('')
  const trigger = useBasicTypeaheadTriggerMatch('/', { minLength: 0, maxLength: 20 })
  const options = useMemo(
    () =>
      [...listBlockActions(actions), ...listInsertActions(openDialog), ...ALL_STYLES]
        .filter((action) => matchesAction(action, query))
        .map((action) => new ActionOption(action)),
    [actions, openDialog, query],
  )
  const select = useCallback(
    (option: ActionOption, typed: TextNode | null, close: () => void) => {
      // Takes away what was typed; the action itself waits until that stands in the document.
      typed?.remove()
      close()
      setTimeout(() => option.action.run(editor), 0)
    },
    [editor],
  )
  return (
    <LexicalTypeaheadMenuPlugin<ActionOption>
      onQueryChange={(typed) => setQuery(typed ?? '')}
      onSelectOption={select}
      options={options}
      triggerFn={trigger}
      menuRenderFn={renderMenu}
      anchorClassName="slash-menu-anchor"
      {...(main && { parent: main })}
    />
  )
}

const renderMenu: MenuRenderFn<ActionOption> = (
  anchor,
  { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex, options },
) => {
  if (!anchor.current || options.length === 0) return null
  return createPortal(
    // Lexical makes the surrounding element the listbox and keeps the focus in the text.
    <ul className="slash-menu" role="presentation">
      {options.map((option, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are handled in the text
        <li
          key={option.key}
          // The first of its group says which group it is; those who listen hear it with the first one.
          data-group={
            options[index - 1]?.action.group === option.action.group
              ? undefined
              : option.action.group
          }
          id={`typeahead-item-${index}`}
          ref={(element) => option.setRefElement(element)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role -- an option element stands in a select only
          role="option"
          aria-selected={selectedIndex === index}
          tabIndex={-1}
          className="slash-menu-item"
          onMouseEnter={() => setHighlightedIndex(index)}
          onClick={() => selectOptionAndCleanUp(option)}
        >
          {option.action.label}
          {option.action.keys ? (
            <span className="slash-menu-keys">{option.action.keys}</span>
          ) : null}
        </li>
      ))}
    </ul>,
    anchor.current,
  )
}
