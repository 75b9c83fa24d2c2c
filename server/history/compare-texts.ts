import { compareStrategies } from '../../app/domain/diff/compare-strategies'
import { isUnchanged } from '../../app/domain/diff/comparison'
import { type ChangeSummary, describeComparison } from '../../app/domain/diff/describe-comparison'
import { type FoldedComparison, foldComparison } from '../../app/domain/diff/fold-comparison'
import { numberBlocks } from '../../app/domain/strategy/number-blocks'
import type { StrategyContent } from '../../app/domain/strategy/strategy'
import { readText, type TextSource } from './open-document'

/** A comparison as it is shown, with the names of blocks as both texts have them. */
export interface ComparedTexts {
  readonly comparison: FoldedComparison
  readonly summary: ChangeSummary
  readonly isUnchanged: boolean
  /** By id: 'Objective 2.3: Fewer people smoke'. */
  readonly blockNames: Readonly<Record<string, string>>
}

/** Beside a change this much of what stayed is shown. */
const AROUND = 1

export function compareTexts(from: TextSource, to: TextSource): ComparedTexts {
  return compareContents(readText(from), readText(to))
}

export function compareContents(before: StrategyContent, after: StrategyContent): ComparedTexts {
  const comparison = compareStrategies(before, after)
  return {
    comparison: foldComparison(comparison, AROUND),
    summary: describeComparison(comparison),
    isUnchanged: isUnchanged(comparison),
    blockNames: { ...nameBlocks(before), ...nameBlocks(after) },
  }
}

function nameBlocks({ blocks }: StrategyContent): Record<string, string> {
  const numbers = numberBlocks(blocks)
  return Object.fromEntries(
    blocks
      .filter(({ chapterId }) => chapterId !== null)
      .map(({ id, title }) => [
        id,
        [numbers.get(id)?.label, title].filter((part) => part !== '').join(': '),
      ]),
  )
}
