import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, as 43 characters fit for a cookie or an address. */
export function createToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored instead of the token, so that a stolen table opens nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
