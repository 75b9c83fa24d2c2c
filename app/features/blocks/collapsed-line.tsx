import type { RegisterIndex } from '../../domain/links/registers'
import type { Block } from '../../domain/strategy/strategy'
import { INITIATIVE_STATES } from '../../domain/vocabularies/block-terms'
import { termOf } from '../../domain/vocabularies/vocabulary'
import { listMissing } from './missing-foot'
import { assessInWords } from './objective-foot'

interface CollapsedLineProps {
  readonly block: Block
  readonly words: string
}

export function CollapsedLine({ block, words }: CollapsedLineProps) {
  return (
    <>
      <span className="block-line-title">{titleOf(block)}</span>
      {words ? <span className="block-line-words">{words}</span> : null}
    </>
  )
}

export function titleOf({ title, statement }: Block): string {
  return title || (statement.split('\n', 1)[0] ?? '') || 'Not named yet'
}

/** Closed, a card says in a few words how far it is. */
export function describeInLine(block: Block, index: RegisterIndex): string {
  if (block.kind === 'objective') return assessInWords(block, index).words
  const state = termOf(INITIATIVE_STATES, block.fields?.['initiativeState'])?.label ?? ''
  return [state, listMissing(block, index).join(', ')].filter(Boolean).join(': ')
}
