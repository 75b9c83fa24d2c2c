import type { AppLoadContext } from '@remix-run/node'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { Actor } from '../../app/domain/access/actor'
import type { Services } from '../services/services'
import { Unavailable } from './handle-error'
import { type Log, loggablePath } from './log'
import { type ReadActorDeps, readActor } from './read-actor'
import { readRequestId } from './request-id'
import { readNonce } from './security-headers'
import { clearSessionCookie, issueSessionCookie, readSessionToken } from './session-cookie'
import { type HttpSettings, isSecure } from './settings'

interface ContextParts {
  readonly settings: HttpSettings
  readonly services: Services
  readonly log: Log
}

/** Pictures never change, and their addresses cannot be guessed: each says itself how long it may be kept. */
const PICTURE = /^\/files\/[^/]+$/u

/** Reads who is asking, once per request; what they see is then kept in no cache. */
export function identify(deps: ReadActorDeps): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    readActor(req.headers.cookie, deps).then(
      (actor) => {
        res.locals['actor'] = actor
        if (actor) {
          res.setHeader('Cache-Control', 'no-store')
          // For the page's own worker, which keeps pages of one person only.
          res.setHeader('Northing-Person', encodeURIComponent(actor.personId))
        }
        if (PICTURE.test(req.path)) res.removeHeader('Cache-Control')
        next()
      },
      // Without an answer from the database nobody is let in, and nobody is told they are signed out.
      (cause: unknown) => next(new Unavailable('the session could not be read', { cause })),
    )
  }
}

/** What loaders and actions are handed. */
export function buildLoadContext({ settings, services, log }: ContextParts) {
  const secure = isSecure(settings)
  return (req: Request, res: Response): AppLoadContext => ({
    actor: (res.locals['actor'] as Actor | null | undefined) ?? null,
    services,
    site: { demo: settings.demo, publicUrl: settings.baseUrl },
    cspNonce: readNonce(res),
    requestId: readRequestId(res),
    clientAddress: req.ip ?? 'unknown',
    sessionCookie: {
      token: readSessionToken(req.headers.cookie, secure),
      issue: (token) => issueSessionCookie(token, secure),
      clear: () => clearSessionCookie(secure),
    },
    reportError: (error) =>
      log.error(
        {
          err: error,
          requestId: readRequestId(res),
          method: req.method,
          path: loggablePath(req.originalUrl),
        },
        'page failed',
      ),
  })
}
