import { execFile, spawnSync } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The user PostgreSQL runs as, when it is not the one who started Northing. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * PostgreSQL refuses to run as root. Root therefore lends it to the owner of the data folder,
 * else to `postgres`, else to a new system user, else to `nobody`. Anybody else runs it as themselves.
 */
export async function chooseAccount(dataFolder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(dataFolder).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return (
    (await findAccount('postgres')) ??
    (await findAccount('northing')) ??
    (await createAccount('northing')) ??
    (await findAccount('nobody'))
  )
}

async function findAccount(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined // no such user
  }
}

async function createAccount(name: string): Promise<Account | undefined> {
  try {
    await run('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', name])
    return await findAccount(name)
  } catch {
    return undefined // no useradd here, or a read-only system: `nobody` will do
  }
}

/** Whether this account can enter a folder or run a program: not when any folder above is closed, as /root is. */
export function canReach(account: Account | undefined, path: string): boolean {
  if (!account) return true
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...account }).status === 0
}
