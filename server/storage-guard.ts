import { statfs } from 'node:fs/promises'
import { Gauge, type Registry } from 'prom-client'
import type { UpdateLog } from './collaboration/update-log'
import type { Log } from './http/log'

export interface StorageGuard {
  /** Nothing more may be written, so that PostgreSQL never meets a full disk in the middle of something. */
  readonly isFull: () => boolean
  /** The database itself said that it has no space. */
  readonly noteRefused: () => void
  /** Looks now; otherwise it looks every two seconds. */
  readonly look: () => Promise<void>
  readonly close: () => void
}

interface Space {
  readonly free: number
  readonly total: number
}

interface Options {
  readonly folder: string
  readonly log: Log
  readonly figures?: Registry
  readonly now?: () => number
  readonly readSpace?: (folder: string) => Promise<Space>
}

/** A few of PostgreSQL's 16 MiB log files and a checkpoint; on a large disk a twentieth, but never more than 1 GiB. */
const LEAST_BYTES = 64 << 20
const MOST_BYTES = 1 << 30
const SHARE = 0.05
/** So that it does not turn to and fro at the edge. */
const AGAIN = 1.1
const EVERY_MS = 2_000
const REFUSED_FOR_MS = 5_000

/** Watches the disk that the data lie on. */
export function createStorageGuard(options: Options): StorageGuard {
  const { folder, log, figures, now = Date.now, readSpace = readFolder } = options
  let isShort = false
  let refusedAt = -Infinity

  async function look(): Promise<void> {
    try {
      const { free, total } = await readSpace(folder)
      const least = Math.min(MOST_BYTES, Math.max(LEAST_BYTES, total * SHARE))
      const was = isShort
      isShort = free < (isShort ? least * AGAIN : least)
      if (isShort && !was)
        log.error({ folder, free, least }, 'the disk is nearly full: nothing is saved')
      if (was && !isShort) log.info({ folder, free }, 'there is space again')
    } catch (error) {
      log.warn({ err: error, folder }, 'the space on the disk is not known')
    }
  }

  const isFull = () => isShort || now() - refusedAt < REFUSED_FOR_MS
  if (figures) addFigure(figures, isFull)
  const timer = setInterval(() => void look(), EVERY_MS)
  timer.unref()
  return {
    isFull,
    look,
    noteRefused() {
      if (!isFull()) log.error({}, 'the database has no space: nothing is saved')
      refusedAt = now()
    },
    close: () => clearInterval(timer),
  }
}

/** The log as the rooms use it: it knows when there is no space, and tells when the database says so first. */
export function watchSpace(log: UpdateLog, storage: StorageGuard | undefined): UpdateLog {
  if (!storage) return log
  return {
    ...log,
    isFull: storage.isFull,
    append: (batch) =>
      log.append(batch).catch((error: unknown) => {
        if (isOutOfSpace(error)) storage.noteRefused()
        throw error
      }),
  }
}

/** PostgreSQL's disk_full, behind what the log says about it. */
function isOutOfSpace(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null
  return cause instanceof Error && 'code' in cause && cause.code === '53100'
}

function addFigure(figures: Registry, isFull: () => boolean): void {
  const gauge: Gauge = new Gauge({
    name: 'northing_storage_full',
    help: '1 while nothing is saved because the disk is nearly full',
    registers: [figures],
    collect: () => gauge.set(isFull() ? 1 : 0),
  })
}

/** What an ordinary program may still use, not what is kept for the administrator. */
async function readFolder(folder: string): Promise<Space> {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { free: bavail * bsize, total: blocks * bsize }
}
