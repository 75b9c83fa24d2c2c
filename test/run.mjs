// `npm test`: types, lint, unit and integration tests, journeys in a browser. The last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findNodeProblem } from '../server/launch/check-node.mjs'

const problem = findNodeProblem()
if (problem) {
  console.error(problem)
  process.exit(1)
}

const { buildPages } = await import('../server/launch/build-pages.mjs')
const { generateClient } = await import('../server/launch/generate-client.mjs')
const { installPackages } = await import('../server/launch/install-packages.mjs')
const { ROOT, run, step, tell } = await import('../server/launch/step.mjs')
const { countPlaywright, countVitest, nameVitestFailures } = await import('./count-results.mjs')

const CHROMIUM = '/usr/bin/chromium'
const REDIS = '/usr/bin/redis-server'
const JOURNEYS = 'e2e/playwright.config.ts'
const results = join(ROOT, '.cache/test-results')

/** @type {{ name: string, passed: number, failed: number, seconds: number }[]} */
const done = []

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
installPackages()
generateClient()
runTests()
report()

function runTests() {
  measure('Types', () => countExit(program('typescript/bin/tsc', ['--noEmit'])))
  measure('Lint', () =>
    countExit(program('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings'])),
  )
  // Without it the tests of several nodes fail and say what is missing; the others run.
  ensureProgram(REDIS, 'redis-server')
  const vitestReport = join(results, 'vitest.json')
  measure('Unit and integration tests', () => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
    return countVitest(vitestReport, program('vitest/vitest.mjs', ['run', ...reporters]))
  })
  if (existsSync(join(ROOT, JOURNEYS))) measure('Journeys in a browser', runJourneys)
}

function runJourneys() {
  // Playwright's own browsers need a download that many places forbid; Debian's Chromium does as well.
  if (!ensureProgram(CHROMIUM, 'chromium')) return { passed: 0, failed: 1 }
  buildPages()
  const file = join(results, 'playwright.json')
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }
  return countPlaywright(
    file,
    program('@playwright/test/cli.js', ['test', '-c', JOURNEYS, '--reporter=list,json'], env),
  )
}

/**
 * Installs a program of Debian's where that is missing and allowed; otherwise says what to install.
 * @param {string} path
 * @param {string} name
 */
function ensureProgram(path, name) {
  if (existsSync(path)) return true
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    try {
      step(`Installing ${name}`, () => {
        run('apt-get', ['update'])
        run('apt-get', ['install', '-y', '--no-install-recommends', name], {
          env: { DEBIAN_FRONTEND: 'noninteractive' },
        })
      })
    } catch {
      tell(`${name} could not be installed; what apt-get said is above.`)
    }
  }
  if (existsSync(path)) return true
  tell(`The tests need ${path}. Install it as root: apt-get update && apt-get install -y ${name}`)
  return false
}

/**
 * Runs one of the installed tools and lets it print as it goes, so that something that hangs can be seen.
 * @param {string} tool
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
function program(tool, args, env = {}) {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules', tool), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  return status === 0
}

/** @param {boolean} succeeded */
function countExit(succeeded) {
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * @param {string} name
 * @param {() => { passed: number, failed: number }} act
 */
function measure(name, act) {
  tell(`${name} …`)
  const began = Date.now()
  const counts = act()
  done.push({ name, ...counts, seconds: (Date.now() - began) / 1000 })
}

function report() {
  for (const failure of nameVitestFailures(join(results, 'vitest.json'))) tell(`Failed: ${failure}`)
  for (const { name, passed, failed, seconds } of done) {
    tell(`${name}: ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s`)
  }
  const passed = done.reduce((sum, one) => sum + one.passed, 0)
  const failed = done.reduce((sum, one) => sum + one.failed, 0)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
}
