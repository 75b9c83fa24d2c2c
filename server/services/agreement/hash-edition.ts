import { createHash } from 'node:crypto'

/** SHA-256 of exactly the UTF-8 bytes that are stored, as 64 lower-case hexadecimal digits. */
export function hashEdition(canonical: string): string {
  return createHash('sha256').update(canonical, 'utf8').digest('hex')
}
