import type { Inline, ProseNode } from '../../../domain/strategy/strategy'
import type { WordFormat } from './element-look'

export function asParagraph(content: readonly Inline[]): ProseNode {
  return { type: 'paragraph', content }
}

export function asQuote(content: readonly Inline[]): ProseNode {
  return { type: 'quote', content }
}

export function asInline(text: string, { bold, italic, href, title }: WordFormat): Inline {
  return {
    text,
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(href !== null && { href }),
    ...(href !== null && title !== null && { title }),
  }
}
