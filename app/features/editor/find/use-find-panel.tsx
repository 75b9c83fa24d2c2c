import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { type ReactNode, useCallback, useState } from 'react'
import { FindPanel } from './find-panel'

const LONGEST_START = 80

/** Opens find and replace with the words that are selected. It is there at once: what is typed next must not reach the text. */
export function useFindPanel(editor: LexicalEditor): {
  readonly openFind: () => void
  readonly findPanel: ReactNode
} {
  const [opened, setOpened] = useState<{
    readonly startWith: string
    readonly turn: number
  } | null>(null)
  const openFind = useCallback(() => {
    const startWith = editor.read('latest', $readSelectedWords)
    setOpened((last) => ({ startWith, turn: (last?.turn ?? 0) + 1 }))
  }, [editor])
  const findPanel = opened ? (
    <FindPanel
      key={opened.turn}
      editor={editor}
      startWith={opened.startWith}
      onClose={() => setOpened(null)}
    />
  ) : null
  return { openFind, findPanel }
}

function $readSelectedWords(): string {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return ''
  const words = selection.getTextContent()
  return words.length <= LONGEST_START && !words.includes('\n') ? words : ''
}
