import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { FORMAT_TEXT_COMMAND, type LexicalEditor, REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { Group, Toolbar as AriaToolbar } from 'react-aria-components'
import { MenuButton, type MenuChoice } from '../../../ui/menu-button'
import type { OpenDialog } from '../dialogs/dialog-request'
import type { ChapterActions } from '../open-chapter'
import { TableMenu } from '../tables/table-menu'
import type { EditorAction } from './editor-action'
import { listBlockActions, listInsertActions } from './insert-actions'
import { ALL_STYLES, LIST_STYLES, TEXT_STYLES, resetStyle } from './text-styles'
import { ToggleTool, Tool } from './toolbar-button'
import { useSelectionLook } from './use-selection-look'
import './toolbar.css'

interface ToolbarProps {
  /** Null: words only, as where changes are suggested. */
  readonly actions: ChapterActions | null
  readonly openDialog: OpenDialog
  readonly onFind: () => void
  readonly toolbarRef: Ref<HTMLDivElement>
  /** Stays in sight with it. */
  readonly below: ReactNode
}

/** Arrow keys move inside it; Tab passes it by; Alt+F10 comes here from the text and Escape goes back. */
export function Toolbar({ actions, openDialog, onFind, toolbarRef, below }: ToolbarProps) {
  const [editor] = useLexicalComposerContext()
  const look = useSelectionLook(editor)
  const run = (action: (editor: LexicalEditor) => void) => {
    action(editor)
    editor.focus()
  }
  const leaveOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) editor.focus()
  }
  const style = ALL_STYLES.find(({ id }) => id === look.style)?.label ?? 'Text'
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape anywhere in the toolbar
    <div className="editor-toolbar" ref={toolbarRef} onKeyDown={leaveOnEscape}>
      <AriaToolbar aria-label="Text" className="editor-toolbar-row">
        {actions ? (
          <MenuButton
            label={<span className="editor-toolbar-style">{style}</span>}
            accessibleName={`Style: ${style}`}
            small
            choices={TEXT_STYLES.map((action) => asChoice(action, () => run(action.run)))}
          />
        ) : null}
        <Group aria-label="Letters" className="editor-toolbar-group">
          <ToggleTool
            icon="bold"
            label="Bold"
            keys="Ctrl+B"
            isOn={look.isBold}
            onPress={() => run(format('bold'))}
          />
          <ToggleTool
            icon="italic"
            label="Italic"
            keys="Ctrl+I"
            isOn={look.isItalic}
            onPress={() => run(format('italic'))}
          />
          {actions ? (
            <ToggleTool
              icon="link"
              label="Link"
              keys="Ctrl+K"
              isOn={look.linkUrl !== null}
              onPress={() => openDialog({ type: 'link' })}
            />
          ) : null}
        </Group>
        {actions ? (
          <StructureTools actions={actions} openDialog={openDialog} look={look} run={run} />
        ) : null}
        <Group aria-label="Undo and find" className="editor-toolbar-group">
          <Tool
            icon="undo"
            label="Undo"
            keys="Ctrl+Z"
            onPress={() => run((e) => e.dispatchCommand(UNDO_COMMAND, undefined))}
          />
          <Tool
            icon="redo"
            label="Redo"
            keys="Ctrl+Y"
            onPress={() => run((e) => e.dispatchCommand(REDO_COMMAND, undefined))}
          />
          <Tool icon="find" label="Find and replace" keys="Ctrl+F" onPress={onFind} />
        </Group>
      </AriaToolbar>
      {below}
    </div>
  )
}

interface StructureToolsProps {
  readonly actions: ChapterActions
  readonly openDialog: OpenDialog
  readonly look: ReturnType<typeof useSelectionLook>
  readonly run: (action: (editor: LexicalEditor) => void) => void
}

/** Lists, and what is put into the text. */
function StructureTools({ actions, openDialog, look, run }: StructureToolsProps) {
  const [editor] = useLexicalComposerContext()
  return (
    <>
      <Group aria-label="Lists" className="editor-toolbar-group">
        {LIST_STYLES.map((list) => (
          <ToggleTool
            key={list.id}
            icon={list.id as 'bullet' | 'number' | 'check'}
            label={list.label}
            keys={list.keys}
            isOn={look.style === list.id}
            onPress={() => run(look.style === list.id ? resetStyle : list.run)}
          />
        ))}
      </Group>
      <MenuButton
        label="Insert"
        small
        choices={[...listInsertActions(openDialog), ...listBlockActions(actions)].map((action) =>
          asChoice(action, () => action.run(editor)),
        )}
      />
      {look.isInTable ? <TableMenu /> : null}
    </>
  )
}

function asChoice(action: EditorAction, onAction: () => void): MenuChoice {
  const { id, label, keys, group } = action
  return { id, label, detail: keys, group: group === 'Style' ? undefined : group, onAction }
}

function format(name: 'bold' | 'italic') {
  return (editor: LexicalEditor) => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, name)
}
