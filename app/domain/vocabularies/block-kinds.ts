import type { BlockKind } from '../strategy/strategy'

export const BLOCK_KIND_LABELS: Record<BlockKind, string> = {
  vision: 'Vision',
  priority: 'Priority',
  objective: 'Objective',
}

/** What each kind is for, where somebody chooses one. */
export const BLOCK_KIND_PURPOSES: Record<BlockKind, string> = {
  vision: 'The direction everybody shares, in 300 characters or fewer.',
  priority: 'One of the few things the partnership has chosen to change.',
  objective: 'What will be different, by when, measured how, and who leads.',
}
