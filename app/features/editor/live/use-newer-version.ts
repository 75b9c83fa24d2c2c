import { useEffect, useState } from 'react'

/** The build this page was made by, as Remix puts it into the page. */
function ownVersion(): string | null {
  const manifest: unknown = Reflect.get(window, '__remixManifest')
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return null
  return typeof manifest.version === 'string' ? manifest.version : null
}

/** Whether the server has a newer Northing than this page. A new one means a restart, so it is asked with every new connection. */
export function useNewerVersion(isConnected: boolean): boolean {
  const [isNewer, setNewer] = useState(false)
  useEffect(() => {
    if (!isConnected) return undefined
    let isOver = false
    void fetchVersion().then((version) => {
      const own = ownVersion()
      if (!isOver && version !== null && own !== null) setNewer(version !== own)
    })
    return () => {
      isOver = true
    }
  }, [isConnected])
  return isNewer
}

async function fetchVersion(): Promise<string | null> {
  try {
    const answer = await fetch('/version', { cache: 'no-store' })
    const { version } = (await answer.json()) as { version: string | null }
    return version
  } catch {
    // Asked again with the next connection.
    return null
  }
}
