// `npm run bench -- NAME [options]`
import { spawnSync } from 'node:child_process'

const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  collaboration: async (args) =>
    (await import('./collaboration/run-collaboration')).runCollaboration(args),
  faults: async (args) => runFaults(args),
}

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

/** `npm test` runs the long ones shortened. */
function runFaults(args: readonly string[]): void {
  const { status } = spawnSync('npx', ['vitest', 'run', 'test/faults', ...args], {
    stdio: 'inherit',
    env: { ...process.env, FULL: '1' },
  })
  process.exit(status ?? 1)
}
