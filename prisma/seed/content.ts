import { SCHEMA_VERSION, type StrategyContent } from '../../app/domain/strategy/strategy'
import { seedBlocks } from './blocks'
import { findChapterOf, seedChapters } from './chapters'

export const STRATEGY = {
  id: 'wessex-vale-2026',
  kind: 'integrated_care_strategy',
  title: 'Better lives in Wessex Vale: integrated care strategy 2026–31',
  slug: 'wessex-vale-2026-31',
  horizonFrom: 2026,
  horizonTo: 2031,
  documentId: 'doc-wessex-vale-2026',
}

/** The demonstration strategy as it reads. */
export function seedContent(): StrategyContent {
  const chapters = seedChapters()
  return {
    schemaVersion: SCHEMA_VERSION,
    chapters,
    blocks: seedBlocks((id) => findChapterOf(chapters, id)),
  }
}
