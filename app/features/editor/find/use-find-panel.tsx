import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { type ReactNode, Suspense, lazy, useCallback, useState } from 'react'

const FindPanel = lazy(async () => {
  const { FindPanel: component } = await import('./find-panel')
  return { default: component }
})

const LONGEST_START = 80

/** Opens find and replace with the words that are selected. Its code comes when it is first asked for. */
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
    <Suspense fallback={null}>
      <FindPanel
        key={opened.turn}
        editor={editor}
        startWith={opened.startWith}
        onClose={() => setOpened(null)}
      />
    </Suspense>
  ) : null
  return { openFind, findPanel }
}

function $readSelectedWords(): string {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return ''
  const words = selection.getTextContent()
  return words.length <= LONGEST_START && !words.includes('\n') ? words : ''
}
