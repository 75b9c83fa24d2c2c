import { PEERS_FOLDER } from '../machine/paths'
import { type Adapter, portOf } from './adapter'

export const yWebsocketServer: Adapter = {
  name: '@y/websocket-server 0.1.1 + y-leveldb',
  protocol: 'y-websocket',
  persistent: true,
  durable: true,
  persistWaitMs: 3_000,
  skip: ['revoke'],
  start: ({ port, dataDir }) => ({
    command: process.execPath,
    args: ['node_modules/@y/websocket-server/src/server.js'],
    cwd: PEERS_FOLDER,
    env: { PORT: String(port), HOST: '127.0.0.1', YPERSISTENCE: `${dataDir}/leveldb` },
  }),
  url: (place) => `ws://127.0.0.1:${portOf(place)}/${place.room}`,
}
