import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical'
import { useEffect } from 'react'
import { announce } from '../../../ui/live-region'
import { MenuButton } from '../../../ui/menu-button'
import { useSteadyState } from '../../../ui/use-steady-state'
import { $changeTable, $readTableLook, type TableChange, type TableLook } from './table-commands'

interface Offer {
  readonly change: TableChange
  readonly label: string
  readonly group: string
  /** What is said when it is done. */
  readonly done: string
}

const ROWS_AND_COLUMNS: readonly Offer[] = [
  { change: 'row-above', label: 'Add row above', group: 'Rows', done: 'Row added.' },
  { change: 'row-below', label: 'Add row below', group: 'Rows', done: 'Row added.' },
  { change: 'remove-row', label: 'Remove row', group: 'Rows', done: 'Row removed.' },
  { change: 'column-before', label: 'Add column before', group: 'Columns', done: 'Column added.' },
  { change: 'column-after', label: 'Add column after', group: 'Columns', done: 'Column added.' },
  { change: 'remove-column', label: 'Remove column', group: 'Columns', done: 'Column removed.' },
]

/** Everything about the table the caret is in. */
export function TableMenu() {
  const [editor] = useLexicalComposerContext()
  const look = useTableLook(editor)
  const run = ({ change, done }: Offer) => {
    editor.update(() => $changeTable(change), { tag: HISTORY_PUSH_TAG })
    announce(done)
    editor.focus()
  }
  return (
    <MenuButton
      label="Table"
      small
      choices={listOffers(look).map((offer) => ({
        id: offer.change,
        label: offer.label,
        group: offer.group,
        detail: explainDisabled(offer, look),
        disabled: explainDisabled(offer, look) !== undefined,
        onAction: () => run(offer),
      }))}
    />
  )
}

function listOffers({ hasHeaderRow }: TableLook): Offer[] {
  return [
    ...ROWS_AND_COLUMNS,
    {
      change: 'header-row',
      label: hasHeaderRow
        ? 'Make the first row an ordinary row'
        : 'Make the first row a header row',
      group: 'Table',
      done: hasHeaderRow ? 'No header row.' : 'Header row set.',
    },
    { change: 'merge', label: 'Merge cells', group: 'Table', done: 'Cells merged.' },
    { change: 'split', label: 'Split cell', group: 'Table', done: 'Cell split.' },
    {
      change: 'remove',
      label: 'Delete table',
      group: 'Table',
      done: 'Table deleted. Undo brings it back.',
    },
  ]
}

function explainDisabled({ change }: Offer, look: TableLook): string | undefined {
  if (change === 'merge' && !look.canMerge)
    return 'Select several cells first, with Shift and arrows'
  if (change === 'split' && !look.canSplit) return 'This cell covers one place only'
  return undefined
}

const START: TableLook = { hasHeaderRow: false, canMerge: false, canSplit: false }

function useTableLook(editor: LexicalEditor): TableLook {
  const [look, setLook] = useSteadyState(
    () => editor.read('latest', $readTableLook) ?? START,
    isSame,
  )
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        setLook(editorState.read($readTableLook, { editor }))
      }),
    [editor, setLook],
  )
  return look
}

function isSame(a: TableLook, b: TableLook): boolean {
  return a.hasHeaderRow === b.hasHeaderRow && a.canMerge === b.canMerge && a.canSplit === b.canSplit
}
