const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for element content and for attribute values in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

/** Text inside a CSS string in double quotes: everything but letters, digits and spaces as its code point. */
export function escapeCss(text: string): string {
  return text.replace(
    /[^A-Za-z0-9 ]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `,
  )
}
