import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { judgeOrigin } from './own-origin'
import { sendPlainError } from './plain-error'
import type { HttpSettings } from './settings'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/** The largest form or JSON a page sends; a document travels over the socket. */
const MAX_BODY_BYTES = 1024 * 1024

/** Where files are sent, and how large they may be there. */
const ROOMIER: readonly { readonly path: RegExp; readonly megabytes: number }[] = [
  { path: /^\/strategies\/[^/]+\/word-file(?:\.data)?$/u, megabytes: 20 },
  { path: /^\/strategies\/[^/]+\/metrics\/import(?:\.data)?$/u, megabytes: 31 },
  { path: /^\/strategies\/[^/]+\/files$/u, megabytes: 6 },
  // The files that prove a sign-off come with it.
  { path: /^\/strategies\/[^/]+\/agreement(?:\.data)?$/u, megabytes: 12 },
]

/** Settles who we are before anything reads it: forwarded names are what anybody may write. */
export function settleHost({ publicUrl }: HttpSettings): RequestHandler {
  return (req, _res, next) => {
    delete req.headers['x-forwarded-host']
    if (publicUrl) req.headers.host = publicUrl.host
    next()
  }
}

/**
 * In front of every unsafe method, resource routes included: only our own pages, and programs, may change anything.
 * `text/plain` is the one body a foreign form can send that looks like JSON.
 */
export function guardOrigin({ publicUrl }: HttpSettings): RequestHandler {
  return (req, res, next) => {
    if (SAFE_METHODS.includes(req.method)) return next()
    const foreign = judgeOrigin(req.headers, publicUrl) === 'foreign'
    if (!foreign && !req.is('text/plain')) return next()
    return sendPlainError(req, res, {
      status: 403,
      code: 'foreign_origin',
      title: 'That did not come from a page of Northing',
      message:
        'The request was refused and nothing was changed. Open Northing itself and do it there.',
    })
  }
}

/** A body must say how long it is, so that a large one is refused before it is read. */
export function capBody(req: Request, res: Response, next: NextFunction): void {
  if (SAFE_METHODS.includes(req.method)) return next()
  if (req.headers['transfer-encoding'] !== undefined) {
    return sendPlainError(req, res, {
      status: 411,
      code: 'length_required',
      title: 'The request does not say how long it is',
      message: 'The request was refused and nothing was changed.',
    })
  }
  const room = ROOMIER.find(({ path }) => path.test(req.path))?.megabytes
  const max = room === undefined ? MAX_BODY_BYTES : room * 1024 * 1024
  if (Number(req.headers['content-length'] ?? 0) > max) {
    return sendPlainError(req, res, {
      status: 413,
      code: 'too_large',
      title: 'That is too much at once',
      message: `More than ${room ?? 1} MB was sent, so nothing was changed. Go back, shorten it and try again.`,
    })
  }
  return next()
}
