import type { Environment } from '../env'

/** What the HTTP side needs to know of the environment. */
export interface HttpSettings {
  /** Where people reach Northing when it is not simply this machine; decides the cookie's name and the own origin. */
  readonly publicUrl: URL | null
  /** The address for links in mail: `publicUrl`, or this machine's own. Never taken from a request. */
  readonly baseUrl: string
  readonly development: boolean
  readonly demo: boolean
  /** Bearer token for /metrics; without one only this machine may read it. */
  readonly metricsToken: string | null
}

export function readHttpSettings(env: Environment, development: boolean): HttpSettings {
  return {
    publicUrl: env.publicUrl ? new URL(env.publicUrl) : null,
    baseUrl: env.baseUrl,
    development,
    demo: env.demo,
    metricsToken: env.metricsToken ?? null,
  }
}

/** Cookies are Secure, and carry their `__Host-` name, when people come by https. */
export function isSecure(settings: Pick<HttpSettings, 'publicUrl'>): boolean {
  return settings.publicUrl?.protocol === 'https:'
}
