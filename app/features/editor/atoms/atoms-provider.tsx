import { type ReactNode, useMemo } from 'react'
import type * as Y from 'yjs'
import type { Registers } from '../../../domain/links/registers'
import { RenderAtomContext } from './atom-slot'
import { useAtomFacts } from './use-atom-facts'

interface AtomsProviderProps {
  readonly doc: Y.Doc
  readonly registers: Registers
  readonly children: ReactNode
}

/** Tells the editor inside what footnotes, citations and chips say, in this chapter and over all of them. */
export function AtomsProvider({ doc, registers, children }: AtomsProviderProps) {
  const facts = useAtomFacts(doc, registers)
  const looks = useMemo(() => ({ facts }), [facts])
  return <RenderAtomContext.Provider value={looks}>{children}</RenderAtomContext.Provider>
}
