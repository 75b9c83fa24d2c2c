import { randomUUID } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'

/** Given by us, never taken from outside: it is written into the log. */
export function setRequestId(_req: Request, res: Response, next: NextFunction): void {
  const id = randomUUID()
  res.locals['requestId'] = id
  res.setHeader('X-Request-Id', id)
  next()
}

export function readRequestId(res: Response): string {
  return String(res.locals['requestId'])
}
