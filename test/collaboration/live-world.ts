import { createServer, type Server } from 'node:http'
import { createToken, hashToken } from '../../server/services/sign-in/tokens'
import * as Y from 'yjs'
import { createDocument } from '../../app/document/create'
import { buildContent } from '../build/build-content'
import {
  type CollaborationServer,
  createCollaborationServer,
} from '../../server/collaboration/collaboration-server'
import type { LiveDocument } from '../../server/collaboration/room-keeper'
import type { UpdateLog } from '../../server/collaboration/update-log'
import { PATIENCE } from '../../server/http/patience'
import { isOwnOrigin } from '../../server/http/own-origin'
import { readActor } from '../../server/http/read-actor'
import { readSessionToken } from '../../server/http/session-cookie'
import type { Database } from '../../server/persistence/database'
import { createLiveStrategies } from '../../server/persistence/live-strategies'
import { createPeopleStore } from '../../server/persistence/people'
import { createSessionStore } from '../../server/persistence/sessions'
import { listenForRights } from '../../server/persistence/rights-listener'
import { readHeads } from '../../server/persistence/read-heads'
import { createUpdateLog } from '../../server/persistence/update-log'
import { createRedisBus } from '../../server/redis/redis-bus'

export const STRATEGY = 'strategy-1'
export const DOCUMENT = 'doc-1'
export const PEOPLE = ['chair', 'editor', 'reviewer', 'viewer', 'stranger'] as const
export type PersonName = (typeof PEOPLE)[number]

/** The real modules around a small partnership: a chair, an editor, a reviewer, a viewer, and a stranger from elsewhere. */
export interface LiveWorld {
  readonly db: Database
  readonly log: UpdateLog
  readonly collaboration: CollaborationServer
  readonly committed: LiveDocument[]
  readonly complaints: string[]
  /** ws://127.0.0.1:port/collaboration */
  readonly url: string
  readonly port: number
  readonly cookies: Record<PersonName, string>
  stop(): Promise<void>
}

export async function startWorld(db: Database, options: WorldOptions = {}): Promise<LiveWorld> {
  const cookies = await populate(db)
  const log = options.log ?? createUpdateLog(db)
  const committed: LiveDocument[] = []
  const complaints: string[] = []
  const note = (_fields: object, message: string) => void complaints.push(message)
  const sessions = {
    sessions: createSessionStore(db),
    people: createPeopleStore(db),
    now: () => new Date(),
    secure: false,
  }
  const strategies = createLiveStrategies(db)
  const find = (cookie: string) => readActor(cookie, sessions)
  const findActor = options.remembersActors ? remember(find) : find
  const findLive = options.remembersActors ? remember(strategies.findLive) : strategies.findLive
  const logger = { info: () => undefined, warn: note, error: note }
  const bus = options.redisUrl
    ? createRedisBus({ url: options.redisUrl, secret: db.url, logger })
    : undefined
  const collaboration = createCollaborationServer({
    log,
    extraRoots: options.extraRoots ?? new Set(['words', 'paste']),
    socketsPerPerson: options.socketsPerPerson,
    strategies: { findLive },
    readActor: (request) => findActor(request.headers.cookie ?? ''),
    readSession: (request) => readSessionToken(request.headers.cookie, false),
    isOwnOrigin: (request) => isOwnOrigin(request, { publicUrl: null }),
    now: () => new Date(),
    logger,
    onCommitted: (document) => committed.push(document),
    nodes: bus && { bus, readHeads: (ids) => readHeads(db, ids) },
  })
  const hearer = {
    person: (personId: string) => void collaboration.recheck(personId),
    frozen: (documentId: string) => void collaboration.frozen(documentId),
    restored: () => void collaboration.recheckAll(),
  }
  const rights = options.hearsRights ? listenForRights(db.url, hearer, logger) : null
  const server = createServer(PATIENCE, (request, response) => {
    if (!collaboration.handleRequest(request, response)) response.end('ok')
  })
  server.on('upgrade', collaboration.handleUpgrade)
  const port = await listen(server, options.port ?? 0)
  return {
    db,
    log,
    collaboration,
    committed,
    complaints,
    port,
    url: `ws://127.0.0.1:${port}/collaboration`,
    cookies,
    async stop() {
      await rights?.close()
      await collaboration.close()
      await bus?.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export interface WorldOptions {
  /** None: what a strategy holds and nothing else, as in production. */
  readonly extraRoots?: ReadonlySet<string>
  readonly socketsPerPerson?: number
  readonly port?: number
  readonly log?: UpdateLog
  /** Hears from the database what happens to rights, as the program does. */
  readonly hearsRights?: boolean
  /** Joins this node with the others at that Redis. */
  readonly redisUrl?: string | undefined
  /** Asks the database for each cookie once: for tests that open thousands of sockets. */
  readonly remembersActors?: boolean
}

function remember<T>(find: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const found = new Map<string, Promise<T>>()
  return (key) => {
    const answer = found.get(key) ?? find(key)
    found.set(key, answer)
    return answer
  }
}

/** The document as it is in the log, read without the server. */
export async function readStored(log: UpdateLog): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const stored = await log.load(DOCUMENT)
  for (const part of stored?.snapshot?.parts ?? []) Y.applyUpdate(doc, part)
  for (const { bytes } of stored?.tail ?? []) Y.applyUpdate(doc, bytes)
  return doc
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

async function populate(db: Database): Promise<Record<PersonName, string>> {
  if ((await db.prisma.partnership.count()) === 0) await createPartnerships(db)
  const cookies = await Promise.all(
    PEOPLE.map(async (name) => [name, await signIn(db, `person-${name}`)] as const),
  )
  return Object.fromEntries(cookies) as Record<PersonName, string>
}

async function createPartnerships(db: Database): Promise<void> {
  for (const id of ['here', 'elsewhere']) {
    await db.prisma.partnership.create({
      data: {
        id,
        name: id,
        organisations: {
          create: { id: `org-${id}`, name: `Organisation ${id}`, shortName: id, type: 'council' },
        },
      },
    })
  }
  for (const name of PEOPLE) {
    const partnershipId = name === 'stranger' ? 'elsewhere' : 'here'
    const role = name === 'stranger' ? 'chair' : name
    const validFrom = new Date('2020-01-01')
    const membership = {
      id: `m-${name}`,
      partnershipId,
      organisationId: `org-${partnershipId}`,
      role,
      validFrom,
    }
    const person = { id: `person-${name}`, name: `The ${name}`, email: `${name}@live.example` }
    await db.prisma.person.create({ data: { ...person, memberships: { create: membership } } })
  }
  await createStrategy(db)
}

async function createStrategy(db: Database): Promise<void> {
  await db.prisma.liveDocument.create({ data: { id: DOCUMENT } })
  const horizon = {
    horizonFrom: 2026,
    horizonTo: 2031,
    slug: 'live',
    state: 'drafting',
    kind: 'icp',
  }
  await db.prisma.strategy.create({
    data: { id: STRATEGY, partnershipId: 'here', title: 'Live', documentId: DOCUMENT, ...horizon },
  })
  const doc = createDocument(buildContent(), { clientId: 1 })
  const updates = [{ bytes: Y.encodeStateAsUpdate(doc), personId: null }]
  const log = createUpdateLog(db)
  await log.claimClients([{ documentId: DOCUMENT, clientId: 1, personId: null }])
  await log.append([{ documentId: DOCUMENT, updates }])
}

export async function signIn(db: Database, personId: string): Promise<string> {
  const token = createToken()
  const id = hashToken(token)
  const expiresAt = new Date(Date.now() + 3_600_000)
  await db.prisma.session.create({ data: { id, personId, expiresAt, lastSeenAt: new Date() } })
  return `northing=${token}`
}
