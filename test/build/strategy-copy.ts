import type { EditionContent } from '../../app/domain/signoff/edition-content'
import { canonicaliseEdition } from '../../app/domain/signoff/canonical-edition'
import type { Chapter, Inline, ProseNode } from '../../app/domain/strategy/strategy'
import { hashEdition } from '../../server/services/agreement/hash-edition'
import type { Standing, StrategyCopy } from '../../server/exporters/strategy-copy'
import { buildEditionContent } from './edition'

export const DRAFT: Standing = { state: 'draft', at: '2027-03-12T14:05:00.000Z' }

export function buildDraftCopy(fields: Partial<EditionContent> = {}): StrategyCopy {
  return { edition: buildEditionContent({ edition: null, ...fields }), standing: DRAFT }
}

/** An approved edition 3 with a true hash. */
export function buildEditionCopy(fields: Partial<EditionContent> = {}): StrategyCopy {
  const edition = buildEditionContent({ edition: 3, ...fields })
  const canonical = canonicaliseEdition(edition)
  return {
    edition,
    standing: {
      state: 'edition',
      number: 3,
      canonical,
      hash: hashEdition(canonical),
      submittedAt: '2027-03-01T09:00:00.000Z',
      approvedAt: '2027-03-12T14:05:00.000Z',
      returnedAt: null,
    },
  }
}

/** A draft of one chapter with these nodes. */
export function buildProseCopy(nodes: readonly ProseNode[]): StrategyCopy {
  return buildDraftCopy({ content: { schemaVersion: 1, chapters: [buildChapter(nodes)], blocks: [] } })
}

export function buildChapter(nodes: readonly ProseNode[], fields: Partial<Chapter> = {}): Chapter {
  return { id: 'c1', title: 'Our priorities', nodes, ...fields }
}

export function heading(level: 2 | 3 | 4, text: string): ProseNode {
  return { type: 'heading', level, content: [{ text }] }
}

export function paragraph(...content: (string | Inline)[]): ProseNode {
  return { type: 'paragraph', content: content.map((part) => (typeof part === 'string' ? { text: part } : part)) }
}
