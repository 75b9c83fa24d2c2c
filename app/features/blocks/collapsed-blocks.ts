import { useCallback, useSyncExternalStore } from 'react'

const KEY = 'northing:collapsed-blocks'
const listeners = new Set<() => void>()
let collapsed: ReadonlySet<string> | null = null

/** Which cards this person has closed: kept for this browser tab only. */
export function useCollapsed(blockId: string): [boolean, (next: boolean) => void] {
  const isCollapsed = useSyncExternalStore(
    subscribe,
    () => readCollapsed().has(blockId),
    () => false,
  )
  const set = useCallback((next: boolean) => setCollapsed(blockId, next), [blockId])
  return [isCollapsed, set]
}

function setCollapsed(blockId: string, next: boolean): void {
  const ids = new Set(readCollapsed())
  if (next) ids.add(blockId)
  else ids.delete(blockId)
  collapsed = ids
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...ids]))
  } catch {
    // A browser may refuse storage; the cards then stay closed until the page is left.
  }
  for (const notify of listeners) notify()
}

function subscribe(notify: () => void): () => void {
  listeners.add(notify)
  return () => void listeners.delete(notify)
}

function readCollapsed(): ReadonlySet<string> {
  collapsed ??= new Set(parseIds(readStored()))
  return collapsed
}

function readStored(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '[]'
  } catch {
    return '[]'
  }
}

function parseIds(stored: string): string[] {
  try {
    const ids: unknown = JSON.parse(stored)
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}
