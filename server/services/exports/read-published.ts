import { NOT_FOUND } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { addPictures } from './add-pictures'
import type { ExportedFile, ExportsAdapters } from './exports-adapters'
import { makeFile } from './export-strategy'
import { copyEdition } from './find-copy'

type Adapters = Pick<ExportsAdapters, 'agreement' | 'exporters' | 'files'>

/** The public page of the edition that is published now. Anybody may read it; nothing else of the strategy shows. */
export async function readPublished(
  { agreement, exporters, files }: Adapters,
  { slug, related = [] }: PublishedInput,
): Promise<Outcome<string>> {
  const stored = await agreement.findPublished(slug)
  if (!stored) return refuse('not_found', NOT_FOUND)
  const downloads = exporters.formats.map(({ name, label, use }) => ({
    label,
    use,
    href: `/published/${encodeURIComponent(slug)}/${name}`,
  }))
  const copy = await addPictures({ files }, copyEdition(stored))
  return done(exporters.renderPage(copy, { downloads, related }))
}

interface PublishedInput {
  readonly slug: string
  /** Public pages that belong to it. */
  readonly related?: readonly { readonly label: string; readonly href: string }[]
}

/** The published edition as a file, for anybody. */
export async function exportPublished(
  { agreement, exporters, files }: Adapters,
  { slug, format }: { slug: string; format: string },
): Promise<Outcome<ExportedFile>> {
  const stored = await agreement.findPublished(slug)
  if (!stored) return refuse('not_found', NOT_FOUND)
  return makeFile({ exporters, files }, { format, slug, copy: copyEdition(stored) })
}
