import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { FORMAT_TEXT_COMMAND, type LexicalEditor, REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useState } from 'react'
import { Group, ToggleButton, Toolbar as AriaToolbar } from 'react-aria-components'
import { MenuButton } from '../../../ui/menu-button'
import type { ChapterActions } from '../open-chapter'
import { type EditorAction, TEXT_STYLES, listBlockActions } from './editor-actions'
import {
  $readSelectionLook,
  PLAIN_LOOK,
  type SelectionLook,
  isSameLook,
} from './read-selection-look'
import { ToolbarIcon, type ToolbarIconName } from './toolbar-icon'
import './toolbar.css'

interface ToolbarProps {
  readonly actions: ChapterActions
  readonly onLink: () => void
  readonly toolbarRef: Ref<HTMLDivElement>
}

/** Arrow keys move inside it; Tab passes it by; Alt+F10 comes here from the text and Escape goes back. */
export function Toolbar({ actions, onLink, toolbarRef }: ToolbarProps) {
  const [editor] = useLexicalComposerContext()
  const look = useSelectionLook(editor)
  const run = (action: (editor: LexicalEditor) => void) => {
    action(editor)
    editor.focus()
  }
  const leaveOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') editor.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape anywhere in the toolbar
    <div className="editor-toolbar" ref={toolbarRef} onKeyDown={leaveOnEscape}>
      <AriaToolbar aria-label="Text" className="editor-toolbar-row">
        <MenuButton
          label={TEXT_STYLES.find(({ id }) => id === look.style)?.label ?? 'Text'}
          accessibleName={`Style: ${TEXT_STYLES.find(({ id }) => id === look.style)?.label ?? 'Text'}`}
          small
          choices={TEXT_STYLES.filter(isStyle).map((style) =>
            asChoice(style, () => run(style.run)),
          )}
        />
        <Group aria-label="Letters" className="editor-toolbar-group">
          <Toggle
            icon="bold"
            label="Bold"
            keys="Ctrl+B"
            isOn={look.isBold}
            onPress={() => run(format('bold'))}
          />
          <Toggle
            icon="italic"
            label="Italic"
            keys="Ctrl+I"
            isOn={look.isItalic}
            onPress={() => run(format('italic'))}
          />
          <Toggle
            icon="link"
            label="Link"
            keys="Ctrl+K"
            isOn={look.linkUrl !== null}
            onPress={onLink}
          />
        </Group>
        <Group aria-label="Paragraphs" className="editor-toolbar-group">
          {TEXT_STYLES.filter((style) => !isStyle(style)).map((style) => (
            <Toggle
              key={style.id}
              icon={style.id}
              label={style.label}
              keys={style.keys}
              isOn={look.style === style.id}
              onPress={() => run(look.style === style.id ? resetStyle : style.run)}
            />
          ))}
        </Group>
        <Group aria-label="Undo" className="editor-toolbar-group">
          <Toggle
            icon="undo"
            label="Undo"
            keys="Ctrl+Z"
            onPress={() => run((e) => e.dispatchCommand(UNDO_COMMAND, undefined))}
          />
          <Toggle
            icon="redo"
            label="Redo"
            keys="Ctrl+Y"
            onPress={() => run((e) => e.dispatchCommand(REDO_COMMAND, undefined))}
          />
        </Group>
        <MenuButton
          label="Insert block"
          small
          choices={listBlockActions(actions).map((action) =>
            asChoice(action, () => action.run(editor)),
          )}
        />
      </AriaToolbar>
    </div>
  )
}

function isStyle({ id }: EditorAction): boolean {
  return id === 'paragraph' || id.startsWith('h')
}

function resetStyle(editor: LexicalEditor): void {
  TEXT_STYLES[0]?.run(editor)
}

function asChoice(action: EditorAction, onAction: () => void) {
  return { id: action.id, label: action.label, detail: action.keys, onAction }
}

function format(name: 'bold' | 'italic') {
  return (editor: LexicalEditor) => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, name)
}

interface ToggleProps {
  readonly icon: ToolbarIconName
  readonly label: string
  readonly keys?: string | undefined
  readonly isOn?: boolean
  readonly onPress: () => void
}

function Toggle({ icon, label, keys, isOn = false, onPress }: ToggleProps): ReactNode {
  return (
    <span title={keys ? `${label} (${keys})` : label}>
      <ToggleButton className="editor-tool" aria-label={label} isSelected={isOn} onPress={onPress}>
        <ToolbarIcon name={icon} />
      </ToggleButton>
    </span>
  )
}

function useSelectionLook(editor: LexicalEditor): SelectionLook {
  const [look, setLook] = useState(PLAIN_LOOK)
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($readSelectionLook, { editor })
        setLook((last) => (isSameLook(last, next) ? last : next))
      }),
    [editor],
  )
  return look
}
