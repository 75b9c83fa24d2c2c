import type { Block, Chapter, ProseNode, StrategyContent } from '../../app/domain/strategy/strategy'
import { buildObjective } from './build-content'

export interface LongStrategySize {
  readonly chapters: number
  readonly nodesPerChapter: number
  readonly wordsPerNode: number
  readonly blocks: number
}

/** 200 pages: 92,000 words in 1,500 nodes of 12 chapters, with 60 blocks. */
export const TWO_HUNDRED_PAGES: LongStrategySize = {
  chapters: 12,
  nodesPerChapter: 120,
  wordsPerNode: 64,
  blocks: 60,
}

const WORDS =
  'care system neighbourhood health partners residents outcome equity prevention integrated local workforce pathway community trust board strategy improve reduce support deliver access mental wellbeing children older people carers data shared plan the of and to in for with by'.split(
    ' ',
  )

/** The same numbers for the same seed, on every machine. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state % below
  }
}

export function writeWords(random: (below: number) => number, count: number): string {
  return Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(' ')
}

export function buildLongStrategy(size: LongStrategySize, seed: number): StrategyContent {
  const random = createRandom(seed)
  const blocks = Array.from({ length: size.blocks }, (_, index): Block =>
    buildObjective({
      id: `objective-${index}`,
      title: writeWords(random, 6),
      statement: writeWords(random, 30),
      chapterId: `chapter-${index % size.chapters}`,
    }),
  )
  const chapters = Array.from({ length: size.chapters }, (_, index): Chapter => {
    const id = `chapter-${index}`
    const own = blocks.filter(({ chapterId }) => chapterId === id)
    const nodes = Array.from({ length: size.nodesPerChapter }, (_, at): ProseNode => {
      if (at % 12 === 0) return { type: 'heading', level: 2, content: [{ text: writeWords(random, 5) }] }
      return { type: 'paragraph', content: [{ text: writeWords(random, size.wordsPerNode) }] }
    })
    const places = own.map((block): ProseNode => ({ type: 'block', blockId: block.id }))
    return { id, title: writeWords(random, 3), nodes: [...nodes, ...places] }
  })
  return { schemaVersion: 1, chapters, blocks }
}

/** What a few weeks of writing make of it: words changed, paragraphs added, removed and moved, objectives edited. */
export function editStrategy(content: StrategyContent, edits: number, seed: number): StrategyContent {
  const random = createRandom(seed)
  const chapters = content.chapters.map((chapter) => ({ ...chapter, nodes: [...chapter.nodes] }))
  for (let edit = 0; edit < edits; edit += 1) {
    const nodes = chapters[random(chapters.length)]?.nodes ?? []
    const at = random(nodes.length)
    const node = nodes[at]
    if (node?.type !== 'paragraph') continue
    const kind = edit % 10
    if (kind < 7) nodes[at] = changeWords(node, random)
    else if (kind === 7) nodes.splice(at, 1)
    else if (kind === 8) nodes.splice(at, 0, paragraphOf(writeWords(random, 60)))
    else nodes.splice(random(nodes.length), 0, ...nodes.splice(at, 1))
  }
  const blocks = content.blocks.map((block, index) =>
    index % 6 === 0 ? { ...block, statement: `${block.statement} by 2030` } : block,
  )
  return { ...content, chapters, blocks }
}

function changeWords(
  node: Extract<ProseNode, { type: 'paragraph' }>,
  random: (below: number) => number,
): ProseNode {
  const words = node.content
    .map(({ text }) => text)
    .join('')
    .split(' ')
  words.splice(random(words.length), 2, ...writeWords(random, 2).split(' '))
  return paragraphOf(words.join(' '))
}

function paragraphOf(text: string): ProseNode {
  return { type: 'paragraph', content: [{ text }] }
}
