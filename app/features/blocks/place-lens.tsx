import { useSearchParams } from '@remix-run/react'
import { useId } from 'react'
import type { Registers } from '../../domain/links/registers'
import { concernsPlace } from '../../domain/strategy/places-of-block'
import { countOf } from '../../domain/numbers/format-number'
import { type PlaceLens, useBlocks } from './blocks-context'
import { useAllBlocks } from './use-all-blocks'
import './place-lens.css'

/** The place an address asks to look at; null when it asks for none that is there. */
export function readLens(search: URLSearchParams, { places = [] }: Registers): PlaceLens | null {
  const place = places.find(({ id }) => id === search.get('place'))
  return place ? { placeId: place.id, name: place.name } : null
}

interface PlaceLensBarProps {
  readonly chapterId: string
}

/** Looks at the chapter as it concerns one place: the other blocks are closed, and it is said how many. */
export function PlaceLensBar({ chapterId }: PlaceLensBarProps) {
  const { registers, lens } = useBlocks()
  const [search, setSearch] = useSearchParams()
  const id = useId()
  const places = registers.places ?? []
  if (places.length < 2) return null

  function choose(placeId: string) {
    const next = new URLSearchParams(search)
    if (placeId) next.set('place', placeId)
    else next.delete('place')
    setSearch(next, { replace: true, preventScrollReset: true })
  }

  return (
    <div className={lens ? 'place-lens place-lens-on' : 'place-lens'}>
      <label htmlFor={id}>Look at</label>
      <select
        id={id}
        className="block-select"
        value={lens?.placeId ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">Every place</option>
        {places
          .filter(({ level }) => level !== 'system')
          .map((place) => (
            <option key={place.id} value={place.id}>
              {place.name}
            </option>
          ))}
      </select>
      <output className="place-lens-count">
        {lens ? <Count lens={lens} chapterId={chapterId} /> : null}
      </output>
    </div>
  )
}

/** Its room while the text is not live yet: nothing jumps when it comes. */
export function PlaceLensRoom({ registers }: { readonly registers: Registers }) {
  return (registers.places ?? []).length < 2 ? null : <div className="place-lens" />
}

function Count({ lens, chapterId }: { readonly lens: PlaceLens; readonly chapterId: string }) {
  const { doc, index } = useBlocks()
  const blocks = useAllBlocks(doc).filter((block) => block.chapterId === chapterId)
  const shown = blocks.filter((block) => concernsPlace(block, lens.placeId, index.places)).length
  if (blocks.length === 0) return <>No blocks in this chapter</>
  const closed = blocks.length - shown
  const words = `${shown} of ${countOf(blocks.length, 'block')} about ${lens.name}`
  return <>{closed === 0 ? words : `${words}; the others are closed`}</>
}
