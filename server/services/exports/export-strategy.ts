import type { Actor } from '../../../app/domain/access/actor'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type { StrategyCopy } from '../../exporters/strategy-copy'
import { addPictures } from './add-pictures'
import type { ExportedFile, ExportsAdapters } from './exports-adapters'
import { findCopy } from './find-copy'
import { nameFile } from './name-file'

export interface ExportInput {
  readonly strategyId: string
  /** As in the address. */
  readonly format: string
  readonly edition?: string | undefined
}

/** The draft, marked as one on every page, or one edition, in a format of the person's choice. */
export async function exportStrategy(
  adapters: ExportsAdapters,
  actor: Actor | null,
  { strategyId, format, edition }: ExportInput,
): Promise<Outcome<ExportedFile>> {
  const found = await findCopy(adapters, actor, { strategyId, edition, right: 'export' })
  if (!found.ok) return found
  const { facts, copy } = found.value
  return makeFile(adapters, { format, slug: facts.slug, copy })
}

interface Wanted {
  readonly format: string
  readonly slug: string
  readonly copy: StrategyCopy
}

export async function makeFile(
  { exporters, files }: Pick<ExportsAdapters, 'exporters' | 'files'>,
  { format, slug, copy }: Wanted,
): Promise<Outcome<ExportedFile>> {
  const known = exporters.find(format)
  if (!known.ok) return known
  const { name, contentType } = known.value
  const rendered = await exporters.render(name, await addPictures({ files }, copy))
  if (!rendered.ok) return rendered
  const { title } = copy.edition.strategy
  const disposition = nameFile({ slug, title, standing: copy.standing, extension: name })
  return done({ bytes: rendered.value, contentType, disposition })
}
