import type { RequestHandler } from 'express'
import type { RemixBuild } from './remix-build'

/** Which build is served: an open page asks after every interruption whether it is still the present one. */
export function tellVersion({ build }: Pick<RemixBuild, 'build'>): RequestHandler {
  return (_req, res) => {
    res.setHeader('Cache-Control', 'no-store')
    // In development files change one by one, and Vite tells the page itself.
    res.json({ version: typeof build === 'function' ? null : build.assets.version })
  }
}
