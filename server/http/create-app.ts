import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import compression from 'compression'
import express, { type Express } from 'express'
import type { Registry } from 'prom-client'
import type { Services } from '../services/services'
import { capBody, guardOrigin, settleHost } from './guard-requests'
import { handleError } from './handle-error'
import { type ReadyCheck, healthRoutes } from './health'
import { buildLoadContext, identify } from './load-context'
import type { Log } from './log'
import { logRequests } from './log-requests'
import type { ReadActorDeps } from './read-actor'
import { refuseWhenFull } from './refuse-when-full'
import type { RemixBuild } from './remix-build'
import { setRequestId } from './request-id'
import { securityHeaders, setNonce } from './security-headers'
import { serveFiles } from './serve-files'
import type { HttpSettings } from './settings'
import { tellVersion } from './tell-version'

export interface AppParts {
  readonly settings: HttpSettings
  readonly services: Services
  readonly sessions: ReadActorDeps
  readonly checks: readonly ReadyCheck[]
  readonly figures: Registry
  readonly log: Log
  readonly remix: RemixBuild
  /** Answers what pages send where sockets are blocked; false for any other request. */
  readonly answerLive: (request: IncomingMessage, response: ServerResponse) => boolean
  /** There is no space to write anything. Absent: there always is. */
  readonly isFull?: () => boolean
}

/** Every request in the order it passes: named, guarded, answered by a file, or by a page for whoever asks. */
export function createApp({
  settings,
  services,
  sessions,
  log,
  remix,
  answerLive,
  isFull,
  ...health
}: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  // Addresses are taken from a proxy only where one is announced by PUBLIC_URL.
  app.set('trust proxy', settings.publicUrl ? 'loopback, linklocal, uniquelocal' : false)

  app.use(setRequestId, setNonce, securityHeaders(settings), settleHost(settings))
  app.use(healthRoutes({ settings, ...health }))
  app.get('/version', tellVersion(remix))
  app.use(logRequests(log, health.figures))
  app.use(guardOrigin(settings))
  // Before the cap on forms: an edit may be larger, and is capped as on a socket.
  app.use((req, res, next) => void (answerLive(req, res) || next()))
  if (isFull) app.use(refuseWhenFull(isFull))
  app.use(capBody)
  app.use(compression())
  if (remix.middleware) app.use(remix.middleware)
  app.use(serveFiles())
  app.use(identify(sessions))
  app.all(
    '*',
    createRequestHandler({
      build: remix.build,
      mode: settings.development ? 'development' : 'production',
      getLoadContext: buildLoadContext({ settings, services, log }),
    }),
  )
  app.use(handleError(log))
  return app
}
