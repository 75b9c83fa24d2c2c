// One phase of load in a process of its own: `load.ts '<task as JSON>'`; the last line it prints is the result.
import { findAdapter } from './adapters/adapters'
import { LoadContext } from './load/context'
import { isTask, runTask } from './load/tasks'

const LIMIT_MS = 300_000

setTimeout(() => {
  console.error('the time is over')
  process.exit(3)
}, LIMIT_MS).unref()

const given: unknown = JSON.parse(process.argv[2] ?? '{}')
if (!isTask(given)) throw new Error('that is no task')
const context = new LoadContext(findAdapter(given.target.adapter), given.target)
const result = await runTask(context, given.task).catch((error: unknown) => {
  console.error(error)
  return { error: error instanceof Error ? error.message : String(error) }
})
process.stdout.write(`\n${JSON.stringify(result)}\n`, () => process.exit(0))
