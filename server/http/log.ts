import { type Logger, pino } from 'pino'

export type Log = Logger

/** One line of JSON per event. Addresses lose what could sign somebody in or tell what they wrote. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['token', '*.token', 'cookie', '*.cookie', 'authorization'], remove: true },
  })
}

/** The path without its query, and without the token of a link that was sent by mail. */
export function loggablePath(originalUrl: string): string {
  const path = originalUrl.split('?')[0] ?? ''
  return path
    .replace(/^(\/(?:sign-in|guest|unsubscribe)\/).+$/, '$1…')
    .replace(/[^\x20-\x7e…]/g, '?')
    .slice(0, 300)
}
