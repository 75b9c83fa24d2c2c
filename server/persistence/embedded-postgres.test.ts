import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmbeddedPostgres } from './embedded-postgres'
import { readPostmaster } from './postgres/postmaster-file'

const home = mkdtempSync(join(tmpdir(), 'northing-embedded-'))
const programs: ChildProcess[] = []

interface Said {
  url?: string
  attached?: boolean
  problem?: string
  ms?: number
}

async function startProgram(): Promise<{ program: ChildProcess; said: Said }> {
  const program = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/build/embedded-program.ts', home],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  programs.push(program)
  const lines = createInterface(program.stdout)
  const [line] = await once(lines, 'line')
  return { program, said: JSON.parse(String(line)) as Said }
}

async function end(program: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const ended = once(program, 'exit')
  program.kill(signal)
  await ended
}

async function query(url: string | undefined, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return rows
}

async function postmasterPid(): Promise<number | undefined> {
  return (await readPostmaster(join(home, 'postgres')))?.pid
}

async function until(condition: () => Promise<boolean>, ms: number): Promise<void> {
  const deadline = Date.now() + ms
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not come true in time.')
    await wait(50)
  }
}

describe('embedded PostgreSQL', () => {
  let first: { program: ChildProcess; said: Said }

  beforeAll(async () => {
    first = await startProgram()
    await query(first.said.url, 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)')
  })

  afterAll(async () => {
    for (const program of programs) program.kill('SIGKILL')
    const pid = await postmasterPid()
    if (pid) process.kill(pid, 'SIGQUIT')
    await until(async () => !(await postmasterPid()), 10_000)
    rmSync(home, { recursive: true, force: true })
  })

  it('is made with checksums, UTF-8 and an order that no upgrade changes', async () => {
    const rows = await query(
      first.said.url,
      `SELECT current_setting('data_checksums') AS checksums, pg_encoding_to_char(encoding) AS encoding,
              datlocprovider AS provider, datlocale AS locale
         FROM pg_database WHERE datname = current_database()`,
    )
    expect(rows).toEqual([{ checksums: 'on', encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' }])
  })

  it('listens on this machine only and keeps its password to its owner', async () => {
    const rows = await query(first.said.url, "SELECT current_setting('listen_addresses') AS a")
    expect(rows).toEqual([{ a: '127.0.0.1' }])
    expect(statSync(join(home, 'postgres-access.json')).mode & 0o777).toBe(0o600)
    const stranger = new URL(first.said.url ?? '')
    stranger.password = 'wrong'
    await expect(query(stranger.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
  })

  it('refuses a second program on the same folder at once', async () => {
    const { said } = await startProgram()
    expect(said.problem).toContain(
      `Northing already runs on ${home} (process ${first.program.pid})`,
    )
    expect(said.ms).toBeLessThan(1_000)
    expect(await query(first.said.url, 'SELECT id FROM kept')).toEqual([{ id: 1 }])
  })

  it('is started again when it dies', async () => {
    const before = await postmasterPid()
    if (before) process.kill(before, 'SIGKILL')
    await until(async () => ((await postmasterPid()) ?? before) !== before, 8_000)
    await until(
      () =>
        query(first.said.url, 'SELECT 1').then(
          () => true,
          () => false,
        ),
      8_000,
    )
    expect(await query(first.said.url, 'SELECT id FROM kept')).toEqual([{ id: 1 }])
  })

  it('outlives a killed program and is taken over by the next', async () => {
    const before = await postmasterPid()
    await end(first.program, 'SIGKILL')
    expect(await postmasterPid()).toBe(before)
    const second = await startProgram()
    expect(second.said).toEqual({ url: first.said.url, attached: true })
    expect(await query(second.said.url, 'SELECT id FROM kept')).toEqual([{ id: 1 }])
    await end(second.program, 'SIGTERM')
    expect(await postmasterPid()).toBeUndefined()
  })

  it('starts over a process file whose number now belongs to another program', async () => {
    const folder = realpathSync(join(home, 'postgres'))
    const { port } = JSON.parse(readFileSync(join(home, 'postgres-access.json'), 'utf8')) as {
      port: number
    }
    const lines = [
      process.pid,
      folder,
      1_700_000_000,
      port,
      '',
      '127.0.0.1',
      '  1234567 0',
      'ready',
      '',
    ]
    writeFileSync(join(folder, 'postmaster.pid'), lines.join('\n'))
    const { url, attached, stop } = await startEmbeddedPostgres({ home, tied: true })
    expect(attached).toBe(false)
    expect(await query(url, 'SELECT id FROM kept')).toEqual([{ id: 1 }])
    await stop()
  })
})
