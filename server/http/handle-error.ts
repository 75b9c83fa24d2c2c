import type { ErrorRequestHandler } from 'express'
import type { Log } from './log'
import { loggablePath } from './log'
import { sendPlainError } from './plain-error'
import { readRequestId } from './request-id'

/** Thrown where something Northing needs did not answer. */
export class Unavailable extends Error {}

/** The last stop: the log gets everything, the person a sentence and a reference, never a stack. */
export function handleError(log: Log): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  // oxlint-disable-next-line max-params
  return (error: unknown, req, res, next) => {
    log.error(
      {
        err: error,
        requestId: readRequestId(res),
        method: req.method,
        path: loggablePath(req.originalUrl),
      },
      'request failed',
    )
    if (res.headersSent) return next(error)
    return sendPlainError(req, res, wordsFor(error))
  }
}

function wordsFor(error: unknown) {
  if (error instanceof Unavailable) {
    return {
      status: 503,
      code: 'unavailable',
      title: 'Northing cannot answer at the moment',
      message:
        'Something Northing needs is not answering. Everything that showed as saved is safe. Try again in a minute.',
    }
  }
  if (isBadRequest(error)) {
    return {
      status: 400,
      code: 'bad_request',
      title: 'That address cannot be read',
      message: 'Nothing was changed. Check the address, or go to your start page.',
    }
  }
  return {
    status: 500,
    code: 'internal',
    title: 'Something went wrong in Northing',
    message:
      'This is our fault, not yours, and has been recorded. Everything that showed as saved is safe; what you had just asked for may not have been done.',
  }
}

/** Express marks requests it cannot decode with a 4xx status. */
function isBadRequest(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('status' in error)) return false
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500
}
