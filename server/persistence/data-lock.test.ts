import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { FolderInUse, lockDataDir } from './data-lock'

function buildFolder(lock?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'northing-lock-'))
  if (lock !== undefined) writeFileSync(join(folder, 'lock'), lock)
  return folder
}

describe('lockDataDir', () => {
  it('lets one in at a time and leaves nothing behind', () => {
    const folder = buildFolder()
    const first = lockDataDir(folder)
    expect(() => lockDataDir(folder)).toThrow(FolderInUse)
    first.release()
    lockDataDir(folder).release()
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ['of a process that has gone', '2147483646 1 x'],
    ['whose process number is now another process’s', `${process.pid} 1 x`],
    ['that a power cut left empty', ''],
  ])('takes over a lock %s', (_, left) => {
    const folder = buildFolder(left)
    const lock = lockDataDir(folder)
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} `))
    lock.release()
  })

  it('releases only its own', () => {
    const folder = buildFolder()
    const lock = lockDataDir(folder)
    writeFileSync(join(folder, 'lock'), 'somebody else')
    lock.release()
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe('somebody else')
  })

  it('F26 refuses a second process within 1 s, before it touches anything', async () => {
    const folder = buildFolder()
    const lock = lockDataDir(folder)
    const before = readFileSync(join(folder, 'lock'), 'utf8')
    const module = new URL('data-lock.ts', import.meta.url).href
    const script = `
      import { FolderInUse, lockDataDir } from ${JSON.stringify(module)}
      const since = performance.now()
      try { lockDataDir(${JSON.stringify(folder)}) } catch (error) {
        console.log(JSON.stringify({ refused: error instanceof FolderInUse, ms: performance.now() - since }))
      }`
    const words = ['--import', 'tsx', '--input-type=module', '--eval', script]
    const { stdout } = await promisify(execFile)(process.execPath, words)
    const { refused, ms } = JSON.parse(stdout) as { refused: boolean; ms: number }
    expect(refused).toBe(true)
    expect(ms).toBeLessThan(1_000)
    expect(readdirSync(folder)).toEqual(['lock'])
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe(before)
    lock.release()
  })
})
