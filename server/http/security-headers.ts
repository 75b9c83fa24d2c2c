import { randomBytes } from 'node:crypto'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { type HttpSettings, isSecure } from './settings'

/** A fresh nonce for every response: only scripts we wrote into this page run. */
export function setNonce(_req: Request, res: Response, next: NextFunction): void {
  res.locals['cspNonce'] = randomBytes(16).toString('base64')
  next()
}

export function readNonce(res: Response): string {
  return String(res.locals['cspNonce'])
}

export function securityHeaders(settings: HttpSettings): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", (_req, res) => `'nonce-${nonceOf(res)}'`],
        // React and React Aria place things by style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", socketSources(settings)].flat(),
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: isSecure(settings) ? [] : null,
      },
    },
    // `no-referrer` makes browsers send `Origin: null` with forms, which the origin check must refuse.
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    crossOriginEmbedderPolicy: false,
  })
}

/** Older Safari does not count a socket to our own host as `'self'`; in development Vite's socket has its own port. */
function socketSources({ publicUrl, development }: HttpSettings): string[] {
  if (publicUrl) return [`${publicUrl.protocol === 'https:' ? 'wss' : 'ws'}://${publicUrl.host}`]
  return development ? ['ws:'] : []
}

function nonceOf(res: object): string {
  const locals = 'locals' in res ? res.locals : null
  const nonce = typeof locals === 'object' && locals !== null && 'cspNonce' in locals
  return nonce ? String(locals.cspNonce) : 'none'
}
