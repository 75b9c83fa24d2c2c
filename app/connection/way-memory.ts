/** How messages travel: by a socket, or by requests where the network blocks those. */
export type Way = 'socket' | 'requests'

const KEY = 'northing-way'
/** After so long a socket is tried again: people carry their computers from network to network. */
const RETRY_AFTER_MS = 10 * 60_000
const FAILURES_BEFORE_REQUESTS = 2

export interface WayStore {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** What this page, and this tab before a reload, found out about the network. */
export class WayMemory {
  private failures = 0

  constructor(
    private readonly store: WayStore,
    private readonly now: () => number = Date.now,
  ) {}

  choose(): Way {
    return this.isBlocked || this.failures >= FAILURES_BEFORE_REQUESTS ? 'requests' : 'socket'
  }

  get isBlocked(): boolean {
    const since = Number(this.store.getItem(KEY) ?? Number.NaN)
    return this.now() - since < RETRY_AFTER_MS
  }

  socketFailed(): void {
    this.failures += 1
  }

  /** Neither way works, so nothing is known about sockets: the server or the network is away. */
  requestsFailed(): void {
    if (!this.isBlocked) this.failures = 0
  }

  socketWorks(): void {
    this.failures = 0
    this.store.removeItem(KEY)
  }

  /** Requests came through where, just now, a socket did not. */
  socketIsBlocked(): void {
    this.store.setItem(KEY, String(this.now()))
  }
}

export const RETRY_SOCKET_MS = RETRY_AFTER_MS

let ofThisPage: WayMemory | null = null

/** One for all connections of a page, kept by the tab. */
export function pageWayMemory(): WayMemory {
  ofThisPage ??= new WayMemory(openStore())
  return ofThisPage
}

/** A browser that keeps nothing for a tab finds out anew after each reload. */
function openStore(): WayStore {
  try {
    sessionStorage.getItem(KEY)
    return sessionStorage
  } catch {
    const kept = new Map<string, string>()
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    }
  }
}
