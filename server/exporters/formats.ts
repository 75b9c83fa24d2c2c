/** Every way a strategy leaves Northing. A new format is one folder and one line here. */
export const EXPORT_FORMATS = [
  {
    name: 'html',
    label: 'Web page',
    use: 'One file that opens in any browser and prints well',
    contentType: 'text/html; charset=utf-8',
  },
  {
    name: 'docx',
    label: 'Word document',
    use: 'For papers and for adding to other documents',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  {
    name: 'pdf',
    label: 'PDF',
    use: 'Tagged for screen readers, for printing and filing',
    contentType: 'application/pdf',
  },
  {
    name: 'md',
    label: 'Markdown',
    use: 'Plain text with light marks',
    contentType: 'text/markdown; charset=utf-8',
  },
  {
    name: 'json',
    label: 'JSON',
    use: 'Chapters, blocks and links for other programs',
    contentType: 'application/json; charset=utf-8',
  },
] as const

export type ExportFormat = (typeof EXPORT_FORMATS)[number]
export type ExportFormatName = ExportFormat['name']

/** In the contract, not built yet: asked for, they say so. */
export const FORMATS_TO_COME: readonly string[] = ['odt', 'xlsx']

export function findFormat(name: string): ExportFormat | null {
  return EXPORT_FORMATS.find((format) => format.name === name) ?? null
}

/** `html, docx, pdf, md or json` for sentences. */
export function listFormatNames(): string {
  const names = EXPORT_FORMATS.map((format) => format.name)
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}
