import { useEffect, useRef } from 'react'
import { LiveSocket } from '../../connection/live-socket'
import { pageWayMemory } from '../../connection/way-memory'
import { type Change, listenForChanges } from './strategy-changes'

/** Calls back when somebody else, or the server, changed something of this strategy. Nothing is sent by this page. */
export function useStrategyChanges(strategyId: string, onChange: (what: Change) => void): void {
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    const address = new URL(
      `/collaboration/${encodeURIComponent(strategyId)}`,
      window.location.href,
    )
    address.protocol = address.protocol.replace('http', 'ws')
    address.search = 'schema=1&northing=1&listen=1'
    return listenForChanges({
      onChange: (what) => latest.current(what),
      openSocket: () => new LiveSocket(address, { memory: pageWayMemory() }),
    })
  }, [strategyId])
}
