/** The part of a y-websocket provider that decides when it tries again. */
export interface Returning {
  maxBackoffTime: number
  wsUnsuccessfulReconnects: number
  on(event: 'connection-close', act: () => void): void
}

const FIRST_MS = 100

/**
 * Everybody loses a server in the same instant. Each page waits between half and all of what y-websocket would,
 * so that they do not all come back in the same instant as well.
 */
export function spreadReturns(provider: Returning, longestMs: number, random = Math.random): void {
  provider.on('connection-close', () => {
    // y-websocket counts this attempt, and looks at the limit, right after it has told of it.
    const planned = Math.min(FIRST_MS * 2 ** (provider.wsUnsuccessfulReconnects + 1), longestMs)
    provider.maxBackoffTime = planned * (0.5 + random() / 2)
  })
}
