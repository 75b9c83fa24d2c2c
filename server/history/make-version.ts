import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { readStrategy } from '../../app/document/read'
import { compareStrategies } from '../../app/domain/diff/compare-strategies'
import { type ChangeSummary, describeComparison } from '../../app/domain/diff/describe-comparison'
import { canonicaliseJson } from '../../app/domain/signoff/canonical-json'
import type { StrategyContent } from '../../app/domain/strategy/strategy'
import type { MadeVersion } from '../services/history/history-store'
import { openDocument, readText } from './open-document'

export interface VersionSources {
  readonly updates: readonly Uint8Array[]
  /** The content of the version before, compressed; null when there is none. */
  readonly previous: Uint8Array | null
}

/** The text as it is kept for good, and what changed since the one kept before. */
export function makeVersion({ updates, previous }: VersionSources): MadeVersion {
  const doc = openDocument(updates)
  const read = readStrategy(doc)
  const content = Buffer.from(canonicaliseJson(read, 'strategy'), 'utf8')
  const state = Y.encodeStateAsUpdate(doc)
  const stateVector = Y.encodeStateVector(doc)
  doc.destroy()
  return {
    content: gzipSync(content),
    contentSha256: hash(content),
    state: gzipSync(state),
    stateSha256: hash(state),
    stateVector,
    summary: previous
      ? describeComparison(
          compareStrategies(readText({ type: 'content', content: previous }), read),
        )
      : describeFirst(read),
  }
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function describeFirst({ chapters }: StrategyContent): ChangeSummary {
  return {
    sentence: 'The first version that was kept.',
    chapters: chapters.map(({ id, title }) => ({ id, title })),
  }
}
