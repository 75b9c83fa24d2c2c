// `npm run northing -- <verb>`: what an operator does beside the running program.
import { type Environment, SettingProblem, parseEnvironment } from '../env'
import { FolderInUse, lockDataDir } from '../persistence/data-lock'
import type { Database } from '../persistence/database'
import { visitDatabase } from '../persistence/configured-database'
import { migrate } from '../persistence/migrate'
import { UsageProblem } from './usage-problem'
import { VERBS, type Verb, explainVerbs } from './verbs'

const [name = '', ...words] = process.argv.slice(2)

try {
  const verb = findVerb(name)
  const env = parseEnvironment(process.env)
  await withDatabase(env, verb, async (db) => {
    if (verb.migrates) await migrate(db.url)
    for (const line of await verb.act(db, words)) console.log(line)
  })
} catch (error) {
  if (!(error instanceof Error)) throw error
  const isPlain = error instanceof UsageProblem || error instanceof SettingProblem || error instanceof FolderInUse
  console.error(isPlain ? error.message : `northing ${name}: ${error.message}`)
  process.exitCode = 1
}

function findVerb(given: string): Verb {
  const verb = VERBS[given]
  if (verb) return verb
  throw new UsageProblem(given ? `There is no verb ${given}.\n${explainVerbs()}` : explainVerbs())
}

/** A verb that replaces data has the folder to itself; the others may run beside the program. */
async function withDatabase(env: Environment, verb: Verb, act: (db: Database) => Promise<void>): Promise<void> {
  const lock = verb.alone ? lockDataDir(env.dataDir) : null
  try {
    const { db, stop } = await visitDatabase(env)
    await act(db).finally(stop)
  } finally {
    lock?.release()
  }
}
