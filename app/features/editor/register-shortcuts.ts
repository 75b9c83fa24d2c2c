import { $isListItemNode, $isListNode } from '@lexical/list'
import { $findMatchingParent } from '@lexical/utils'
import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
  OUTDENT_CONTENT_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  mergeRegister,
} from 'lexical'
import { ALL_STYLES } from './toolbar/text-styles'

interface ShortcutTargets {
  readonly openLink: () => void
  readonly openFootnote: () => void
  readonly openFind: () => void
  readonly focusToolbar: () => void
}

/** Keys people know from other editors, beside those Lexical brings. Tab is not among them: it leaves the text. */
export function registerShortcuts(editor: LexicalEditor, targets: ShortcutTargets): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => handleKey(editor, targets, event),
      COMMAND_PRIORITY_LOW,
    ),
    // Underline, strike-through and code have no place in a strategy's text.
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => format !== 'bold' && format !== 'italic',
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      () => {
        editor.blur()
        return true
      },
      COMMAND_PRIORITY_LOW,
    ),
  )
}

function handleKey(editor: LexicalEditor, targets: ShortcutTargets, event: KeyboardEvent): boolean {
  const act = findAct(editor, targets, event)
  if (!act) return false
  event.preventDefault()
  act()
  return true
}

function findAct(
  editor: LexicalEditor,
  targets: ShortcutTargets,
  event: KeyboardEvent,
): (() => void) | null {
  if (event.altKey && event.key === 'F10') return $leaving(targets.focusToolbar)
  if (isCommand(event) && event.key === 'Enter') return $findTick()
  if (isCommand(event) && event.code.startsWith('Bracket')) return findIndent(editor, event.code)
  const keys = describeKeys(event)
  const style = ALL_STYLES.find((candidate) => candidate.keys === keys)
  if (style) return () => style.run(editor)
  const open = findDialog(targets, keys)
  return open ? $leaving(open) : null
}

function findDialog(targets: ShortcutTargets, keys: string): (() => void) | undefined {
  const dialogs = new Map([
    ['Ctrl+K', targets.openLink],
    ['Ctrl+Alt+F', targets.openFootnote],
    ['Ctrl+F', targets.openFind],
    ['Ctrl+H', targets.openFind],
  ])
  return dialogs.get(keys)
}

/** What takes the focus away keeps it: the key's own update would put the caret, and so the focus, back. */
function $leaving(act: () => void): () => void {
  return () => {
    $addUpdateTag(SKIP_DOM_SELECTION_TAG)
    act()
  }
}

/** A task is ticked where the caret is. */
function $findTick(): (() => void) | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode)
  const list = item?.getParent()
  const isTask = $isListNode(list) && list.getListType() === 'check'
  return item && isTask ? () => item.toggleChecked() : null
}

function isCommand(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey
}

/** Only list items go deeper: an indent elsewhere would be a look that no export keeps. */
function findIndent(editor: LexicalEditor, code: string): (() => void) | null {
  const selection = $getSelection()
  const isInList =
    $isRangeSelection(selection) &&
    $findMatchingParent(selection.anchor.getNode(), $isListItemNode) !== null
  if (!isInList) return null
  const command = code === 'BracketRight' ? INDENT_CONTENT_COMMAND : OUTDENT_CONTENT_COMMAND
  return () => void editor.dispatchCommand(command, undefined)
}

/** By the key's place, because Shift and Alt change what it types. */
function describeKeys(event: KeyboardEvent): string {
  const key = /^(?:Digit|Key)(\w)$/.exec(event.code)?.[1] ?? ''
  return `${isCommand(event) ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${key}`
}
