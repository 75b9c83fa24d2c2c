import type { ExcludedProperties } from '@lexical/yjs'
import type { LexicalEditor } from 'lexical'

const STYLES = ['__style', '__textStyle']

/** Looks of one kind of node alone: widths, heights and colours of tables. */
const LOOKS: Record<string, readonly string[]> = {
  table: ['__colWidths', '__rowStriping', '__frozenColumnCount', '__frozenRowCount'],
  tablerow: ['__height'],
  tablecell: ['__width', '__backgroundColor', '__verticalAlign'],
}

/** Looks are never shared: one sent by a peer could cover the page or fetch from elsewhere. */
export function excludeStyles(editor: LexicalEditor): ExcludedProperties {
  return new Map(
    [...editor._nodes.values()].map(({ klass }) => [
      klass,
      new Set([...STYLES, ...(LOOKS[klass.getType()] ?? [])]),
    ]),
  )
}
