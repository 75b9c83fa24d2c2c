import type { RequestHandler } from 'express'
import { Histogram, type Registry } from 'prom-client'
import { type Log, loggablePath } from './log'
import { readRequestId } from './request-id'

/** One line and one figure per request: what was asked, what was answered, how long it took. No text, no tokens. */
export function logRequests(log: Log, figures: Registry): RequestHandler {
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by method and status.',
    labelNames: ['method', 'status'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [figures],
  })
  return (req, res, next) => {
    const start = process.hrtime.bigint()
    res.on('finish', () => {
      const took = Number(process.hrtime.bigint() - start) / 1e9
      seconds.observe({ method: req.method, status: String(res.statusCode) }, took)
      const line = {
        requestId: readRequestId(res),
        method: req.method,
        path: loggablePath(req.originalUrl),
        status: res.statusCode,
        ms: Math.round(took * 1000),
      }
      if (res.statusCode >= 500) log.warn(line, 'answered')
      else log.debug(line, 'answered')
    })
    next()
  }
}
