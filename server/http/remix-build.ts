import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import type { ViteDevServer } from 'vite'

/** The pages: built ones from build/, or in development straight from the source. */
export interface RemixBuild {
  readonly build: ServerBuild | (() => Promise<ServerBuild>)
  /** Development: serves and reloads what the browser asks for. */
  readonly middleware: RequestHandler | null
  close(): Promise<void>
}

export async function openBuild(): Promise<RemixBuild> {
  const file = resolve('build/server/index.js')
  if (!existsSync(file)) throw new Error('There is no build: run `npm run build` first.')
  const build = (await import(pathToFileURL(file).href)) as ServerBuild
  return { build, middleware: null, close: async () => undefined }
}

/** `reloadPort` is for Vite's own socket, so that it never meets the documents' sockets. */
export async function openDevelopment(reloadPort: number): Promise<RemixBuild> {
  const { createServer } = await import('vite')
  const vite: ViteDevServer = await createServer({
    server: { middlewareMode: true, hmr: { port: reloadPort } },
  })
  return {
    build: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
    middleware: vite.middlewares,
    close: () => vite.close(),
  }
}
