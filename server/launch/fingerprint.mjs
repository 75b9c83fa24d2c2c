import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './step.mjs'

/**
 * One hash over the contents of files and folders: two equal ones need no new build.
 * Contents and not times, because a fresh checkout gives old files new times.
 * @param {string[]} paths relative to the repository
 */
export function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(listFiles)) {
    hash.update(`${path}\0`).update(readFileSync(join(ROOT, path))).update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(path) {
  const full = join(ROOT, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  const names = readdirSync(full).sort()
  return names.filter((name) => !/\.test\.tsx?$/.test(name)).flatMap((name) => listFiles(`${path}/${name}`))
}

/**
 * Does something unless a stamp says it was last done for the same fingerprint.
 * @param {{ stamp: string, print: string, act: () => void }} job the stamp is a file, relative to the repository
 */
export function unlessDone({ stamp, print, act }) {
  const file = join(ROOT, stamp)
  if (existsSync(file) && readFileSync(file, 'utf8') === print) return
  act()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, print)
}
