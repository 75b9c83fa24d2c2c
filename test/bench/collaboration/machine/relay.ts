// The physical limit: passes frames on to the others of a room and never looks inside.
import { createServer } from 'node:http'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'

const rooms = new Map<string, Set<WebSocket>>()
const server = createServer((_request, response) => response.end('ok'))
const sockets = new WebSocketServer({ server, perMessageDeflate: false, maxPayload: 64 << 20 })

sockets.on('connection', (socket, { url = '' }) => {
  const members = rooms.get(url) ?? new Set<WebSocket>()
  rooms.set(url, members.add(socket))
  socket.on('message', (data: RawData) => {
    for (const member of members)
      if (member !== socket && member.readyState === member.OPEN) member.send(data)
  })
  socket.on('close', () => members.delete(socket))
  socket.on('error', () => socket.terminate())
})
server.listen(Number(process.env['PORT']), '127.0.0.1')
