import { type ReactElement, type ReactNode, createContext, useContext } from 'react'
import { type AtomFacts, NO_FACTS } from './atom-facts'
import { AtomLook } from './atom-look'

/** What stands in the text in place of words. */
export type ShownAtom =
  | { readonly kind: 'footnote'; readonly noteId: string }
  | { readonly kind: 'citation'; readonly sourceId: string; readonly locator: string }
  | { readonly kind: 'metric'; readonly metricId: string }
  | {
      readonly kind: 'image'
      readonly fileId: string
      readonly alt: string
      readonly caption: string
    }

/** How the page shows them; the nodes themselves hold only ids. */
export interface AtomLooks {
  readonly facts: AtomFacts
  /** The page's own look of one; undefined: the plain one. */
  readonly render?: (atom: ShownAtom, nodeKey: string) => ReactNode | undefined
  /** Somebody wants to read it whole or change it. Absent where nothing may be changed. */
  readonly onOpen?: (atom: ShownAtom, nodeKey: string) => void
}

export const RenderAtomContext = createContext<AtomLooks>({ facts: NO_FACTS })

export function AtomSlot({ atom, nodeKey }: { atom: ShownAtom; nodeKey: string }): ReactElement {
  const { facts, render, onOpen } = useContext(RenderAtomContext)
  const own = render?.(atom, nodeKey)
  if (own !== undefined) return <>{own}</>
  return <AtomLook atom={atom} facts={facts} onOpen={onOpen && (() => onOpen(atom, nodeKey))} />
}
