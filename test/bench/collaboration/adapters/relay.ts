import { HERE } from '../machine/paths'
import { type Adapter, portOf } from './adapter'

export const relay: Adapter = {
  name: 'ws relay (the floor)',
  protocol: 'relay',
  persistent: false,
  durable: false,
  skip: [
    'verify',
    'memory',
    'join',
    'durability',
    'durabilityload',
    'killrounds',
    'storm',
    'stormone',
    'revoke',
  ],
  start: ({ port }) => ({
    command: process.execPath,
    args: ['--import', 'tsx', `${HERE}machine/relay.ts`],
    env: { PORT: String(port) },
  }),
  url: (place) => `ws://127.0.0.1:${portOf(place)}/${place.room}`,
}
