import type { CalloutTone } from '../strategy/strategy'

/** What a call-out is, said before its words. */
export const CALLOUT_LABELS: Record<CalloutTone, string> = {
  note: 'Note',
  important: 'Important',
  example: 'Example',
}
