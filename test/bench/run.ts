// `npm run bench -- NAME [options]`
import process from 'node:process'

const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  collaboration: async (args) =>
    (await import('./collaboration/run-collaboration')).runCollaboration(args),
  editor: async (args) => (await import('./editor/run-editor')).runEditor(args),
  history: async () => (await import('./history')).runHistory(),
  review: async (args) => (await import('./review/run-review')).runReview(args),
  metrics: async (args) => (await import('./metrics/run-metrics')).runMetrics(args),
  faults: async (args) => (await import('./faults')).runFaults(args),
}

// As it is served: React for development is several times slower.
process.env['NODE_ENV'] ??= 'production'

const [name = '', ...args] = process.argv.slice(2)
const bench = BENCHES[name]
if (!bench) {
  console.error(
    `There is no bench called "${name}". There are: ${Object.keys(BENCHES).join(', ')}.`,
  )
  process.exit(1)
}
try {
  await bench(args)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
