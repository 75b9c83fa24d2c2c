import type { TextAnchor, ThreadPerson } from '../discussion/thread'
import type { BlockKind, FieldValue } from '../strategy/strategy'

export const SUGGESTION_STATES = [
  'proposed',
  'accepted',
  'rejected',
  'withdrawn',
  'superseded',
] as const
export type SuggestionState = (typeof SUGGESTION_STATES)[number]

/** Where a block stands: after another of the same chapter, or before its first. */
export interface SuggestedPlace {
  readonly chapterId: string
  /** Null: before the first block of the chapter, or at its end when it has none. */
  readonly afterBlockId: string | null
  /** What it stood behind before, nearest first, as Yjs names items; looked for before `afterBlockId`. */
  readonly behind?: readonly { readonly client: number; readonly clock: number }[]
}

export interface TextChange {
  readonly type: 'text'
  readonly chapterId: string
  /** The words as they are; never empty, never more than one line. */
  readonly anchor: TextAnchor
  /** What would stand there; empty: the words go. */
  readonly insert: string
  /** When it was made these words in these surroundings stood once: they may be found by themselves. */
  readonly isOnlyPlace: boolean
}

export interface FormatChange {
  readonly type: 'format'
  readonly chapterId: string
  readonly anchor: TextAnchor
  readonly format: 'bold' | 'italic'
  readonly isOn: boolean
  readonly isOnlyPlace: boolean
}

export interface NewParagraphChange {
  readonly type: 'new_paragraph'
  readonly chapterId: string
  /** Words of the line it would follow. */
  readonly anchor: TextAnchor
  readonly insert: string
  readonly isOnlyPlace: boolean
}

export interface RemoveParagraphChange {
  readonly type: 'remove_paragraph'
  readonly chapterId: string
  /** All words of the line. */
  readonly anchor: TextAnchor
  readonly isOnlyPlace: boolean
}

export interface FieldChange {
  readonly type: 'field'
  readonly blockId: string
  readonly key: string
  readonly before: FieldValue | null
  readonly after: FieldValue | null
}

export interface MoveBlockChange {
  readonly type: 'move_block'
  readonly blockId: string
  /** Null: it did not stand in the text. */
  readonly from: SuggestedPlace | null
  readonly to: SuggestedPlace
}

export interface NewBlockChange {
  readonly type: 'new_block'
  readonly blockId: string
  readonly kind: BlockKind
  readonly title: string
  readonly statement: string
  readonly parentId: string | null
  readonly to: SuggestedPlace
}

export interface RemoveBlockChange {
  readonly type: 'remove_block'
  readonly blockId: string
}

export type WordsChange = TextChange | FormatChange | NewParagraphChange | RemoveParagraphChange
export type BlockChange = FieldChange | MoveBlockChange | NewBlockChange | RemoveBlockChange

/** What somebody would have different. Self-contained: it can be made on any later state of the text, or refused. */
export type SuggestedChange = WordsChange | BlockChange

export const SUGGESTION_ACTIONS = [
  'propose',
  'accept',
  'reject',
  'withdraw',
  'supersede',
  'reopen',
] as const
export type SuggestionAction = (typeof SUGGESTION_ACTIONS)[number]

/** One thing that was done about a suggestion; kept for good. */
export interface SuggestionEvent {
  readonly action: SuggestionAction
  readonly person: ThreadPerson
  /** May be empty, except when it was rejected. */
  readonly reason: string
  /** Written into the text by the person's own hand. */
  readonly byHand: boolean
  /** What was accepted instead of what was suggested; null when it was that. */
  readonly words: string | null
  /** How a body or the partnership voted on it. */
  readonly vote: {
    readonly votesFor: number
    readonly votesAgainst: number
    readonly votesAbstained: number
  } | null
  readonly minuteReference: string
  /** ISO 8601, UTC. */
  readonly at: string
}

export interface Suggestion {
  readonly id: string
  readonly strategyId: string
  readonly change: SuggestedChange
  readonly state: SuggestionState
  /** Where it is listed; null when it is about nothing that stands in the text. */
  readonly chapterId: string | null
  /** What it is about: “Objective 2.3: Fewer falls”, or the chapter’s title. */
  readonly about: string
  /** The words as they were and as they would be, for reading; kept whatever becomes of the text. */
  readonly before: string
  readonly after: string
  readonly createdAt: string
  readonly createdBy: ThreadPerson
  /** The body that makes it formally, as an amendment. */
  readonly amendment: { readonly number: number; readonly bodyName: string } | null
  /** An accepted change that the program can take back. */
  readonly mayBeUndone: boolean
  /** Oldest first; the first is the proposal and holds its reason. */
  readonly events: readonly SuggestionEvent[]
}
