import { type AddressInfo, type Socket, createServer } from 'node:net'

export interface ReceivedMail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly unsubscribe: string
  readonly unsubscribePost: string
}

/** A mail server that takes what it is given, over real sockets; it can be away. */
export interface MailServer {
  readonly port: number
  readonly mails: ReceivedMail[]
  /** Cuts every connection and takes none until it resumes. */
  pause(): Promise<void>
  resume(): Promise<void>
  stop(): Promise<void>
}

interface MailServerOptions {
  readonly port: number
  /** An address this server does not know. */
  readonly refuses?: string
}

export async function startMailServer({ port: wanted, refuses }: MailServerOptions): Promise<MailServer> {
  const mails: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    converse(socket, { refuses, onMail: (mail) => mails.push(mail) })
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(wanted)
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  return { port, mails, pause: close, resume: () => listen(port), stop: close }
}

interface Conversation {
  readonly refuses: string | undefined
  readonly onMail: (mail: ReceivedMail) => void
}

/** As much of SMTP as a client needs to hand over plain mail. */
function converse(socket: Socket, { refuses, onMail }: Conversation): void {
  let buffered = ''
  let to = ''
  let data: string[] | null = null
  const say = (line: string) => socket.write(`${line}\r\n`)
  const take = (line: string) => {
    if (data) {
      if (line !== '.') return void data.push(line)
      onMail({
        to,
        subject: headerOf(data, 'Subject'),
        id: headerOf(data, 'Message-ID'),
        unsubscribe: headerOf(data, 'List-Unsubscribe'),
        unsubscribePost: headerOf(data, 'List-Unsubscribe-Post'),
      })
      data = null
      return say('250 taken')
    }
    const command = line.toUpperCase()
    if (command.startsWith('RCPT')) {
      to = /<(.*)>/.exec(line)?.[1] ?? ''
      return say(to === refuses ? '550 no such person' : '250 fine')
    }
    if (command === 'DATA') data = []
    if (command === 'DATA') return say('354 go on')
    say(command === 'QUIT' ? '221 bye' : '250 fine')
  }
  say('220 ready')
  socket.on('data', (bytes) => {
    const lines = (buffered + bytes.toString('utf8')).split('\r\n')
    buffered = lines.pop() ?? ''
    for (const line of lines) take(line)
  })
}

/** A long one goes on in lines that begin with a space. */
function headerOf(lines: readonly string[], name: string): string {
  const at = lines.findIndex((line) => line.startsWith(`${name}:`))
  if (at < 0) return ''
  const rest = lines.slice(at + 1)
  const end = rest.findIndex((line) => !/^[ \t]/.test(line))
  const folded = rest.slice(0, end < 0 ? rest.length : end)
  return [lines[at]?.slice(name.length + 1) ?? '', ...folded].map((line) => line.trim()).join('')
}
