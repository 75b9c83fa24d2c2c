import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { PEERS_FOLDER } from '../machine/paths'

const STAMP = `${PEERS_FOLDER}/node_modules/.installed`
const LOCK = `${PEERS_FOLDER}/package-lock.json`

/** The peers are no dependency of the product: their locked versions are installed here when they are first compared. */
export function installPeers(): void {
  const lock = readFileSync(LOCK, 'utf8')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return
  console.log('Installing the servers to compare with (a few minutes; their storage is compiled)')
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: PEERS_FOLDER,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('the peers could not be installed')
  writeFileSync(STAMP, lock)
}
