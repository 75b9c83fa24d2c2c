import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let folder: string | undefined

/** Everything of this run that need not be kept; gone when the process ends. */
export function runFolder(): string {
  if (!folder) {
    const made = mkdtempSync(join(tmpdir(), 'northing-bench-'))
    // PostgreSQL runs as another user than root and must pass through.
    chmodSync(made, 0o711)
    process.on('exit', () => rmSync(made, { recursive: true, force: true }))
    folder = made
  }
  return folder
}
