import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Another Northing runs on this folder. The message is for the person who started the second one. */
export class FolderInUse extends Error {}

export interface DataLock {
  release(): void
}

/**
 * Two programs on one DATA_DIR would each think the database, the mail and the rooms are theirs alone.
 * The lock is a file that names its holder's process, so one left by a killed process stops nobody.
 */
export function lockDataDir(dataDir: string): DataLock {
  mkdirSync(dataDir, { recursive: true })
  const lock = join(dataDir, 'lock')
  const mine = `${process.pid} ${startOf(process.pid)} ${randomUUID()}`
  for (let attempt = 0; attempt < 5; attempt++) {
    if (claim(lock, mine)) return { release: () => release(lock, mine) }
    const theirs = readOrEmpty(lock)
    if (isHolderAlive(theirs)) throw inUse(dataDir, theirs)
    removeStale(lock, theirs)
  }
  throw inUse(dataDir, readOrEmpty(lock))
}

/** Linking a finished file is atomic: nobody ever reads half a lock. */
function claim(lock: string, mine: string): boolean {
  const draft = `${lock}.${randomUUID()}`
  writeFileSync(draft, mine)
  try {
    linkSync(draft, lock)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Moved aside and looked at again: between the two looks another start may have put its own lock there. */
function removeStale(lock: string, stale: string): void {
  const aside = `${lock}.${randomUUID()}`
  try {
    renameSync(lock, aside)
  } catch {
    return // somebody else removed it first; the next attempt sees what is there now
  }
  const moved = readOrEmpty(aside)
  if (moved !== stale) claim(lock, moved)
  rmSync(aside, { force: true })
}

function release(lock: string, mine: string): void {
  if (readOrEmpty(lock) === mine) rmSync(lock, { force: true })
}

function isHolderAlive(content: string): boolean {
  const [pid = '', start = ''] = content.split(' ')
  return startOf(Number(pid)) === start && start !== GONE
}

const GONE = 'gone'

/** Tells two processes with the same number apart: when it started, in clock ticks since the computer did. */
function startOf(pid: number): string {
  if (!isThere(pid)) return GONE
  if (process.platform !== 'linux') return 'alive'
  // The name in brackets may hold spaces; the fields after it cannot.
  const fields = readOrEmpty(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []
  return fields[0] === 'Z' ? GONE : (fields[19] ?? GONE)
}

function isThere(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // gone meanwhile
  }
}

function inUse(dataDir: string, holder: string): FolderInUse {
  return new FolderInUse(
    `Northing already runs on ${dataDir} (process ${holder.split(' ')[0]}). Nothing was changed. ` +
      'Stop it first, or set DATA_DIR to another folder.',
  )
}
