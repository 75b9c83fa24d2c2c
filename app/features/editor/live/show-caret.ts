import type { BindingV2 } from '@lexical/yjs'

const MARGIN_PX = 80

/** Scrolls to another person's caret as it is drawn; not while it is in sight, so that reading stays calm. */
export function showCaret(binding: BindingV2, clientId: number): void {
  const caret = binding.cursors.get(clientId)?.selection?.caret
  if (!caret) return
  const { top, bottom } = caret.getBoundingClientRect()
  const isInSight = top > MARGIN_PX && bottom < innerHeight - MARGIN_PX
  if (!isInSight) caret.scrollIntoView({ block: 'center' })
}
