import { useMemo } from 'react'
import type { ObjectiveBlock } from '../../domain/strategy/strategy'

/** The objective without its texts: the same object until a field or link changes, however much is typed. */
export function useWithoutText(objective: ObjectiveBlock): ObjectiveBlock {
  const key = JSON.stringify({ ...objective, title: '', statement: '' })
  return useMemo(() => JSON.parse(key) as ObjectiveBlock, [key])
}
