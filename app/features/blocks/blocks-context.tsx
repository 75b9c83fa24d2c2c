import { type ReactNode, createContext, useContext, useMemo } from 'react'
import type * as Y from 'yjs'
import { type RegisterIndex, type Registers, indexRegisters } from '../../domain/links/registers'
import { loadSearchBox } from '../../ui/search-picker'
import { usePreload } from '../../ui/use-preload'

/** The one undo stack of the page; a `Y.UndoManager` is one. */
export interface UndoStack {
  undo(): unknown
  redo(): unknown
  /** What follows is a step of its own. */
  stopCapturing(): void
}

interface BlocksContextValue {
  readonly doc: Y.Doc
  readonly registers: Registers
  readonly index: RegisterIndex
  readonly mayEdit: boolean
  readonly undo: UndoStack | null
  readonly newId: () => string
  readonly lens: PlaceLens | null
}

/** The one place the text is looked at for. */
export interface PlaceLens {
  readonly placeId: string
  readonly name: string
}

const BlocksContext = createContext<BlocksContextValue | null>(null)

interface BlocksProviderProps {
  readonly doc: Y.Doc
  readonly registers: Registers
  readonly mayEdit: boolean
  readonly undo: UndoStack | null
  /** Ids of links made here; no two people may ever make the same. */
  readonly newId: () => string
  readonly lens?: PlaceLens | null
  readonly children: ReactNode
}

/** What all cards of a page share. */
export function BlocksProvider({
  doc,
  registers,
  mayEdit,
  undo,
  newId,
  lens = null,
  children,
}: BlocksProviderProps) {
  // Somebody will want to pick something, perhaps without a network.
  usePreload(loadSearchBox)
  const value = useMemo(
    () => ({ doc, registers, index: indexRegisters(registers), mayEdit, undo, newId, lens }),
    [doc, registers, mayEdit, undo, newId, lens],
  )
  return <BlocksContext.Provider value={value}>{children}</BlocksContext.Provider>
}

export function useBlocks(): BlocksContextValue {
  const value = useContext(BlocksContext)
  if (!value) throw new Error('A block card stands outside of BlocksProvider.')
  return value
}
