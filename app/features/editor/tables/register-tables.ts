import {
  TableCellNode,
  registerTableSelectionObserver,
  setScrollableTablesActive,
} from '@lexical/table'
import {
  $createParagraphNode,
  $isDecoratorNode,
  $isElementNode,
  COMMAND_PRIORITY_HIGH,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type ParagraphNode,
  mergeRegister,
} from 'lexical'
import { $moveToNextCell, $readCell } from './table-commands'

/**
 * What tables need while somebody writes: selecting cells, Tab from cell to cell. Lexical's own table
 * plugin is not used: it pads ragged tables whenever it meets one, and so would write when a chapter is
 * merely opened, or once for each person who has it open. Register before the chapter is filled: a
 * transform that comes later looks at everything that stands there.
 */
export function registerTables(editor: LexicalEditor): () => void {
  setScrollableTablesActive(editor, true)
  return mergeRegister(
    registerTableSelectionObserver(editor, false),
    editor.registerNodeTransform(TableCellNode, $keepParagraphs),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        if (!isPlainTab(event) || event.target !== editor.getRootElement() || !$readCell())
          return false
        const hasMoved = $moveToNextCell(event.shiftKey ? 'previous' : 'next')
        if (hasMoved) event.preventDefault()
        return hasMoved
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
}

function isPlainTab(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing
}

/** Words typed into a cell that somebody emptied stand in a paragraph. Runs only for cells changed here. */
function $keepParagraphs(cell: TableCellNode): void {
  if (cell.isEmpty()) cell.append($createParagraphNode())
  let paragraph: ParagraphNode | null = null
  for (const child of cell.getChildren()) {
    if (!$isLoose(child)) paragraph = null
    else {
      if (!paragraph) child.insertBefore((paragraph = $createParagraphNode()))
      paragraph.append(child)
    }
  }
}

function $isLoose(node: LexicalNode): boolean {
  return $isElementNode(node) || $isDecoratorNode(node) ? node.isInline() : true
}
