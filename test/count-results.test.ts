import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, nameVitestFailures } from './count-results.mjs'

function writeReport(report: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), 'northing-report-')), 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

describe('counting results', () => {
  it('counts a file that did not load as one failure', () => {
    const file = writeReport({
      numPassedTests: 5,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
      ],
    })
    expect(countVitest(file, false)).toEqual({ passed: 5, failed: 2 })
  })

  it('never calls a failed run passed', () => {
    const file = writeReport({ numPassedTests: 5, numFailedTests: 0, testResults: [] })
    expect(countVitest(file, false)).toEqual({ passed: 5, failed: 1 })
    expect(countVitest('no/such/file.json', true)).toEqual({ passed: 0, failed: 1 })
    expect(countPlaywright('no/such/file.json', true)).toEqual({ passed: 0, failed: 1 })
  })

  it('counts a flaky journey as failed', () => {
    const file = writeReport({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 } })
    expect(countPlaywright(file, false)).toEqual({ passed: 3, failed: 2 })
  })

  it('names what failed, with the first line of why', () => {
    const file = writeReport({
      testResults: [
        { name: 'a.test.ts', status: 'passed', message: '', assertionResults: [] },
        {
          name: 'b.test.ts',
          status: 'failed',
          message: 'No such file\nat …',
          assertionResults: [],
        },
        {
          name: 'c.test.ts',
          status: 'failed',
          message: '',
          assertionResults: [
            { status: 'passed', fullName: 'one', failureMessages: [] },
            { status: 'failed', fullName: 'two', failureMessages: ['expected 1 to be 2\nat …'] },
          ],
        },
      ],
    })
    expect(nameVitestFailures(file)).toEqual([
      'b.test.ts: No such file',
      'c.test.ts: two: expected 1 to be 2',
    ])
  })
})
