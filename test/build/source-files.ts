import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly lines: number
  readonly imports: readonly Import[]
  /** True when every statement only passes on what other files export. */
  readonly isBarrel: boolean
}

export interface Import {
  readonly specifier: string
  /** The file it leads to, when that is one of ours. */
  readonly path: string | null
  readonly typeOnly: boolean
}

const FOLDERS = ['app', 'server', 'prisma', 'test', 'e2e']
const SKIPPED = /(^|\/)(generated|migrations|node_modules|data|peers)$/

/** Every program file of ours, parsed. Generated ones are left out, and the programs of others that the bench compares with, which have a package.json of their own. */
export function readSourceFiles(): SourceFile[] {
  return FOLDERS.flatMap(listFiles).map(readSourceFile)
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /^(test|e2e)\//.test(path)
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return SKIPPED.test(path) ? [] : listFiles(path)
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : []
  })
}

const IMPORT_FROM = /^(import|export)\s+(type\s+)?([^'"`;()]*?)\s*from\s*['"]([^'"]+)['"]/gm
const IMPORT_EFFECT = /^import\s+['"]([^'"]+)['"]/gm
const IMPORT_LATER = /\bimport\(\s*['"]([^'"]+)['"]/g

/** Imports are found by their form, which the formatter keeps: parsing every file properly takes ten times as long. */
function readSourceFile(path: string): SourceFile {
  const text = readFileSync(path, 'utf8')
  const found = [
    ...[...text.matchAll(IMPORT_FROM)].map(([, , type, names = '', specifier = '']) => ({
      specifier,
      typeOnly: type !== undefined || namesOnlyTypes(names),
    })),
    ...[...text.matchAll(IMPORT_EFFECT), ...text.matchAll(IMPORT_LATER)].map(([, specifier = '']) => ({
      specifier,
      typeOnly: false,
    })),
  ]
  const imports = found.map((one) => ({ ...one, path: resolvePath(path, one.specifier) }))
  return { path, text, lines: text.split('\n').length - 1, imports, isBarrel: isBarrel(text) }
}

function namesOnlyTypes(names: string): boolean {
  const inBraces = /^\{([^}]*)\}$/.exec(names.trim())?.[1]
  const parts = (inBraces ?? '').split(',').map((part) => part.trim())
  return parts.some(Boolean) && parts.filter(Boolean).every((part) => part.startsWith('type '))
}

/** Nothing is left once its comments and its passing-on are taken away. */
function isBarrel(text: string): boolean {
  const code = text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
  return code.trim() !== '' && code.replace(/^export\s[^'"`;()]*?from\s*['"][^'"]+['"];?/gm, '').trim() === ''
}

function resolvePath(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null
  const base = normalize(join(dirname(from), specifier))
  const found = ['', '.ts', '.tsx', '.mjs', '/index.ts'].map((end) => base + end).find((file) => /\.\w+$/.test(file) && existsSync(file))
  return found ?? base
}
