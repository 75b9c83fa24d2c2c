import { fingerprint, unlessDone } from './fingerprint.mjs'
import { run, step } from './step.mjs'

const SOURCES = [
  'app',
  'public',
  'remix.config.js',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
]

/** Builds what browsers and the server's pages need, when a source has changed since last time. */
export function buildPages() {
  unlessDone({
    stamp: 'build/.made-from',
    print: fingerprint(SOURCES),
    act: () =>
      step('Building the pages', () =>
        run(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], {
          env: { NODE_ENV: 'production' },
        }),
      ),
  })
}
