import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, unlessDone } from './fingerprint.mjs'
import { ROOT, run, step } from './step.mjs'

/**
 * The locked versions, and the lock left as it is. Not `npm ci`: it refuses the whole lock where a package for some
 * other platform is missing from it, as a registry that mirrors one platform leaves it.
 * The build tools are development packages, also where NODE_ENV is production.
 */
const INSTALL = ['install', '--no-save', '--include=dev', '--include=optional', '--no-audit', '--no-fund']

const STAMP = 'node_modules/.northing-installed'

/** Installs what package-lock.json names, when that has changed since last time. */
export function installPackages() {
  const print = fingerprint(['package-lock.json'])
  trustInstallByHand(print)
  unlessDone({
    stamp: STAMP,
    print,
    act: () =>
      step('Installing packages (the first time takes a minute or two)', () =>
        run('npm', INSTALL),
      ),
  })
}

/**
 * Somebody may have run npm themselves: npm leaves its own mark, newer than the lock it installed.
 * @param {string} print
 */
function trustInstallByHand(print) {
  const stamp = join(ROOT, STAMP)
  const mark = join(ROOT, 'node_modules/.package-lock.json')
  if (!existsSync(mark)) return
  const lockTime = statSync(join(ROOT, 'package-lock.json')).mtimeMs
  const installTime = statSync(mark).mtimeMs
  const stampTime = existsSync(stamp) ? statSync(stamp).mtimeMs : 0
  if (installTime >= lockTime && installTime > stampTime) writeFileSync(stamp, print)
}
