import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

interface StructureNode {
  readonly role?: string
  readonly children?: readonly StructureNode[]
}

export interface PdfFacts {
  readonly pages: number
  readonly roles: ReadonlySet<string>
  readonly language: string | null
  readonly isTagged: boolean
  readonly lastPageText: string
}

/** What a screen reader is told about a PDF: its structure, read by another program than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFacts> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const roles = new Set<string>()
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    collectRoles((await page.getStructTree()) as StructureNode | null, roles)
  }
  const last = await (await pdf.getPage(pdf.numPages)).getTextContent()
  const { info } = await pdf.getMetadata()
  const mark = await pdf.getMarkInfo()
  return {
    pages: pdf.numPages,
    roles,
    language: (info as { Language?: string }).Language ?? null,
    isTagged: Boolean(mark?.Marked),
    lastPageText: last.items.map((item) => ('str' in item ? item.str : '')).join(''),
  }
}

function collectRoles(node: StructureNode | null | undefined, roles: Set<string>): void {
  if (!node) return
  if (node.role) roles.add(node.role)
  for (const child of node.children ?? []) collectRoles(child, roles)
}
