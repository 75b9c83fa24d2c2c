import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const RESULTS = '.cache/fault-results'
const FAULT = /\bF\d{1,2}\b/
const FOLDERS = ['test', 'server', 'app'] as const

interface Tried {
  readonly fault: string
  readonly title: string
  readonly passed: boolean
  readonly seconds: number
}

/** Every fault in full, wherever its test lives, and one table. Arguments are further ones for vitest: file names, `-t F12`. */
export function runFaults(args: readonly string[]): void {
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS, { recursive: true })
  const figures = join(RESULTS, 'figures.jsonl')
  const tests = [...tryOnServer(args, figures), ...(args.length > 0 ? [] : tryInBrowser())]
  printTable(tests, readFigures(figures))
  process.exitCode = tests.length > 0 && tests.every(({ passed }) => passed) ? 0 : 1
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly duration?: number | null
    }[]
  }[]
}

function tryOnServer(args: readonly string[], figures: string): Tried[] {
  const report = join(RESULTS, 'vitest.json')
  const files = args.some((arg) => arg.endsWith('.ts')) ? [] : listFiles()
  // One file at a time: two faults at once would measure each other.
  const fixed = [
    '--no-file-parallelism',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const name = args.includes('-t') ? [] : ['-t', String.raw`\bF\d`]
  run(['vitest', 'run', ...files, ...fixed, ...name, ...args], { FAULT_FIGURES: figures })
  if (!existsSync(report))
    return [{ fault: '?', title: 'vitest did not report', passed: false, seconds: 0 }]
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as VitestReport
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const ran = assertionResults.filter(({ status }) => status === 'passed' || status === 'failed')
    if (ran.length === 0 && status === 'failed')
      return [{ fault: '?', title: `${name} could not be run`, passed: false, seconds: 0 }]
    return ran.map((one) => ({
      fault: FAULT.exec(one.fullName)?.[0] ?? '?',
      title: one.fullName,
      passed: one.status === 'passed',
      seconds: (one.duration ?? 0) / 1_000,
    }))
  })
}

/** Files whose tests name a fault. */
function listFiles(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => /\.test\.tsx?$/.test(path) && !path.includes('node_modules'))
      .filter((path) => /(?:describe|it)\S*\(\s*[`'"]F\d/.test(readFileSync(path, 'utf8'))),
  )
}

interface Suite {
  readonly title: string
  readonly suites?: readonly Suite[]
  readonly specs?: readonly {
    readonly title: string
    readonly ok: boolean
    readonly tests: readonly { readonly results: readonly { readonly duration: number }[] }[]
  }[]
}

/** Needs the pages built, as `npm test` leaves them. */
function tryInBrowser(): Tried[] {
  const report = join(RESULTS, 'playwright.json')
  const journeys = [
    'playwright',
    'test',
    '-c',
    'e2e/playwright.config.ts',
    '-g',
    String.raw`\bF1[3-6]\b`,
  ]
  run([...journeys, '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(process.cwd(), report),
  })
  if (!existsSync(report))
    return [{ fault: '?', title: 'Playwright did not report', passed: false, seconds: 0 }]
  const { suites } = JSON.parse(readFileSync(report, 'utf8')) as { suites: readonly Suite[] }
  return suites.flatMap((suite) => flatten(suite, ''))
}

function flatten({ title, suites = [], specs = [] }: Suite, above: string): Tried[] {
  const path = `${above} ${title}`
  const own = specs.map((spec) => {
    const full = `${path} ${spec.title}`.trim()
    const ms = spec.tests
      .flatMap(({ results }) => results)
      .reduce((sum, { duration }) => sum + duration, 0)
    return {
      fault: FAULT.exec(full)?.[0] ?? '?',
      title: full,
      passed: spec.ok,
      seconds: ms / 1_000,
    }
  })
  return [...own, ...suites.flatMap((suite) => flatten(suite, path))]
}

function run(command: readonly string[], env: Readonly<Record<string, string>>): void {
  spawnSync('npx', command, { stdio: 'inherit', env: { ...process.env, FULL: '1', ...env } })
}

function readFigures(file: string): Map<string, string[]> {
  const figures = new Map<string, string[]>()
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
  for (const line of lines.filter(Boolean)) {
    const { fault, ...rest } = JSON.parse(line) as { fault: string }
    const text = Object.entries(rest)
      .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
      .join(', ')
    figures.set(fault, [...(figures.get(fault) ?? []), text])
  }
  return figures
}

function printTable(
  tests: readonly Tried[],
  figures: ReadonlyMap<string, readonly string[]>,
): void {
  const order = (fault: string) => Number(fault.slice(1)) || 99
  const faults = [...new Set(tests.map(({ fault }) => fault))].sort((a, b) => order(a) - order(b))
  console.log('\n| fault | tests | seconds | passed | figures |\n| --- | --- | --- | --- | --- |')
  for (const fault of faults) {
    const own = tests.filter((test) => test.fault === fault)
    const seconds = own.reduce((sum, test) => sum + test.seconds, 0)
    const failed = own.filter(({ passed }) => !passed)
    const verdict =
      failed.length === 0 ? 'yes' : `NO: ${failed.map(({ title }) => title).join('; ')}`
    const cells = [
      fault,
      own.length,
      seconds.toFixed(0),
      verdict,
      (figures.get(fault) ?? []).join('<br>'),
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
}
