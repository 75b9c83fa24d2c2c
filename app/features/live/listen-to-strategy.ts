import { LiveSocket } from '../../connection/live-socket'
import { pageWayMemory } from '../../connection/way-memory'
import { type Change, listenForChanges } from './strategy-changes'

/** Opens a line that only listens; the answer closes it. */
export function listenToStrategy(strategyId: string, onChange: (what: Change) => void): () => void {
  const address = new URL(`/collaboration/${encodeURIComponent(strategyId)}`, window.location.href)
  address.protocol = address.protocol.replace('http', 'ws')
  address.search = 'schema=1&northing=1&listen=1'
  return listenForChanges({
    onChange,
    openSocket: () => new LiveSocket(address, { memory: pageWayMemory() }),
  })
}
