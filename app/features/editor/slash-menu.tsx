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
import {
  type EditorAction,
  TEXT_STYLES,
  listBlockActions,
  matchesAction,
} from './toolbar/editor-actions'
import type { ChapterActions } from './open-chapter'
import './slash-menu.css'

class ActionOption extends MenuOption {
  constructor(readonly action: EditorAction) {
    super(action.id)
  }
}

/** What opens when `/` is typed at the start of a word: blocks first, then the toolbar's paragraph styles. */
export function SlashMenu({ actions }: { readonly actions: ChapterActions }) {
  const [editor] = useLexicalComposerContext()
  // Inside the page's main part, so that what floats belongs to a landmark.
  const main = document.querySelector<HTMLElement>('main')
  const [query, setQuery] = useState('')
  const trigger = useBasicTypeaheadTriggerMatch('/', { minLength: 0, maxLength: 20 })
  const options = useMemo(
    () =>
      [...listBlockActions(actions), ...TEXT_STYLES]
        .filter((action) => matchesAction(action, query))
        .map((action) => new ActionOption(action)),
    [actions, query],
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
