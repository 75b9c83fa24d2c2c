import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import * as entry from '../../app/entry.server'
import remixOptions from '../../remix.config.js'

interface FoundRoute {
  readonly id: string
  readonly file: string
  readonly path?: string
  readonly index?: boolean
  readonly parentId?: string
}

const APP = resolve('app')

// The very function by which Remix turns file names into addresses; it has no public door.
const { flatRoutes } = createRequire(import.meta.url)(
  resolve('node_modules/@remix-run/dev/dist/config/flat-routes.js'),
) as { flatRoutes(appDirectory: string, ignored: string[]): Record<string, FoundRoute> }

const modules = import.meta.glob('../../app/{root,routes/*}.{ts,tsx}')

/** Every route of the app, by its file. */
export function findRoutes(): readonly FoundRoute[] {
  return Object.values(flatRoutes(APP, remixOptions.ignoredRouteFiles ?? []))
}

/** The address of a route with every parameter filled in. */
export function addressOf(route: FoundRoute): string {
  const parent = findRoutes().find((other) => other.id === route.parentId)
  const own = (route.path ?? '').replace(/:\w+\??/g, 'x').replace('*', 'anything')
  return `${parent ? addressOf(parent) : ''}/${own}`.replace(/\/+/g, '/')
}

/** Pages without a bundler: the real route modules, of those files that a test needs, and no assets. */
export async function buildPages(files: readonly string[]): Promise<ServerBuild> {
  const wanted = findRoutes().filter(({ file }) => files.includes(file))
  const missing = files.filter((file) => !wanted.some((route) => route.file === file))
  if (missing.length > 0) throw new Error(`No such routes: ${missing.join(', ')} in ${readdirSync(APP)}`)
  const root: FoundRoute = { id: 'root', file: 'root.tsx', path: '' }
  const routes = await Promise.all([root, ...wanted].map(loadRoute))
  return {
    mode: 'production',
    entry: { module: entry },
    routes: Object.fromEntries(routes.map((route) => [route.id, route])),
    assets: {
      entry: { imports: [], module: '/assets/entry.js' },
      routes: Object.fromEntries(routes.map((route) => [route.id, describe(route)])),
      url: '/assets/manifest.js',
      version: 'test',
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: { ...remixOptions.future } as ServerBuild['future'],
    isSpaMode: false,
  }
}

async function loadRoute(route: FoundRoute) {
  const { file, ...rest } = route
  const load = modules[`../../app/${file}`]
  if (!load) throw new Error(`${file} is not among the modules of app/.`)
  return { ...rest, module: (await load()) as ServerBuild['routes'][string]['module'] }
}

function describe(route: ServerBuild['routes'][string]): ServerBuild['assets']['routes'][string] {
  const { module, ...rest } = route
  return {
    ...rest,
    module: `/assets/${route.id}.js`,
    hasAction: module.action !== undefined,
    hasLoader: module.loader !== undefined,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: module.ErrorBoundary !== undefined,
  }
}
