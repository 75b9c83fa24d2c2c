const ALLOWED = /^(https?:\/\/|mailto:|#)/i
const MAX_LENGTH = 2048

/** The address when it is http, https, mailto or `#` inside the document; else null. Anything a peer sends may stand here. */
export function safeHref(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const href = value.trim()
  if (href.length > MAX_LENGTH || hasControlCharacter(href)) return null
  return ALLOWED.test(href) ? href : null
}

/** Browsers drop tabs and line breaks inside an address, so `java\nscript:` would otherwise pass as harmless. */
function hasControlCharacter(text: string): boolean {
  return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)
}
