// The composition root: the only file that knows everyone. Environment → database → stores → services → HTTP and sockets.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { Environment } from './env'
import { createExporters, type Exporters } from './exporters/exporters'
import { renderRoundCsv } from './exporters/round-report/render-round-csv'
import { renderRoundDocx } from './exporters/round-report/render-round-docx'
import { createApp } from './http/create-app'
import { PATIENCE } from './http/patience'
import { type ReadyCheck, countAnswers, createFigures } from './http/health'
import type { Log } from './http/log'
import { openBuild, openDevelopment } from './http/remix-build'
import { isSecure, readHttpSettings } from './http/settings'
import { createCompareAside } from './history/compare-aside'
import { createSignInLimits } from './http/sign-in-limits'
import { createUnsubscribeLimits } from './http/unsubscribe-limits'
import { sweepSessions } from './http/sweep-sessions'
import { type History, openHistory } from './open-history'
import { type LiveDocuments, openLiveDocuments } from './open-live-documents'
import { type Mail, openMail } from './open-mail'
import { createAnsweringStore } from './persistence/answering'
import { createEscalationStore } from './persistence/escalations'
import { createAmendmentStore } from './persistence/amendments'
import { createBlockStore } from './persistence/blocks'
import { createChallengeStore } from './persistence/challenges'
import type { Database } from './persistence/database'
import { createDecisionStore } from './persistence/decisions'
import { createAgreementStore } from './persistence/editions'
import { createFileStore } from './persistence/files'
import { createGlossaryStore } from './persistence/glossary'
import { createGuestStore } from './persistence/guests'
import { createComparisonStore } from './persistence/comparison'
import { createImportStore } from './persistence/imports'
import { createMetadataStore } from './persistence/metric-metadata'
import { createTargetStore } from './persistence/targets'
import { createLibraryStore } from './persistence/library'
import { createMetricSetStore } from './persistence/metric-sets'
import { createMetricStore } from './persistence/metrics'
import { createNoticeStore } from './persistence/notices'
import { createOutgoingMailStore } from './persistence/outgoing-mail'
import { createPeopleStore } from './persistence/people'
import { createRegistersStore } from './persistence/registers'
import { createRoundStore } from './persistence/rounds'
import { createSessionStore } from './persistence/sessions'
import { createSourceStore } from './persistence/sources'
import { createStrategyStore } from './persistence/strategies'
import { createSuggestionStore } from './persistence/suggestions'
import { createVisionStore } from './persistence/vision'
import { createThreadStore } from './persistence/threads'
import { createRedisBus } from './redis/redis-bus'
import { createFingertips } from './importers/fingertips/fetch-indicator'
import { type TableReader, createTableReader } from './importers/table/table-reader'
import { createWordReader, type WordReader } from './importers/word/word-reader'
import { startJobs } from './jobs/start-jobs'
import { listen, runProgram } from './run-program'
import { createAgreementServices } from './services/agreement/agreement-services'
import { createDecisionsServices } from './services/decisions/decisions-services'
import { createChallengesServices } from './services/challenges/challenges-services'
import { createAmendmentsServices } from './services/amendments/amendments-services'
import { createDiscussionServices } from './services/discussion/discussion-services'
import { createExportsServices } from './services/exports/exports-services'
import { createFilesServices } from './services/files/files-services'
import { createGlossaryServices } from './services/glossary/glossary-services'
import { createGuestsServices } from './services/guests/guests-services'
import { createHistoryServices } from './services/history/history-services'
import { keepAtSteps } from './services/history/keep-step'
import { createComparisonServices } from './services/comparison/comparison-services'
import { createImportsServices } from './services/imports/imports-services'
import { createAnsweringServices } from './services/answering/answering-services'
import { createMetricSetsServices } from './services/metric-sets/metric-sets-services'
import { createLibraryServices } from './services/library/library-services'
import { createTargetsServices } from './services/targets/targets-services'
import { createMetricsServices } from './services/metrics/metrics-services'
import { createRegistersServices } from './services/registers/registers-services'
import { createImportingServices } from './services/importing/importing-services'
import { createRoundsServices } from './services/rounds/rounds-services'
import { listReminders } from './services/notices/list-reminders'
import { mailDigests, mailNextNotice } from './services/notices/mail-notices'
import type { UnsubscribeLimits } from './services/notices/notice-store'
import { createNoticesServices } from './services/notices/notices-services'
import type { Services } from './services/services'
import type { SignInLimits } from './services/sign-in/sign-in-adapters'
import { createSignInServices } from './services/sign-in/sign-in-services'
import { createToken } from './services/sign-in/tokens'
import { createSourcesServices } from './services/sources/sources-services'
import { createStrategiesServices } from './services/strategies/strategies-services'
import { createSuggestionsServices } from './services/suggestions/suggestions-services'
import { createVisionServices } from './services/vision/vision-services'
import { createStorageGuard } from './storage-guard'

const now = () => new Date()
const ROUND_FILES = { csv: renderRoundCsv, docx: renderRoundDocx }

await runProgram(async ({ env, db, log, onStop }) => {
  const development = process.env['NODE_ENV'] !== 'production'
  const settings = readHttpSettings(env, development)
  const rows = openStores(db)
  const sessions = { ...rows, now, secure: isSecure(settings) }
  const figures = createFigures()
  const storage = createStorageGuard({ folder: env.dataDir, log, figures })
  onStop(async () => storage.close())
  await storage.look()
  const bus = env.redisUrl
    ? createRedisBus({ url: env.redisUrl, secret: env.sessionSecret, logger: log })
    : undefined
  if (bus) onStop(() => bus.close())
  const live = openLiveDocuments(db, { sessions, settings, log, figures, storage, bus })
  const history = openHistory(db, { live, log, now })
  const exporters = createExporters()
  const wordReader = createWordReader()
  onStop(() => wordReader.close())
  const tables = createTableReader()
  onStop(() => tables.close())
  await live.catchUp()
  const stores = {
    ...rows,
    ...history,
    documents: live.reader,
    notices: live.notices,
    exporters,
    wordReader,
    tables,
  }
  const limits = createSignInLimits(bus?.commands)
  const unsubscribeLimits = createUnsubscribeLimits(bus?.commands)
  const mail = openMail(env, { ...rows, now, log })
  const services = createServices(env, { ...stores, ...mail, limits, unsubscribeLimits }, log)
  const remix = development ? await openDevelopment(env.port + 1) : await openBuild()
  onStop(() => remix.close())
  onStop(sweepSessions({ ...rows, now, log }))
  const noticeParts = { ...rows, baseUrl: env.baseUrl, secret: env.sessionSecret, now }
  onStop(mail.start(() => mailNextNotice(noticeParts)))
  onStop(
    startJobs({
      databaseUrl: db.url,
      log,
      now,
      makeDigests: () => mailDigests(noticeParts),
      reminders: listReminders(services),
    }),
  )

  const checks: ReadyCheck[] = [
    { name: 'database', check: async () => void (await db.pool.query('SELECT 1')) },
  ]
  if (bus) checks.push({ name: 'redis', check: () => bus.check() })
  countAnswers(figures, checks)
  const answerLive = live.handleRequest
  const { isFull } = storage
  const parts = { settings, services, sessions, checks, figures, log, remix, answerLive, isFull }
  const app = createApp(parts)
  const server = createServer(PATIENCE, app)
  server.on('upgrade', live.handleUpgrade)
  onStop(await listen(server, env))
  onStop(() => live.close())
  history.start()
  await services.imports.resumeImports()
  onStop(() => history.close())
  onStop(() => exporters.close())
})

function openStores(db: Database) {
  return {
    sessions: createSessionStore(db),
    people: createPeopleStore(db),
    strategies: createStrategyStore(db),
    registers: createRegistersStore(db),
    blocks: createBlockStore(db),
    metrics: createMetricStore(db),
    imports: createImportStore(db),
    comparison: createComparisonStore(db),
    metadata: createMetadataStore(db),
    targets: createTargetStore(db),
    answering: createAnsweringStore(db),
    escalations: createEscalationStore(db),
    library: createLibraryStore(db),
    metricSets: createMetricSetStore(db),
    threads: createThreadStore(db),
    suggestions: createSuggestionStore(db),
    amendments: createAmendmentStore(db),
    agreement: createAgreementStore(db),
    decisions: createDecisionStore(db),
    sources: createSourceStore(db),
    files: createFileStore(db),
    vision: createVisionStore(db),
    glossary: createGlossaryStore(db),
    outgoingMail: createOutgoingMailStore(db),
    noticeStore: createNoticeStore(db),
    guests: createGuestStore(db),
    rounds: createRoundStore(db),
    challenges: createChallengeStore(db),
  }
}

interface Stores extends ReturnType<typeof openStores>, Omit<History, 'start' | 'close'> {
  readonly limits: SignInLimits
  readonly unsubscribeLimits: UnsubscribeLimits
  readonly mailer: Mail['mailer']
  readonly mailbox: Mail['mailbox']
  readonly documents: LiveDocuments['reader']
  readonly notices: LiveDocuments['notices']
  readonly exporters: Exporters
  readonly wordReader: WordReader
  readonly tables: TableReader
}

function createServices(env: Environment, stores: Stores, log: Log): Services {
  const complain = (error: unknown) => log.error({ err: error }, 'a later task failed')
  const history = createHistoryServices({ ...stores, now, newId: randomUUID })
  const { baseUrl } = env
  const compareTexts = createCompareAside(stores)
  const agreement = createAgreementServices({ ...stores, compareTexts, now, newId: randomUUID })
  return {
    signIn: createSignInServices({
      ...stores,
      demo: env.demo,
      baseUrl: env.baseUrl,
      now,
      createToken,
      later: (task) => void task().catch(complain),
    }),
    strategies: createStrategiesServices({ ...stores, now }),
    registers: createRegistersServices({ ...stores, now }),
    metrics: createMetricsServices({ ...stores, now, newId: randomUUID }),
    imports: createImportsServices({
      ...stores,
      fingertips: env.fingertipsUrl ? createFingertips({ baseUrl: env.fingertipsUrl }) : null,
      now,
      newId: randomUUID,
      later: (task) => void task().catch(complain),
    }),
    comparison: createComparisonServices({ ...stores, now }),
    targets: createTargetsServices({ ...stores, now, newId: randomUUID }),
    answering: createAnsweringServices({ ...stores, now, newId: randomUUID }),
    library: createLibraryServices({ ...stores, now, newId: randomUUID }),
    metricSets: createMetricSetsServices({ ...stores, now, newId: randomUUID }),
    discussion: createDiscussionServices({ ...stores, now, newId: randomUUID }),
    guests: createGuestsServices({
      ...stores,
      compareTexts,
      baseUrl,
      now,
      newId: randomUUID,
      createToken,
      later: (task) => void task().catch(complain),
    }),
    rounds: createRoundsServices({ ...stores, roundFiles: ROUND_FILES, now, newId: randomUUID }),
    challenges: createChallengesServices({ ...stores, now, newId: randomUUID }),
    decisions: createDecisionsServices({ ...stores, baseUrl, now, newId: randomUUID }),
    suggestions: createSuggestionsServices({ ...stores, now, newId: randomUUID }),
    amendments: createAmendmentsServices({ ...stores, now, newId: randomUUID }),
    agreement: keepAtSteps(agreement, (step) => history.keepStep(step), complain),
    history,
    exports: createExportsServices({ ...stores, now }),
    importing: createImportingServices(stores),
    sources: createSourcesServices({ ...stores, now, newId: randomUUID }),
    vision: createVisionServices({ ...stores, now, newId: randomUUID }),
    files: createFilesServices({ ...stores, now, newId: randomUUID }),
    notices: createNoticesServices({ ...stores, baseUrl, secret: env.sessionSecret, now }),
    glossary: createGlossaryServices({ ...stores, now, newId: randomUUID }),
  }
}
