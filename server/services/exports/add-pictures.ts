import { createHash } from 'node:crypto'
import type { StrategyCopy } from '../../exporters/strategy-copy'
import type { ExportsAdapters } from './exports-adapters'

/** The copy with its pictures. One that is not what the text was agreed with is never shown as if it were. */
export async function addPictures(
  { files }: Pick<ExportsAdapters, 'files'>,
  copy: StrategyCopy,
): Promise<StrategyCopy> {
  const shown = copy.edition.files ?? []
  if (shown.length === 0) return copy
  const bytesById = await files.readBytes(shown.map((file) => file.id))
  for (const { id, sha256 } of shown) {
    const bytes = bytesById.get(id)
    if (bytes && createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new Error(`The stored file ${id} does not match its hash ${sha256}.`)
  }
  return { ...copy, files: bytesById }
}
