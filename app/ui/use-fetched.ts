import { useCallback, useEffect, useRef, useState } from 'react'

export interface Fetched<T> {
  readonly value: T
  readonly state: 'loading' | 'loaded' | 'failed'
  /** Call when something was sent, or when the server says that it has changed. */
  readonly reload: () => void
}

/**
 * JSON from an address, kept while newer is fetched; a failed fetch keeps the last.
 * `read` and `first` stay the same from one drawing to the next.
 */
export function useFetched<T>(
  address: string,
  { read, first }: { read: (body: unknown) => T; first: T },
): Fetched<T> {
  const [fetched, setFetched] = useState<Omit<Fetched<T>, 'reload'>>({
    value: first,
    state: 'loading',
  })
  const turn = useRef(0)
  const reload = useCallback(() => {
    const mine = (turn.current += 1)
    void fetchJson(address).then((body) => {
      // A later request may have been answered first.
      if (turn.current !== mine) return
      setFetched((last) =>
        body ? { value: read(body.json), state: 'loaded' } : { ...last, state: 'failed' },
      )
    })
  }, [address, read])
  useEffect(() => {
    reload()
    return () => void (turn.current += 1)
  }, [reload])
  return { ...fetched, reload }
}

async function fetchJson(address: string): Promise<{ json: unknown } | null> {
  try {
    const response = await fetch(address, { headers: { Accept: 'application/json' } })
    if (!response.ok || response.redirected) return null
    return { json: await response.json() }
  } catch {
    // Offline, or the server is restarting: the page says that the list may be old.
    return null
  }
}
