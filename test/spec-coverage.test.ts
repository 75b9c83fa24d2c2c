import { readFileSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'

// Every rule of a SPEC.md is cited by a test title in square brackets, and every citation names a rule.

const paths = ['app', 'server', 'prisma', 'test', 'e2e'].flatMap(listFiles)
const specs = paths.filter((path) => path.endsWith('/SPEC.md'))
const tests = paths.filter((path) => /\.(test|spec)\.tsx?$/.test(path) || /^(e2e|test)\/.*\.ts$/.test(path))

interface Rule {
  readonly id: string
  readonly spec: string
}

const rules: Rule[] = specs.flatMap((spec) =>
  [...readFileSync(spec, 'utf8').matchAll(/^- \*\*([A-Z]{2}\d+)\*\*/gm)].map(([, id = '']) => ({ id, spec })),
)

/** A title may cite several rules. */
const citations = tests.flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/\(\s*['"`](?:\[[A-Z]{2}\d+\] ?)+/g)].flatMap(([tags]) =>
    [...tags.matchAll(/\[([A-Z]{2}\d+)\]/g)].map(([, id = '']) => ({ id, path })),
  ),
)

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (!entry.isDirectory()) return [path]
    return entry.name === 'generated' ? [] : listFiles(path)
  })
}

describe('rules and tests', () => {
  it('are found at all', () => {
    expect(rules.length).toBeGreaterThan(0)
    expect(citations.length).toBeGreaterThan(0)
  })

  it('have each rule once', () => {
    const ids = rules.map((rule) => rule.id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  it('give each two letters to one SPEC.md', () => {
    const homes = new Map<string, Set<string>>()
    for (const { id, spec } of rules) {
      const letters = id.slice(0, 2)
      homes.set(letters, (homes.get(letters) ?? new Set()).add(spec))
    }
    const shared = [...homes].filter(([, at]) => at.size > 1).map(([letters, at]) => `${letters}: ${[...at].join(', ')}`)
    expect(shared).toEqual([])
  })

  it('cite every rule in at least one test', () => {
    const cited = new Set(citations.map((citation) => citation.id))
    expect(rules.filter((rule) => !cited.has(rule.id)).map((rule) => `${rule.id} of ${rule.spec}`)).toEqual([])
  })

  it('cite only rules that are written', () => {
    const known = new Set(rules.map((rule) => rule.id))
    expect(citations.filter((citation) => !known.has(citation.id)).map(({ id, path }) => `${id} in ${path}`)).toEqual([])
  })

  it('have a SPEC.md for every subject of the domain that has tests', () => {
    const subjects = new Set(tests.filter((path) => path.startsWith('app/domain/')).map((path) => dirname(path)))
    subjects.delete('app/domain/vocabularies') // lists of words, which rules elsewhere use
    expect([...subjects].filter((folder) => !specs.includes(`${folder}/SPEC.md`))).toEqual([])
  })
})
