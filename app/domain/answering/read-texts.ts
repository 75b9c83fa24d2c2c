/** The fields of a form as typed; one that is missing reads as empty. */
export type Texts = Readonly<Record<string, string>>

/** Without what PostgreSQL cannot hold, and without space at either end. */
export function textOf(texts: Texts, name: string): string {
  return (texts[name] ?? '').replaceAll('\u0000', '').trim()
}

export function checkLength(text: string, most: number): string | null {
  return Array.from(text).length <= most
    ? null
    : `Use ${most.toLocaleString('en-GB')} characters or fewer.`
}

/** As `parseDateField` asks for its three boxes. */
export function fieldsOf(texts: Texts) {
  return { get: (name: string): unknown => texts[name] ?? null }
}
