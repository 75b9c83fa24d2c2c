import type { IncomingHttpHeaders } from 'node:http'

type Headers = Pick<IncomingHttpHeaders, 'origin' | 'host' | 'sec-fetch-site'>

/** `absent`: no browser sent this, so no browser was tricked into sending it. */
export type OriginVerdict = 'own' | 'foreign' | 'absent'

/**
 * Did our own page send this request? X-Forwarded-Host is never asked: anybody can write it.
 * Behind a proxy PUBLIC_URL says who we are, otherwise the Host header does.
 */
export function judgeOrigin(headers: Headers, publicUrl: URL | null): OriginVerdict {
  if (headers.origin !== undefined) {
    return isOwn(headers.origin, headers.host, publicUrl) ? 'own' : 'foreign'
  }
  const site = headers['sec-fetch-site']
  if (site === undefined) return 'absent'
  return site === 'same-origin' || site === 'none' ? 'own' : 'foreign'
}

/** For upgrades and unsafe methods: anything but a foreign page. */
export function isOwnOrigin(
  req: { headers: Headers },
  settings: { publicUrl: URL | null },
): boolean {
  return judgeOrigin(req.headers, settings.publicUrl) !== 'foreign'
}

function isOwn(origin: string, host: string | undefined, publicUrl: URL | null): boolean {
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  if (!/^https?:$/.test(url.protocol)) return false
  if (publicUrl) return url.origin === publicUrl.origin
  return host !== undefined && url.host === host.toLowerCase()
}
