import type * as Y from 'yjs'
import { textOrEmpty } from './shape'

const LEVELS: Readonly<Record<string, 2 | 3 | 4>> = { h1: 2, h2: 2, h3: 3 }

/** A chapter's title is the first level, so what stands in it begins at the second. */
export function headingLevelOf(heading: Y.XmlElement): 2 | 3 | 4 {
  return LEVELS[textOrEmpty(heading.getAttribute('__tag'))] ?? 4
}
