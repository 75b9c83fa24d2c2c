import { useMemo } from 'react'
import type { FieldDefinition } from '../../domain/strategy/field-types'
import { useBlocks } from './blocks-context'
import { offerFor, type PickChoice } from './pick-items'
import { useNameBlock, useOutline } from './use-outline'

/** What a field can be set to: words, what the registers have, or blocks of the text. */
export function useOffers(field: FieldDefinition): readonly PickChoice[] {
  const { doc, registers } = useBlocks()
  const { placed } = useOutline(doc)
  const nameBlock = useNameBlock(doc)
  return useMemo(() => {
    if (!('kinds' in field)) return offerFor(field, registers)
    return placed
      .filter(({ kind }) => field.kinds.includes(kind))
      .map(({ id }) => ({ id, label: nameBlock(id) ?? '' }))
  }, [field, registers, placed, nameBlock])
}
