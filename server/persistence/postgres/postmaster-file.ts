import { readFileSync } from 'node:fs'
import { readFile, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a running PostgreSQL writes into its data folder. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
}

/** The server that runs on this data folder, or undefined: no file, another folder's file, or its process has gone. */
export async function readPostmaster(dataFolder: string): Promise<Postmaster | undefined> {
  const lines = await readLines(dataFolder)
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!(pid > 0) || !(port > 0)) return undefined
  if (lines[1] !== (await realpath(dataFolder))) return undefined
  if (!isPostgres(pid)) return undefined
  return { pid, port, ready: lines[7] === 'ready' }
}

/**
 * After a crash the file stays, and its process number may by now be somebody else's, which PostgreSQL takes
 * for a running server. The file is not deleted, because PostgreSQL also reads in it whether old workers still
 * hold the data; only the number is replaced, by one no process can have.
 */
export async function disownStalePostmaster(dataFolder: string): Promise<void> {
  const [pid, ...rest] = await readLines(dataFolder)
  if (!pid || !isAlive(Number(pid)) || isPostgres(Number(pid))) return
  await writeFile(join(dataFolder, 'postmaster.pid'), [String(2 ** 31 - 2), ...rest].join('\n'))
}

async function readLines(dataFolder: string): Promise<string[]> {
  const text = await readFile(join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '')
  return text.split('\n').map((line) => line.trim())
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A process number is used again, so the number alone proves nothing; nor does a process that ended unreaped. */
function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return isAlive(pid)
  try {
    return /^\d+ \(postgres\) [^ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false // no such process
  }
}
