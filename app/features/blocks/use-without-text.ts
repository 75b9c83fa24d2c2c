import { useMemo } from 'react'
import type { Block } from '../../domain/strategy/strategy'

/** The block without its texts: the same object until a field or link changes, however much is typed. */
export function useWithoutText<T extends Block>(block: T): T {
  const key = JSON.stringify({ ...block, title: '', statement: '' })
  return useMemo(() => JSON.parse(key) as T, [key])
}
