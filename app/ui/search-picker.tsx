import { Suspense } from 'react'
import { late } from './late'
import { passByTemplates } from './pass-by-templates'
import type { PickItem } from './search-items'

export type { PickItem } from './search-items'

const SearchBox = late(async () => (await loadSearchBox()).SearchBox)

/** Fetches what a picker is made of, so that the first one opens at once. Safe to call again. */
export async function loadSearchBox() {
  const loaded = await import('./search-box')
  passByTemplates()
  return loaded
}

export interface SearchPickerProps {
  readonly label: string
  readonly items: readonly PickItem[]
  readonly onPick: (id: string) => void
  readonly placeholder?: string
  /** Shown as already chosen, and not to be picked twice. */
  readonly selectedIds?: readonly string[]
  readonly hint?: string
  readonly autoFocus?: boolean
}

/** Type to search, arrows and Enter to pick. */
export function SearchPicker(props: SearchPickerProps) {
  return (
    <Suspense fallback={<p className="search-picker">Opening…</p>}>
      <SearchBox {...props} />
    </Suspense>
  )
}
