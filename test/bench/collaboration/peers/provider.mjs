// @ts-nocheck: these packages are installed only when the peers are compared.
// Hocuspocus' own client: joins a document, types a word and prints the text it then sees. `provider.mjs URL DOCUMENT`
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

const [, , url = '', name = ''] = process.argv
const document = new Y.Doc()
const websocketProvider = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket })
const provider = new HocuspocusProvider({ websocketProvider, name, document, token: 'bench' })
provider.attach()
await new Promise((resolve) => setTimeout(resolve, 800))
document.getMap('chapters').set('provider', new Y.Map([['title', new Y.Text('provider')]]))
await new Promise((resolve) => setTimeout(resolve, 1500))
console.log(JSON.stringify(document.getMap('chapters').toJSON()))
process.exit(0)
