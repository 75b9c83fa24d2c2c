import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

const ASSETS = path.resolve(import.meta.dirname, '../build/client/assets')
const KB = 1024

interface Scripts {
  readonly module?: string
  readonly imports?: readonly string[]
}

interface Manifest {
  readonly entry: Scripts
  readonly routes: Readonly<Record<string, Scripts & { readonly parentId?: string }>>
}

// What a page asks for at once; what it fetches once it is quiet does not hold anybody up.
test('[ED34] no page loads more scripts than it may', () => {
  const manifest = readManifest()
  const over = Object.keys(manifest.routes)
    .map((id) => ({ id, kb: sizeOf(manifest, id) / KB }))
    .filter(({ id, kb }) => kb > limitOf(id))
  expect(over).toEqual([])
})

function limitOf(route: string): number {
  if (route.includes('.write')) return 350
  // The shared text without the editor.
  return route.endsWith('.blocks') ? 175 : 120
}

function readManifest(): Manifest {
  const [name = ''] = readdirSync(ASSETS).filter((file) => file.startsWith('manifest-'))
  const script = readFileSync(path.join(ASSETS, name), 'utf8')
  return JSON.parse(script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1)) as Manifest
}

function sizeOf({ entry, routes }: Manifest, route: string): number {
  const parts: Scripts[] = [entry]
  for (let id: string | undefined = route; id; id = routes[id]?.parentId) {
    const part = routes[id]
    if (part) parts.push(part)
  }
  const files = new Set(parts.flatMap(({ module, imports = [] }) => [module ?? '', ...imports]))
  return [...files]
    .filter((file) => file !== '')
    .map((file) => gzipSync(readFileSync(path.join(ASSETS, path.basename(file)))).byteLength)
    .reduce((sum, size) => sum + size, 0)
}
