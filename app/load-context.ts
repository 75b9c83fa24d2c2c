import type { Actor } from './domain/access/actor'
import type { Services } from '../server/services/services'

/** What the server hands to every loader and action. */
declare module '@remix-run/node' {
  // Loader data keeps its types on the way to the page: a Date stays a Date.
  interface Future {
    v3_singleFetch: true
  }

  interface AppLoadContext {
    readonly actor: Actor | null
    readonly services: Services
    readonly site: Site
    readonly cspNonce: string
    readonly requestId: string
    /** Where the request came from, for limits on tries. */
    readonly clientAddress: string
    readonly sessionCookie: SessionCookie
    /** Writes an unexpected error to the log with this request's id. */
    readonly reportError: (error: unknown) => void
  }
}

/** Facts about this installation that pages show. */
export interface Site {
  readonly demo: boolean
  readonly publicUrl: string
}

/** The cookie of this request, and the header values that replace or remove it. */
export interface SessionCookie {
  readonly token: string | null
  issue(token: string): string
  clear(): string
}
