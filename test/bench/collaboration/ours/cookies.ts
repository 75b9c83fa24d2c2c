import { createHash } from 'node:crypto'

/** More than any scenario has clients: every client is a person of their own with a session of their own. */
export const PEOPLE = 700

export function personOf(index: number): string {
  return `person-${index % PEOPLE}`
}

/** The load process and the server agree on tokens without telling each other. */
export function tokenOf(index: number): string {
  return createHash('sha256').update(personOf(index)).digest('base64url')
}

export function cookieOf(index: number): string {
  return `northing=${tokenOf(index)}`
}
