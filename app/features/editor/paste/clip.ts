import type { ProseNode } from '../../../domain/strategy/strategy'

/** What was pasted, as far as a strategy has a place for it. A footnote's atom has its words and no id yet. */
export interface Clip {
  readonly nodes: readonly ProseNode[]
  readonly left: LeftOut
}

const WORDS = {
  pictures: ['picture', 'pictures'],
  embedded: ['embedded thing (video, form, drawing)', 'embedded things (videos, forms, drawings)'],
  comments: ['comment', 'comments'],
  deletions: ['deleted passage', 'deleted passages'],
  unsafe: ['link that is no web address', 'links that are no web addresses'],
  inner: ['link to a place in the other document', 'links to places in the other document'],
  nested: [
    'table inside a table (its words are kept)',
    'tables inside tables (their words are kept)',
  ],
  blocks: ['block that is not of this strategy', 'blocks that are not of this strategy'],
  colours: ['text colours', 'text colours'],
  highlights: ['highlighting', 'highlighting'],
  underlines: ['underlining', 'underlining'],
} as const

export type LeftKind = keyof typeof WORDS

/** Looks are either there or not; everything else is counted. */
const LOOKS: ReadonlySet<LeftKind> = new Set(['colours', 'highlights', 'underlines'])

/** What stays behind, counted, to be told in words. */
export class LeftOut {
  private readonly counts = new Map<LeftKind, number>()

  add(kind: LeftKind, count = 1): void {
    if (count > 0) this.counts.set(kind, (this.counts.get(kind) ?? 0) + count)
  }

  count(kind: LeftKind): number {
    return this.counts.get(kind) ?? 0
  }

  /** `3 pictures`, `text colours`: in one order whatever came first. */
  describe(): string[] {
    return (Object.keys(WORDS) as LeftKind[]).flatMap((kind) => {
      const count = this.count(kind)
      const [one, many] = WORDS[kind]
      if (count === 0) return []
      return LOOKS.has(kind) ? [many] : [`${count} ${count === 1 ? one : many}`]
    })
  }
}

/** "Pasted. Left out: 3 pictures, text colours." Null when everything came along. */
export function describeLeftOut(left: LeftOut): string | null {
  const parts = left.describe()
  return parts.length === 0 ? null : `Pasted. Left out: ${parts.join(', ')}.`
}
