import { resolve } from 'node:path'
import express, { Router } from 'express'

const YEAR_MS = 365 * 24 * 60 * 60 * 1000

/** Built assets carry a hash in their name and never change; public files may. A missing asset is 404, never a page. */
export function serveFiles(): Router {
  const router = Router()
  const assets = express.static(resolve('build/client/assets'), {
    immutable: true,
    maxAge: YEAR_MS,
    index: false,
    dotfiles: 'ignore',
    redirect: false,
  })
  router.use('/assets', assets, (_req, res) => {
    res.status(404).setHeader('Cache-Control', 'no-store')
    res.type('text').send('There is no such file.\n')
  })
  router.get('/service-worker.js', (_req, res, next) => {
    // An old worker would go on keeping pages in an old way.
    res.setHeader('Cache-Control', 'no-cache')
    next()
  })
  for (const folder of ['build/client', 'public']) {
    router.use(
      express.static(resolve(folder), {
        setHeaders: (res) => {
          if (!res.hasHeader('Cache-Control'))
            res.setHeader('Cache-Control', 'public, max-age=3600')
        },
        cacheControl: false,
        index: false,
        dotfiles: 'ignore',
        redirect: false,
      }),
    )
  }
  return router
}
