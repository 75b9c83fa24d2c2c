// @ts-nocheck: the peers are installed when they are first compared
// The peers' pages, their live server, and the text they are filled with; prints its port.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import ws from 'ws'
import { setupWSConnection } from '@y/websocket-server/utils'

const [pages, content] = process.argv.slice(2)
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
}

const http = createServer(async (request, response) => {
  const path = new URL(request.url, 'http://x').pathname
  const file = path.startsWith('/content/') ? join(content, path.slice(9)) : join(pages, path)
  try {
    const bytes = await readFile(file)
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    response.end(bytes)
  } catch {
    response.writeHead(404).end()
  }
})
// The server of the peers brings an old `ws`.
const sockets = new (ws.WebSocketServer ?? ws.Server)({ server: http })
sockets.on('connection', setupWSConnection)
http.listen(0, '127.0.0.1', () => console.log(http.address().port))
