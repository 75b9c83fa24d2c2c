import type { SuggestionState } from '../suggestions/suggestion'

/** Where an amendment stands in the text as it is now. */
export type AmendedPlace =
  | {
      readonly kind: 'words'
      readonly chapterId: string
      /** In the chapter's text; equal for something new between two lines. */
      readonly start: number
      readonly end: number
      /** A whole paragraph goes. */
      readonly isRemoval: boolean
    }
  | { readonly kind: 'field'; readonly blockId: string; readonly key: string }
  | { readonly kind: 'block'; readonly blockId: string; readonly isRemoval: boolean }

/** An amendment as far as others are concerned. */
export interface Placed {
  readonly number: number
  readonly state: SuggestionState
  /** Null when what it is about is gone or has changed. */
  readonly place: AmendedPlace | null
  /** What would stand there; two that write the same would do the same. */
  readonly after: string
}

export type Relation = 'identical' | 'contradicts' | 'overlaps' | 'swallows' | 'swallowed_by'

export interface Collision {
  readonly with: number
  readonly relation: Relation
}

/** The others each one collides with, by its number, in order (SPEC.md AM10–AM12). */
export function findCollisions(all: readonly Placed[]): ReadonlyMap<number, readonly Collision[]> {
  const counted = all.filter(({ state }) => state === 'proposed' || state === 'accepted')
  return new Map(
    counted.map((one) => [
      one.number,
      counted.flatMap((other) => {
        const relation = one === other ? null : relate(one, other)
        return relation ? [{ with: other.number, relation }] : []
      }),
    ]),
  )
}

/** How one stands to another; null when they have nothing to do with each other. */
export function relate(one: Placed, other: Placed): Relation | null {
  if (!one.place || !other.place) return null
  if (isSamePlace(one.place, other.place))
    return one.after === other.after ? 'identical' : 'contradicts'
  if (swallows(one.place, other.place)) return 'swallows'
  if (swallows(other.place, one.place)) return 'swallowed_by'
  return touches(one.place, other.place) ? 'overlaps' : null
}

function isSamePlace(one: AmendedPlace, other: AmendedPlace): boolean {
  if (one.kind === 'words')
    return (
      other.kind === 'words' &&
      one.chapterId === other.chapterId &&
      one.start === other.start &&
      one.end === other.end
    )
  if (one.kind === 'field')
    return other.kind === 'field' && one.blockId === other.blockId && one.key === other.key
  return other.kind === 'block' && one.blockId === other.blockId
}

function swallows(one: AmendedPlace, other: AmendedPlace): boolean {
  if (one.kind === 'words')
    return (
      one.isRemoval &&
      other.kind === 'words' &&
      one.chapterId === other.chapterId &&
      one.start <= other.start &&
      other.end <= one.end &&
      other.start < other.end
    )
  return (
    one.kind === 'block' && one.isRemoval && other.kind === 'field' && one.blockId === other.blockId
  )
}

function touches(one: AmendedPlace, other: AmendedPlace): boolean {
  if (one.kind !== 'words' || other.kind !== 'words') return false
  return one.chapterId === other.chapterId && one.start < other.end && other.start < one.end
}

const RELATION_WORDS: Record<Relation, string> = {
  identical: 'says the same as',
  contradicts: 'would put something else in the place of',
  overlaps: 'shares words with',
  swallows: 'would remove the words of',
  swallowed_by: 'is about words that would be removed by',
}

export function describeCollision({ relation, with: number }: Collision): string {
  return `It ${RELATION_WORDS[relation]} amendment ${number}.`
}

interface Votable extends Placed {
  /** How many words it would change. */
  readonly weight: number
}

/** Those that collide with each other in the order to vote on them: furthest from the text first (SPEC.md AM14). */
export function orderForVote<T extends Votable>(group: readonly T[]): readonly T[] {
  return [...group].sort(
    (a, b) =>
      Number(isRemoval(b)) - Number(isRemoval(a)) || b.weight - a.weight || a.number - b.number,
  )
}

function isRemoval({ place }: Placed): boolean {
  return place !== null && place.kind !== 'field' && place.isRemoval
}
