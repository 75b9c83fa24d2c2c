import { countOf } from '../../domain/numbers/format-number'
import type { Block } from '../../domain/strategy/strategy'

/** What deleting a block takes away, for everybody, in sentences. */
export function describeRemoval(block: Block, objectiveCount: number): string {
  const what = block.title
    ? `“${block.title}” is removed from the text for everyone.`
    : 'It is removed from the text for everyone.'
  if (block.kind === 'priority' && objectiveCount > 0) {
    const stay =
      objectiveCount === 1
        ? 'stays in the text, under no priority'
        : 'stay in the text, under no priority'
    return `${what} Its ${countOf(objectiveCount, 'objective')} ${stay}.`
  }
  if (block.kind !== 'objective') return what
  const linked = [
    countLinks(block.hwbPriorityIds.length, 'HWB priority', 'HWB priorities'),
    countLinks(block.needIds.length, 'need', 'needs'),
    countLinks(block.metricLinks.length, 'metric', 'metrics'),
  ].filter(Boolean)
  return linked.length === 0 ? what : `${what} Its links to ${joinWords(linked)} go with it.`
}

function countLinks(count: number, noun: string, plural: string): string {
  return count === 0 ? '' : countOf(count, noun, plural)
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
