import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../server/persistence/database'
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../server/persistence/embedded-postgres'
import { migrate } from '../../server/persistence/migrate'
import { pause, until } from '../collaboration/live-client'
import { startFaultServer } from './fault-server'
import { readFromDisk } from './invariants'
import { FULL, report } from './settings'
import { Writer } from './writer'
import { verifyDocuments } from '../../server/persistence/verify-documents'

const run = promisify(execFile)
const ROUNDS = Number(process.env['ROUNDS'] ?? 30)
const WRITERS = 5
const IMAGE_MB = 600

let folder: string
const running = new Set<EmbeddedPostgres>()

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'northing-power-'))
})
afterEach(async () => {
  for (const postgres of running) await stopPostgres(postgres)
  for (const name of ['before', 'after'])
    await run('umount', ['-l', join(folder, name)]).catch(() => undefined)
  await rm(folder, { recursive: true, force: true })
})

/** Needs root and loop devices: a disk whose state at one moment can be kept, as a cut would leave it. */
describe.runIf(FULL)('F4 the power goes while five people type', () => {
  it(
    `nothing acknowledged is lost in ${ROUNDS} rounds`,
    { timeout: ROUNDS * 120_000 },
    async () => {
      let acknowledged = 0
      const lost: string[] = []
      const doubled: string[] = []
      const problems: string[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const outcome = await cutOnce(round)
        acknowledged += outcome.acknowledged
        lost.push(...outcome.lost)
        doubled.push(...outcome.doubled)
        problems.push(...outcome.problems)
      }
      report('F4', {
        rounds: ROUNDS,
        acknowledged,
        lost: lost.length,
        doubled: doubled.length,
        problems,
      })
      expect({ lost, doubled, problems }).toEqual({ lost: [], doubled: [], problems: [] })
      expect(acknowledged).toBeGreaterThan(ROUNDS * 10)
    },
  )
})

interface Outcome {
  readonly acknowledged: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly problems: readonly string[]
}

async function cutOnce(round: number): Promise<Outcome> {
  const [image, kept] = [join(folder, 'disk.img'), join(folder, 'kept.img')]
  await makeDisk(image)
  const home = await mount(image, 'before')
  const postgres = await startPostgres(home)
  await migrate(postgres.url)
  const server = await startFaultServer(postgres.url)
  const writers = enter(server.port, server.cookies.chair)
  await Promise.all(writers.map((writer) => writer.synced()))
  const isOver = { now: false }
  const typing = writers.map((writer) => writer.typeUntil(isOver, 20))
  // Some rounds pass a checkpoint of the file system's own, which comes every 5 s.
  await pause(1_500 + ((round * 1_370) % 9_000))
  const saved = await keepAsItIs(home, { image, kept, writers })
  isOver.now = true
  await Promise.all(typing)
  for (const writer of writers) writer.destroy()
  await server.kill()
  await stopPostgres(postgres)
  await unmount('before')
  const outcome = await openKept(kept, saved)
  await Promise.all([image, kept].map((file) => rm(file, { force: true })))
  return outcome
}

/** Everybody stands still while the disk is copied: what is on its way to it is lost, as with the power. */
async function keepAsItIs(
  home: string,
  { image, kept, writers }: { image: string; kept: string; writers: readonly Writer[] },
): Promise<string[]> {
  const processes = await listPostgres(home)
  for (const pid of processes) process.kill(pid, 'SIGSTOP')
  const saved = writers.flatMap(({ saved }) => [...saved])
  await run('cp', ['--sparse=always', image, kept])
  for (const pid of processes) process.kill(pid, 'SIGCONT')
  return saved
}

async function openKept(kept: string, saved: readonly string[]): Promise<Outcome> {
  const home = await mount(kept, 'after')
  const postgres = await startPostgres(home)
  const db = openDatabase(postgres.url)
  try {
    const { problems } = await verifyDocuments(db)
    const text = (await readFromDisk(db)).getText('words').toString()
    const counts = new Map<string, number>()
    for (const token of text.match(/<[^>]+>/g) ?? [])
      counts.set(token, (counts.get(token) ?? 0) + 1)
    return {
      acknowledged: saved.length,
      lost: saved.filter((token) => !counts.has(token)),
      doubled: [...counts].filter(([, count]) => count > 1).map(([token]) => token),
      problems,
    }
  } finally {
    await db.close()
    await stopPostgres(postgres)
    await unmount('after')
  }
}

async function makeDisk(image: string): Promise<void> {
  await run('truncate', ['-s', `${IMAGE_MB}M`, image])
  await run('mkfs.ext4', ['-q', '-F', image])
}

async function mount(image: string, name: string): Promise<string> {
  const place = join(folder, name)
  await mkdir(place, { recursive: true })
  await run('mount', ['-o', 'loop', image, place])
  const home = join(place, 'data')
  await mkdir(home, { recursive: true })
  await run('chmod', ['a+rx', folder, place, home])
  return home
}

/** Not tied to this process: what ties it would keep the disk in use. */
async function startPostgres(home: string): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ home, watch: false })
  running.add(postgres)
  return postgres
}

async function stopPostgres(postgres: EmbeddedPostgres): Promise<void> {
  running.delete(postgres)
  await postgres.stop()
}

/** The last process of the database leaves a moment after it has said that it ended. */
async function unmount(name: string): Promise<void> {
  const place = join(folder, name)
  const isGone = () =>
    run('umount', [place]).then(
      () => true,
      () => false,
    )
  await until(isGone, `${name} unmounted`, 20_000)
}

function enter(port: number, cookie: string): Writer[] {
  return Array.from({ length: WRITERS }, (_, who) => new Writer({ name: `${who}`, port, cookie }))
}

/** The postmaster and its children. */
async function listPostgres(home: string): Promise<number[]> {
  const file = await readFile(join(home, 'postgres', 'postmaster.pid'), 'utf8')
  const postmaster = Number(file.split('\n')[0])
  const found = [postmaster]
  for (const name of await readdir('/proc')) {
    const stat =
      /^\d+$/.test(name) && (await readFile(`/proc/${name}/stat`, 'utf8').catch(() => ''))
    const parent = stat ? Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) : 0
    if (parent === postmaster) found.push(Number(name))
  }
  return found
}
