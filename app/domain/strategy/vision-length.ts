import { countOf } from '../numbers/format-number'

/** A vision people can remember (domain model 4.2). Longer is warned about, never refused. */
export const VISION_LIMIT = 300

/** How long a vision's statement is, in words for the person writing it. SPEC.md, SG18 and SG19. */
export function describeVisionLength(statement: string): {
  readonly tooLong: boolean
  readonly words: string
} {
  const length = countCharacters(statement)
  if (length <= VISION_LIMIT)
    return { tooLong: false, words: `${length} of ${VISION_LIMIT} characters` }
  const over = countOf(length - VISION_LIMIT, 'character')
  return {
    tooLong: true,
    words: `${over} over ${VISION_LIMIT}. It is kept, but a shorter vision is easier to remember.`,
  }
}

function countCharacters(text: string): number {
  return [...SEGMENTS.segment(text.trim())].length
}

const SEGMENTS = new Intl.Segmenter('en-GB', { granularity: 'grapheme' })
