import type { Adapter } from './adapter'
import { hocuspocusRedis, hocuspocusSqlite } from './hocuspocus'
import { ours, oursOnTwoNodes } from './ours'
import { relay } from './relay'
import { yWebsocketServer } from './y-websocket-server'

export const ADAPTERS: Readonly<Record<string, Adapter>> = {
  relay,
  'yws-leveldb': yWebsocketServer,
  'hocus-sqlite': hocuspocusSqlite,
  'hocus-redis-2': hocuspocusRedis,
  ours,
  'ours-2': oursOnTwoNodes,
}

export function findAdapter(name: string): Adapter {
  const adapter = ADAPTERS[name]
  if (!adapter)
    throw new Error(`No server is called ${name}; there are ${Object.keys(ADAPTERS).join(', ')}.`)
  return adapter
}
