import { type Outcome, done, refuse } from '../outcome/outcome'
import type { Block, BlockKind, StrategyContent } from '../strategy/strategy'
import { BLOCK_KIND_LABELS } from '../vocabularies/block-kinds'
import { canonicaliseJson } from './canonical-json'

/** A major edition is 1.0, 2.0 …; a minor one 1.1, 1.2 … says nothing else about where everybody is heading. */
export const EDITION_KINDS = ['major', 'minor'] as const
export type EditionKind = (typeof EDITION_KINDS)[number]

const WEIGHTY: readonly BlockKind[] = ['vision', 'priority', 'objective']

/** What the next edition may be: its label as either, and why it cannot be minor; empty: it can. */
export interface LabelChoice {
  readonly major: string
  /** Null before any edition was approved. */
  readonly minor: string | null
  readonly whyNotMinor: readonly string[]
}

/** The edition approved last, whatever became of it since. */
interface Approved {
  readonly number: number
  readonly label: string
  readonly content: StrategyContent
}

/** SPEC.md SO42–SO44. */
export function chooseLabels(approved: Approved | null, now: StrategyContent): LabelChoice {
  if (!approved)
    return {
      major: '1.0',
      minor: null,
      whyNotMinor: ['No edition has been approved yet, so there is none to be a minor change of.'],
    }
  const [major = approved.number, minor = 0] = approved.label.split('.').map(Number)
  return {
    major: `${major + 1}.0`,
    minor: `${major}.${minor + 1}`,
    whyNotMinor: listWeightyChanges(approved.content, now),
  }
}

/** Vision, priorities, objectives and their links that differ, in sentences (SPEC.md SO43). */
export function listWeightyChanges(before: StrategyContent, now: StrategyContent): string[] {
  const [old, current] = [weightyBlocks(before), weightyBlocks(now)]
  const removed = [...old.values()].filter(({ id }) => !current.has(id))
  return [
    ...[...current.values()].flatMap((block) => {
      const was = old.get(block.id)
      if (!was) return [`${nameBlock(block)} is new.`]
      return writeBlock(was) === writeBlock(block)
        ? []
        : [`${nameBlock(block)} or its links have changed.`]
    }),
    ...removed.map((block) => `${nameBlock(block)} has been taken out.`),
  ]
}

/** Whether the next edition may be what was chosen, and its label (SPEC.md SO42–SO44). */
export function checkLabel(
  kind: EditionKind,
  choice: LabelChoice,
  changeNote: string,
): Outcome<string> {
  if (kind === 'major') return done(choice.major)
  if (choice.minor === null || choice.whyNotMinor.length > 0) {
    const message = `This cannot be a minor edition. ${choice.whyNotMinor.join(' ')}`
    return refuse('conflict', `${message} Nothing was changed: submit it as a major edition.`, {
      kind: message,
    })
  }
  if (changeNote === '') {
    const message = 'Say what changed: a minor edition needs it on record.'
    return refuse('invalid', `${message} Nothing was changed.`, { changeNote: message })
  }
  return done(choice.minor)
}

/** What stands in the text; a card that only moved to another chapter says the same. */
function weightyBlocks({ blocks }: StrategyContent): Map<string, Block> {
  return new Map(
    blocks
      .filter(({ kind, chapterId }) => chapterId !== null && WEIGHTY.includes(kind))
      .map((block) => [block.id, block]),
  )
}

function writeBlock(block: Block): string {
  return canonicaliseJson({ ...block, chapterId: null }, block.id)
}

function nameBlock({ kind, title }: Block): string {
  return `${BLOCK_KIND_LABELS[kind]} “${title || 'without a title'}”`
}

interface Named {
  readonly number: number
  readonly label: string
}

/** “Edition 3 (2.1)”. */
export function nameEdition(edition: Named): string {
  return `Edition ${numberEdition(edition)}`
}

/** “3 (2.1)”. */
export function numberEdition({ number, label }: Named): string {
  return label === '' ? String(number) : `${number} (${label})`
}
