import { Client } from 'pg'

/** What the database tells every node the moment it is committed. */
export interface RightsHearer {
  /** Their session, role, membership or suspension changed. */
  person(personId: string): void
  frozen(documentId: string): void
  /** The connection was lost for a while: anything may have been missed. */
  restored(): void
}

export interface RightsListener {
  close(): Promise<void>
}

interface Logger {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

const CHANNEL = 'northing_rights'
const RETRY_MS = 500
const PULSE_MS = 10_000
const PULSE_PATIENCE_MS = 5_000

/** Listens on a connection of its own, and opens another when that one is lost. */
export function listenForRights(url: string, hearer: RightsHearer, logger: Logger): RightsListener {
  let client: Client | null = null
  let isClosed = false
  let wasLost = false
  let timer: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const opened = new Client({ connectionString: url, keepAlive: true })
    client = opened
    opened.on('error', () => lose(opened))
    opened.on('end', () => lose(opened))
    opened.on('notification', ({ payload }) => tell(hearer, payload ?? ''))
    try {
      await opened.connect()
      await opened.query(`LISTEN ${CHANNEL}`)
    } catch {
      lose(opened)
      return
    }
    if (wasLost) {
      logger.info({}, 'changes of rights are heard again')
      hearer.restored()
    }
    wasLost = false
    feelPulse(opened)
  }

  /** A network that lets nothing through breaks no connection. */
  function feelPulse(opened: Client): void {
    timer = setTimeout(() => {
      const patience = setTimeout(() => lose(opened), PULSE_PATIENCE_MS)
      opened.query('SELECT 1').then(
        () => {
          clearTimeout(patience)
          if (client === opened && !isClosed) feelPulse(opened)
        },
        () => {
          clearTimeout(patience)
          lose(opened)
        },
      )
    }, PULSE_MS).unref()
  }

  function lose(lost: Client): void {
    if (client !== lost || isClosed) return
    client = null
    clearTimeout(timer)
    lost.end().catch(() => undefined)
    if (!wasLost) logger.warn({}, 'changes of rights are not heard: the database is away')
    wasLost = true
    timer = setTimeout(() => void connect(), RETRY_MS).unref()
  }

  void connect()
  return {
    async close() {
      isClosed = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}

function tell(hearer: RightsHearer, payload: string): void {
  const [kind, ...rest] = payload.split(' ')
  const id = rest.join(' ')
  if (kind === 'person') hearer.person(id)
  else if (kind === 'document') hearer.frozen(id)
}
