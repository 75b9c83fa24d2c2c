import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * What vitest's JSON report says. A file that did not load, or a run that failed without a failing test, counts as one.
 * @param {string} file
 * @param {boolean} succeeded whether vitest itself was content
 * @returns {Counts}
 */
export function countVitest(file, succeeded) {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report.testResults
  const unloaded = files.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  )
  return settle(
    { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length },
    succeeded,
  )
}

/**
 * What Playwright's JSON report says. A journey that passes only when repeated has not passed.
 * @param {string} file
 * @param {boolean} succeeded
 * @returns {Counts}
 */
export function countPlaywright(file, succeeded) {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { stats } = JSON.parse(readFileSync(file, 'utf8'))
  return settle({ passed: stats.expected, failed: stats.unexpected + stats.flaky }, succeeded)
}

/**
 * @param {Counts} counts
 * @param {boolean} succeeded
 * @returns {Counts}
 */
function settle({ passed, failed }, succeeded) {
  return { passed, failed: succeeded ? failed : Math.max(1, failed) }
}

/**
 * Which tests of vitest's report failed, each with the first line of why: said again at the end of a long run,
 * since the beginning of what a run prints is not always kept.
 * @param {string} file
 * @returns {string[]}
 */
export function nameVitestFailures(file) {
  if (!existsSync(file)) return []
  /** @type {{ name: string, status: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[]} */
  const files = JSON.parse(readFileSync(file, 'utf8')).testResults
  return files
    .filter((one) => one.status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter((one) => one.status === 'failed')
      if (failed.length === 0) return [`${name}: ${firstLine(message)}`]
      return failed.map((one) => `${name}: ${one.fullName}: ${firstLine(one.failureMessages[0])}`)
    })
}

/** @param {string | undefined} text */
function firstLine(text) {
  return (text ?? '').split('\n')[0] ?? ''
}
