import { timingSafeEqual } from 'node:crypto'
import { type Request, Router } from 'express'
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client'
import type { HttpSettings } from './settings'

/** Something Northing cannot work without. */
export interface ReadyCheck {
  readonly name: string
  check(): Promise<void>
}

const PATIENCE_MS = 2_000

export interface HealthParts {
  readonly settings: HttpSettings
  readonly checks: readonly ReadyCheck[]
  /** Others register their figures here. */
  readonly figures: Registry
}

export function createFigures(): Registry {
  const figures = new Registry()
  collectDefaultMetrics({ register: figures })
  return figures
}

/** Whether what Northing works with answers, asked whenever the figures are read. */
export function countAnswers(figures: Registry, checks: readonly ReadyCheck[]): void {
  const gauge: Gauge = new Gauge({
    name: 'northing_answers',
    help: '1 when the database, or Redis, answers',
    labelNames: ['name'],
    registers: [figures],
    async collect() {
      const silent = await findSilent(checks)
      for (const { name } of checks) gauge.set({ name }, silent.includes(name) ? 0 : 1)
    },
  })
}

/** /healthz, /readyz and /metrics. */
export function healthRoutes({ settings, checks, figures }: HealthParts): Router {
  const router = Router()
  router.use((_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store')
    next()
  })
  router.get('/healthz', (_req, res) => void res.type('text').send('ok\n'))

  router.get('/readyz', (_req, res, next) => {
    findSilent(checks)
      .then((silent) => {
        if (silent.length === 0) return res.type('text').send('ok\n')
        return res
          .status(503)
          .type('text')
          .send(`not answering: ${silent.join(', ')}\n`)
      })
      .catch(next)
  })

  router.get('/metrics', (req, res, next) => {
    if (!mayReadFigures(req, settings.metricsToken)) {
      res.status(401).setHeader('WWW-Authenticate', 'Bearer')
      return void res.type('text').send('METRICS_TOKEN is needed from another machine.\n')
    }
    figures
      .metrics()
      .then((text) => res.type(figures.contentType).send(text))
      .catch(next)
  })
  return router
}

async function findSilent(checks: readonly ReadyCheck[]): Promise<string[]> {
  const answers = await Promise.all(
    checks.map(async (one) => ((await isAnswering(one)) ? [] : [one.name])),
  )
  return answers.flat()
}

/** A check that fails or takes too long is the answer here, not an error. */
async function isAnswering(one: ReadyCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  const answer = one.check().then(
    () => true,
    () => false,
  )
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer))
}

/** A proxy on this machine makes every caller look local, so with a token set the token decides. */
function mayReadFigures(req: Request, token: string | null): boolean {
  if (token === null) return isLoopback(req.socket.remoteAddress) && !req.headers['x-forwarded-for']
  const given = Buffer.from(req.headers.authorization ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(?:::ffff:)?127\.|^::1$/.test(address)
}
