import { dayOfInstant } from '../../../app/domain/dates/format-date'
import type { Standing } from '../../exporters/strategy-copy'

interface NamedFile {
  readonly slug: string
  readonly title: string
  readonly standing: Standing
  readonly extension: string
}

/**
 * `Content-Disposition` for a saved file, after RFC 6266: a plain name for every program, and the title in full for
 * those that read `filename*`. The title is people's text, so only letters, figures and harmless marks stay in it.
 */
export function nameFile({ slug, title, standing, extension }: NamedFile): string {
  const kind =
    standing.state === 'draft' ? `draft-${dayOfInstant(standing.at)}` : `edition-${standing.number}`
  const plain =
    slug
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'strategy'
  const full = tidy(title) || plain
  return `attachment; filename="${plain}-${kind}.${extension}"; filename*=UTF-8''${encodeExtended(`${full} (${kind}).${extension}`)}`
}

function tidy(title: string): string {
  const words = title.replace(/[^\p{L}\p{M}\p{N} ,.–—'’&-]+/gu, ' ').replace(/\s+/g, ' ')
  return Array.from(words)
    .slice(0, 80)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '')
}

/** RFC 8187: `encodeURIComponent` leaves a few characters that this place does not allow. */
function encodeExtended(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
