import type { ExcludedProperties } from '@lexical/yjs'
import type { LexicalEditor } from 'lexical'

const STYLES = new Set(['__style', '__textStyle'])

/** Styles are never shared: one sent by a peer could cover the page or fetch from elsewhere. */
export function excludeStyles(editor: LexicalEditor): ExcludedProperties {
  return new Map([...editor._nodes.values()].map(({ klass }) => [klass, STYLES]))
}
