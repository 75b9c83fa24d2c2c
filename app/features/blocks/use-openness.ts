import { useState } from 'react'
import { concernsPlace } from '../../domain/strategy/places-of-block'
import type { Block } from '../../domain/strategy/strategy'
import { useBlocks } from './blocks-context'
import { useCollapsed } from './collapsed-blocks'

interface Openness {
  readonly isCollapsed: boolean
  readonly setCollapsed: (next: boolean) => void
  /** Why the card steps back, in words; null when it does not. */
  readonly outside: string | null
}

/** Outside of the place somebody looks at, a card is closed until it is opened for itself. */
export function useOpenness(block: Block): Openness {
  const { lens, index } = useBlocks()
  const [isCollapsed, setCollapsed] = useCollapsed(block.id)
  const [openedFor, setOpenedFor] = useState<string | null>(null)
  if (lens === null || concernsPlace(block, lens.placeId, index.places))
    return { isCollapsed, setCollapsed, outside: null }
  return {
    isCollapsed: openedFor !== lens.placeId,
    setCollapsed: (next) => setOpenedFor(next ? null : lens.placeId),
    outside: `Not about ${lens.name}`,
  }
}
