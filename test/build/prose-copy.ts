import { createHash } from 'node:crypto'
import type { EditionContent } from '../../app/domain/signoff/edition-content'
import type { ProseNode } from '../../app/domain/strategy/strategy'
import type { StrategyCopy } from '../../server/exporters/strategy-copy'
import { buildProse, buildProseContent } from './build-prose'
import { buildEditionMetric } from './edition'
import { IMAGES } from './images'
import { buildDraftCopy } from './strategy-copy'

export const SOURCE = {
  id: 'source-1',
  title: 'Fair Society, Healthy Lives',
  authors: 'Marmot, M.',
  publisher: 'UCL',
  year: 2010,
  url: 'https://example.org/marmot',
  kind: 'evidence',
  accessedAt: '2026-09-14',
} as const

const PNG = IMAGES['image/png']

export const FILE = {
  id: 'file-1',
  mediaType: 'image/png',
  sha256: createHash('sha256').update(PNG).digest('hex'),
  width: 2,
  height: 3,
} as const

/** A draft of one chapter with one of everything, its source, its picture and its metric. */
export function buildRichCopy(
  nodes: readonly ProseNode[] = buildProse(),
  fields: Partial<EditionContent> = {},
): StrategyCopy {
  const copy = buildDraftCopy({
    content: buildProseContent({ nodes }),
    sources: [SOURCE],
    files: [FILE],
    metrics: [buildEditionMetric({ plainTitle: 'Adults who smoke' })],
    ...fields,
  })
  return { ...copy, files: new Map([[FILE.id, PNG]]) }
}
