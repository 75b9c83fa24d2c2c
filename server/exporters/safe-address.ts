const SCHEMES = ['http:', 'https:', 'mailto:']
const MAX_LENGTH = 2048

/**
 * The address as programs will read it, when it is http, https or mailto and can be parsed; else null.
 * A link that fails stays as its text, so nothing anybody wrote is lost.
 */
export function safeAddress(value: string): string | null {
  const written = value.trim()
  if (written.length > MAX_LENGTH || /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/u.test(written)) return null
  if (!/^(https?:\/\/[^/]|mailto:[^?])/i.test(written)) return null
  return parseAddress(written)
}

function parseAddress(written: string): string | null {
  if (!URL.canParse(written)) return null
  const url = new URL(written)
  return SCHEMES.includes(url.protocol) ? url.href : null
}
