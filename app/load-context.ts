import type { Actor } from './domain/access/actor'
import type { Services } from '../server/services/services'

/** What the server hands to every loader and action. */
declare module '@remix-run/node' {
  interface AppLoadContext {
    readonly actor: Actor | null
    readonly services: Services
    readonly site: Site
    readonly cspNonce: string
    /** Writes an unexpected error to the log with this request's id. */
    readonly reportError: (error: unknown) => void
  }
}

/** Facts about this installation that pages show. */
export interface Site {
  readonly demo: boolean
  readonly publicUrl: string
}
