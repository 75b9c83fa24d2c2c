// `npm start` and `npm run dev`: everything between a fresh clone and a serving program. Plain Node, no packages.
import { findNodeProblem } from './check-node.mjs'

const problem = findNodeProblem()
if (problem) {
  console.error(problem)
  process.exit(1)
}

const { buildPages } = await import('./build-pages.mjs')
const { generateClient } = await import('./generate-client.mjs')
const { installPackages } = await import('./install-packages.mjs')
const { StepFailed, tell } = await import('./step.mjs')

const development = process.argv.includes('--dev')
process.env.NODE_ENV = development ? 'development' : 'production'

try {
  installPackages()
  generateClient()
  if (!development) buildPages()
} catch (error) {
  if (!(error instanceof StepFailed)) throw error
  tell(`${error.message}. What it printed is above. No data was changed.`)
  process.exit(1)
}

stopWithNpm()
const { register } = await import('tsx/esm/api')
register()
// The server runs in this very process: a signal, and an end by force, reach it and nothing in between.
await import(new URL('../index.ts', import.meta.url).href)

/** When npm itself is ended by force this process would go on alone, holding the port and the data folder. */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const npm = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}
