const OWN = 'https://own.invalid'

/**
 * The address to go to after signing in: a path of this site, or the start page.
 * Browsers drop tabs and newlines from addresses and read `\` as `/`, so those are never let through.
 */
export function safeRedirect(to: unknown): string {
  if (typeof to !== 'string' || !/^\/(?![/\\])/.test(to)) return '/'
  if (hasControlOrBackslash(to)) return '/'
  if (!URL.canParse(to, OWN)) return '/'
  const url = new URL(to, OWN)
  // `/.//evil` and `/%2F%2Fevil` normalise to, or decode to, an address of another host.
  if (url.origin !== OWN || /^\/+(?:\/|\\|%2f|%5c)/i.test(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}

function hasControlOrBackslash(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return /[\u0000-\u001f\u007f\\]/.test(text)
}
