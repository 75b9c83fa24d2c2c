import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
})
