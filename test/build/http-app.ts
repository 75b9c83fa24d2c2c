import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { createApp } from '../../server/http/create-app'
import { createFigures } from '../../server/http/health'
import { type HttpSettings, isSecure } from '../../server/http/settings'
import { createSignInLimits } from '../../server/http/sign-in-limits'
import { createUnsubscribeLimits } from '../../server/http/unsubscribe-limits'
import { createChallengeStore } from '../../server/persistence/challenges'
import { createDecisionStore } from '../../server/persistence/decisions'
import { createBlockStore } from '../../server/persistence/blocks'
import type { Database } from '../../server/persistence/database'
import { createAgreementStore } from '../../server/persistence/editions'
import { createFileStore } from '../../server/persistence/files'
import { createNoticeStore } from '../../server/persistence/notices'
import { createMetricStore } from '../../server/persistence/metrics'
import { createPeopleStore } from '../../server/persistence/people'
import { createRegistersStore } from '../../server/persistence/registers'
import { createSessionStore } from '../../server/persistence/sessions'
import { createSourceStore } from '../../server/persistence/sources'
import { createStrategyStore } from '../../server/persistence/strategies'
import { createThreadStore } from '../../server/persistence/threads'
import { createAgreementServices } from '../../server/services/agreement/agreement-services'
import { createChallengesServices } from '../../server/services/challenges/challenges-services'
import { createDecisionsServices } from '../../server/services/decisions/decisions-services'
import { createDiscussionServices } from '../../server/services/discussion/discussion-services'
import { createFilesServices } from '../../server/services/files/files-services'
import { createNoticesServices } from '../../server/services/notices/notices-services'
import type { Services } from '../../server/services/services'
import type { Mail } from '../../server/services/sign-in/sign-in-adapters'
import { createSourcesServices } from '../../server/services/sources/sources-services'
import { createSignInServices } from '../../server/services/sign-in/sign-in-services'
import { createToken } from '../../server/services/sign-in/tokens'
import { createStrategiesServices } from '../../server/services/strategies/strategies-services'
import { seededDatabase } from './database'
import { buildPages } from './pages'
import { openRounds } from './rounds'

export const SHELL_ROUTES = [
  'routes/$.tsx',
  'routes/_index.tsx',
  'routes/account.tsx',
  'routes/demo.mail.tsx',
  'routes/demo.sign-in.tsx',
  'routes/files.$fileId.tsx',
  'routes/sign-in.tsx',
  'routes/sign-in_.$token.tsx',
  'routes/sign-out.tsx',
  'routes/strategies.$strategyId.files.tsx',
  'routes/strategies.$strategyId.sources.tsx',
  'routes/strategies.$strategyId.tsx',
  'routes/unsubscribe.$token.tsx',
]

interface HttpAppOptions {
  readonly settings?: Partial<HttpSettings>
  /** Stands in for whole areas. */
  readonly services?: { readonly [Area in keyof Services]?: Partial<Services[Area]> }
}

/** Before the first test of a file: the demonstration's database is made and the pages are loaded, which takes its time. */
export async function prepareHttpApp(): Promise<Database> {
  const [db] = await Promise.all([seededDatabase(), buildPages(SHELL_ROUTES)])
  return db
}

/** The real HTTP side on a real database, with a clock that tests move, mail that is kept, and a log that can be read. */
export async function startHttpApp(db: Database, options: HttpAppOptions = {}) {
  const clock = { now: new Date() }
  const mails: Mail[] = []
  const tasks: Promise<void>[] = []
  const logged: string[] = []
  const settings: HttpSettings = {
    publicUrl: null,
    baseUrl: 'http://localhost:3000',
    development: false,
    demo: true,
    metricsToken: null,
    ...options.settings,
  }
  const now = () => clock.now
  const stores = {
    sessions: createSessionStore(db),
    people: createPeopleStore(db),
    strategies: createStrategyStore(db),
    registers: createRegistersStore(db),
    blocks: createBlockStore(db),
    metrics: createMetricStore(db),
    agreement: createAgreementStore(db),
    threads: createThreadStore(db),
    files: createFileStore(db),
    sources: createSourceStore(db),
    documents: { read: () => Promise.reject(new Error('These tests open no document.')) },
    notices: { changed: () => undefined, freeze: () => undefined },
    compareTexts: () => Promise.reject(new Error('These tests compare no texts.')),
    baseUrl: settings.baseUrl,
    now,
    newId: randomUUID,
  }
  const services = {
    strategies: createStrategiesServices(stores),
    agreement: createAgreementServices(stores),
    discussion: createDiscussionServices(stores),
    files: createFilesServices(stores),
    sources: createSourcesServices(stores),
    decisions: createDecisionsServices({ ...stores, decisions: createDecisionStore(db) }),
    challenges: createChallengesServices({ ...stores, challenges: createChallengeStore(db) }),
    rounds: openRounds(db, clock).rounds,
    notices: createNoticesServices({
      ...stores,
      noticeStore: createNoticeStore(db),
      unsubscribeLimits: createUnsubscribeLimits(),
      secret: 'a secret of the tests',
    }),
    signIn: createSignInServices({
      ...stores,
      mailer: { send: async (mail) => void mails.push(mail) },
      mailbox: { list: async () => mails.map((mail) => ({ ...mail, sentAt: clock.now.toISOString() })) },
      limits: createSignInLimits(),
      demo: settings.demo,
      baseUrl: settings.baseUrl,
      now,
      createToken,
      later: (task) => void tasks.push(task()),
    }),
    ...options.services,
    // The routes under test ask for no other area.
  } as Services
  const app = createApp({
    settings,
    services,
    sessions: { ...stores, now, secure: isSecure(settings) },
    checks: [{ name: 'database', check: async () => void (await db.pool.query('SELECT 1')) }],
    figures: createFigures(),
    log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }),
    remix: { build: await buildPages(SHELL_ROUTES), middleware: null, close: async () => undefined },
    answerLive: () => false,
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const url = `http://${host}`
  const send = (path: string, init: RequestInit = {}) => fetch(url + path, { redirect: 'manual', ...init })
  return {
    url,
    host,
    clock,
    mails,
    logged,
    /** Waits for what people do not wait for, such as mail. */
    settle: () => Promise.all(tasks.splice(0)),
    get: (path: string, headers: Record<string, string> = {}) =>
      send(path, { headers: { accept: 'text/html', ...headers } }),
    post: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      send(path, { method: 'POST', body: new URLSearchParams(fields), headers: { accept: 'text/html', ...headers } }),
    /** Signs in by the demonstration; the answer is the Cookie header. */
    async signIn(email: string, headers: Record<string, string> = {}): Promise<string> {
      const answer = await send('/demo/sign-in', {
        method: 'POST',
        body: new URLSearchParams({ email }),
        headers,
      })
      return readCookie(answer)
    },
  }
}

export type HttpApp = Awaited<ReturnType<typeof startHttpApp>>

export function readCookie(answer: Response): string {
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`No cookie was set: ${answer.status}`)
  return cookie
}
