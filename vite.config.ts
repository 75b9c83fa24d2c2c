import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vitest/config'
import remixOptions from './remix.config.js'

const underVitest = Boolean(process.env.VITEST)

export default defineConfig(({ command }) => ({
  plugins: underVitest ? [] : [remix(remixOptions)],
  build: { target: 'es2022', sourcemap: false },
  // One copy of each: two copies of yjs or lexical break `instanceof` checks and lose documents.
  resolve: { dedupe: ['yjs', 'lexical', 'react', 'react-dom', 'y-protocols', 'lib0'] },
  // 1,300 small files that Node would load one by one: four fifths of the time a start takes.
  ssr: { noExternal: command === 'build' ? [/^react-(aria|stately)/, /^@internationalized\//, /^@?lexical/] : [] },
  test: {
    include: ['{app,server,prisma,test}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**'],
    globalSetup: ['./test/setup/database.ts'],
    setupFiles: ['./test/setup/console.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
}))
