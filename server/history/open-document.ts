import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { applyUpdates } from '../../app/document/apply-updates'
import { readStrategy } from '../../app/document/read'
import type { StrategyContent } from '../../app/domain/strategy/strategy'

/** A text as it is kept: canonical JSON, or the updates of a document. */
export type TextSource =
  | { readonly type: 'content'; readonly content: Uint8Array }
  | { readonly type: 'updates'; readonly updates: readonly Uint8Array[] }

export function readText(source: TextSource): StrategyContent {
  if (source.type === 'content')
    return JSON.parse(Buffer.from(unpack(source.content)).toString('utf8')) as StrategyContent
  const doc = openDocument(source.updates)
  const content = readStrategy(doc)
  doc.destroy()
  return content
}

export function openDocument(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: true })
  applyUpdates(doc, updates)
  return doc
}

/** Versions are compressed, editions are not; gzip says so itself. */
export function unpack(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
}
