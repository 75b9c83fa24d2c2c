/** A paragraph, or a heading of that level. */
export interface BenchNode {
  readonly level?: 2 | 3
  readonly text: string
}

export interface BenchChapter {
  readonly title: string
  readonly nodes: readonly BenchNode[]
  /** Typed blocks standing at the chapter's end; peers have none. */
  readonly blocks: number
}

const WORDS =
  'people in the places where they live and work need care that is joined up early and close to home so that fewer reach a crisis and those who do are met by one team which knows them and the gap between the most and least deprived neighbourhoods narrows every year as councils hospitals practices charities and residents plan together and share what they learn'.split(
    ' ',
  )
const WORDS_A_PAGE = 460
const WORDS_A_PARAGRAPH = 62
const PARAGRAPHS_A_HEADING = 6

/** One chapter of 25 pages. */
export function buildLongChapter(): BenchChapter {
  return { title: 'Twenty-five pages', nodes: buildPages(25, 1), blocks: 0 }
}

/** A strategy of 200 pages in 12 chapters with 60 blocks. */
export function buildStrategy(): BenchChapter[] {
  return Array.from({ length: 12 }, (_, index) => ({
    title: `Part ${index + 1} of two hundred pages`,
    nodes: buildPages(200 / 12, index + 2),
    blocks: 5,
  }))
}

function buildPages(pages: number, seed: number): BenchNode[] {
  const nodes: BenchNode[] = []
  let state = seed
  const draw = (count: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % count
  }
  const sentence = (length: number) =>
    Array.from({ length }, () => WORDS[draw(WORDS.length)]).join(' ')
  const paragraphs = Math.round((pages * WORDS_A_PAGE) / WORDS_A_PARAGRAPH)
  for (let index = 0; index < paragraphs; index += 1) {
    if (index % PARAGRAPHS_A_HEADING === 0)
      nodes.push({ level: index === 0 ? 2 : 3, text: `Heading ${seed}.${index} ${sentence(3)}` })
    nodes.push({ text: `${seed}.${index} ${sentence(WORDS_A_PARAGRAPH)}.` })
  }
  return nodes
}
