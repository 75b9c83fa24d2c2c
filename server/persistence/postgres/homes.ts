import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access, chmod, chown, cp, mkdir, mkdtemp, readlink, realpath, stat, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Account, canReach } from './account'
import { type PostgresBinaries, binariesIn } from './binaries'

const run = promisify(execFile)

/** Where root keeps what PostgreSQL's own account cannot reach elsewhere. */
const SYSTEM_HOME = '/var/lib/northing'

/**
 * The data folder's real place. It is DATA_DIR/postgres, unless a folder above is closed to PostgreSQL's account
 * (a checkout under /root, say): then it lies under /var/lib/northing and DATA_DIR/postgres is a link to it.
 */
export async function placeDataFolder(home: string, account: Account | undefined): Promise<string> {
  const wanted = join(await realpath(home), 'postgres')
  const linked = await readlink(wanted).catch(() => undefined)
  if (linked) return linked
  if ((await exists(wanted)) || (await letIn(account, home))) return wanted
  const place = join(SYSTEM_HOME, randomBytes(6).toString('hex'), 'postgres')
  await mkdir(dirname(place), { recursive: true, mode: 0o755 })
  await symlink(place, wanted)
  return place
}

/** DATA_DIR is ours: where only it is closed, its group may pass through, and read nothing but what is theirs. */
async function letIn(account: Account | undefined, home: string): Promise<boolean> {
  if (!account || canReach(account, home)) return true
  const { mode, uid, gid } = await stat(home)
  await chown(home, uid, account.gid)
  await chmod(home, mode | 0o010)
  if (canReach(account, home)) return true
  // A folder above is closed, and that one is not ours.
  await chmod(home, mode)
  await chown(home, uid, gid)
  return false
}

/** Binaries PostgreSQL's account can run: npm's, or a copy where it cannot get to npm's. */
export async function placeBinaries(
  binaries: PostgresBinaries,
  account: Account | undefined,
): Promise<PostgresBinaries> {
  if (canReach(account, binaries.postgres)) return binaries
  const copy = join(SYSTEM_HOME, `postgresql-18.4-${process.arch}`)
  if (!(await exists(join(copy, 'complete')))) await copyBinaries(binaries.folder, copy)
  return binariesIn(copy)
}

async function copyBinaries(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await cp(from, to, { recursive: true, verbatimSymlinks: true })
  await run('chmod', ['-R', 'a+rX', SYSTEM_HOME])
  // Last, so that a copy broken off is made again.
  await mkdir(join(to, 'complete'))
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** A new empty folder only the account may read and write. */
export async function makePrivateFolder(prefix: string, account: Account | undefined): Promise<string> {
  const folder = await mkdtemp(prefix)
  if (account) await chown(folder, account.uid, account.gid)
  return folder
}
