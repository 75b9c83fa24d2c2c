const PAGES = 'northing-pages'
const UNDER_WAY_MS = 3000

/** Lets an opened strategy open again without a network. Not in development, where every file changes all the time. */
export async function keepPagesOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  try {
    await navigator.serviceWorker.register('/service-worker.js')
  } catch {
    // Storage is blocked, or the browser does not want to: then pages simply need the network.
    return
  }
  tellWorker(location.pathname)
  // What was fetched before the worker took over went past it, also what was under way at that moment.
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    tellWorker(location.pathname)
    setTimeout(() => tellWorker(location.pathname), UNDER_WAY_MS)
  })
}

/** Files that were loaded before the worker was there, and the address that a change of chapter led to. */
export function tellWorker(page: string): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  void navigator.serviceWorker.ready.then(({ active }) => {
    const message = { type: 'keep', files: listFiles(), page }
    // A worker has no origin to name: the second argument of a window's postMessage is not there.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    active?.postMessage(message)
  })
}

function listFiles(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/assets/`))
}

export async function forgetPages(): Promise<void> {
  if (typeof caches === 'undefined') return
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith(PAGES)).map((name) => caches.delete(name)),
  )
}
