import { execFile } from 'node:child_process'
import { rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account'
import type { PostgresBinaries } from './binaries'
import { makePrivateFolder } from './homes'

const run = promisify(execFile)

export const SUPERUSER = 'northing'

export interface NewCluster {
  readonly binaries: PostgresBinaries
  readonly account: Account | undefined
  readonly dataFolder: string
  readonly password: string
}

/** Makes a database cluster. It appears under its name only when complete, so a start broken off is simply repeated. */
export async function initialiseCluster(cluster: NewCluster): Promise<void> {
  const { account, binaries, dataFolder } = cluster
  const unfinished = await makePrivateFolder(join(dirname(dataFolder), 'postgres-new-'), account)
  const secret = await makePrivateFolder(join(tmpdir(), 'northing-'), account)
  try {
    const passwordFile = join(secret, 'password')
    await writeFile(passwordFile, `${cluster.password}\n`, { mode: 0o644 })
    await run(binaries.initdb, initdbOptions(unfinished, passwordFile), { ...account })
    await rename(unfinished, dataFolder)
  } finally {
    await rm(secret, { recursive: true, force: true })
    await rm(unfinished, { recursive: true, force: true })
  }
}

function initdbOptions(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own rules of order: the system's change with its upgrades and would break indexes.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
  ]
}
