import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { describe, expect, it } from 'vitest'
import { type Import, type SourceFile, isTest, readSourceFiles } from './build/source-files'
import { type Row, TABLE } from './import-table'

const files = readSourceFiles()
const sources = files.filter((file) => !isTest(file.path) && /^(app|server|prisma)\//.test(file.path))

function rowOf(path: string): Row {
  const fitting = TABLE.filter((row) => isWithin(path, row.folder))
  const row = fitting.sort((a, b) => b.folder.length - a.folder.length)[0]
  if (!row) throw new Error(`No row of the import table fits ${path}.`)
  return row
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

function mayImport(file: SourceFile, one: Import): boolean {
  const row = rowOf(file.path)
  if (one.path === null) return mayUse(row, one.specifier)
  if (isOurs(one.path) && rowOf(one.path) === row) {
    return !row.separate || subfolder(one.path, row) === subfolder(file.path, row)
  }
  const allowed = one.typeOnly ? [...row.may, ...(row.mayTypes ?? [])] : row.may
  return allowed.some((folder) => isWithin(one.path ?? '', folder))
}

function isOurs(path: string): boolean {
  return /^(app|server|prisma|test|e2e)\//.test(path)
}

function mayUse(row: Row, specifier: string): boolean {
  if (isBuiltin(specifier)) return row.node === true
  if (specifier.startsWith('virtual:')) return true
  return row.packages.some((name) =>
    name === '*' ? true : name.endsWith('/') ? specifier.startsWith(name) : isWithin(specifier, name),
  )
}

function subfolder(path: string, row: Row): string | undefined {
  return path.slice(row.folder.length + 1).split('/')[0]
}

function packageOf(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

/** Paths that lead back to where they began, following code that runs (types are erased). */
function findCycles(among: readonly SourceFile[]): string[] {
  const next = new Map(among.map((file) => [file.path, file.imports.filter((i) => !i.typeOnly).flatMap((i) => i.path ?? [])]))
  const state = new Map<string, 'open' | 'done'>()
  const cycles: string[] = []
  function visit(path: string, trail: readonly string[]): void {
    if (state.get(path) === 'open') cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (state.has(path)) return
    state.set(path, 'open')
    for (const to of next.get(path) ?? []) visit(to, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of next.keys()) visit(path, [])
  return cycles
}

describe('architecture', () => {
  it('lets a folder import only what its row of the table names', () => {
    const wrong = files
      .filter((file) => !isTest(file.path) || file.path.startsWith('e2e/'))
      .flatMap((file) => file.imports.filter((one) => !mayImport(file, one)).map((one) => `${file.path} imports ${one.specifier}`))
    expect(wrong).toEqual([])
  })

  it('imports only files that are there', () => {
    const missing = sources.flatMap((file) =>
      file.imports.filter((one) => one.path && !/\.\w+$/.test(one.path)).map((one) => `${file.path} imports ${one.specifier}`),
    )
    expect(missing).toEqual([])
  })

  it('uses only packages that package.json names', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, object>
    const declared = new Set(Object.keys({ ...dependencies, ...devDependencies }))
    const used = files.flatMap((file) =>
      file.imports
        .filter((one) => one.path === null && !isBuiltin(one.specifier) && !one.specifier.startsWith('virtual:'))
        .filter((one) => !declared.has(packageOf(one.specifier)) && !declared.has(`@types/${one.specifier}`))
        .map((one) => `${file.path} uses ${one.specifier}`),
    )
    expect(used).toEqual([])
  })

  it('has no barrels', () => {
    expect(sources.filter((file) => file.isBarrel).map((file) => file.path)).toEqual([])
  })

  it('has no import cycles', () => {
    expect(findCycles(files)).toEqual([])
  })

  it('has no folder without a subject', () => {
    const vague = files.filter((file) => /(^|\/)(lib|utils?|shared|types|helpers?|misc|common)\//.test(file.path))
    expect(vague.map((file) => file.path)).toEqual([])
  })

  it('names files in kebab case', () => {
    // Routes are named by Remix: $ for a parameter, _ for an index.
    const odd = files.filter((file) => !file.path.startsWith('app/routes/') && !/\/[a-z0-9]+([-.][a-z0-9]+)*\.\w+$/.test(file.path))
    expect(odd.map((file) => file.path)).toEqual([])
  })
})

describe('file sizes', () => {
  it('stay at 350 lines in sources and 400 in tests', () => {
    const long = files.filter((file) => file.lines > (isTest(file.path) ? 400 : 350))
    expect(long.map((file) => `${file.path}: ${file.lines}`)).toEqual([])
  })

  it('stay at 200 lines in 90 % of sources', () => {
    const short = sources.filter((file) => file.lines <= 200)
    expect(short.length / sources.length).toBeGreaterThanOrEqual(0.9)
  })

  it('have a median of at most 70 lines', () => {
    const lines = sources.map((file) => file.lines).sort((a, b) => a - b)
    const median = lines[Math.floor(lines.length / 2)] ?? 0
    const comments = sources.flatMap((file) => file.text.split('\n')).filter((line) => /^\s*(\/\/|\/?\*)/.test(line))
    const all = lines.reduce((sum, count) => sum + count, 0)
    console.log(
      `${sources.length} source files, ${all} lines, median ${median}, longest ${lines.at(-1)}, comments ${((comments.length / all) * 100).toFixed(1)} %`,
    )
    expect(median).toBeLessThanOrEqual(70)
  })
})
