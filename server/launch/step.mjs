import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A program that must succeed for the rest to make sense. */
export class StepFailed extends Error {}

/** @param {string} words */
export function tell(words) {
  console.log(`northing: ${words}`)
}

/**
 * Says what happens, runs it, and says how long it took.
 * @param {string} words
 * @param {() => void} act
 */
export function step(words, act) {
  const began = Date.now()
  tell(`${words} …`)
  act()
  tell(`${words}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

/**
 * Runs a program to its end. What it prints is shown when it fails.
 * @param {string} file
 * @param {string[]} args
 * @param {{ env?: Record<string, string> }} [options]
 */
export function run(file, args, { env } = {}) {
  const { status, signal, error, stdout, stderr } = spawnSync(file, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  process.stderr.write(`${stdout}${stderr}`)
  throw new StepFailed(`${[file, ...args].join(' ')} ended with ${error?.message ?? signal ?? status}`)
}
