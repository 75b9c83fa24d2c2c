import type { Vocabulary } from '../vocabularies/vocabulary'
import type { BlockKind } from './strategy'

/** How a field is stored: a shared text, a set of ids, or one value. */
export const TEXT_TYPES = ['text', 'line'] as const
export const SET_TYPES = ['choices', 'organisations', 'places', 'needs', 'blocks'] as const
export const VALUE_TYPES = [
  'choice',
  'date',
  'year',
  'number',
  'person',
  'organisation',
  'place',
  'block',
  'metric',
  'source',
] as const

export type TextType = (typeof TEXT_TYPES)[number]
export type SetType = (typeof SET_TYPES)[number]
export type ValueType = (typeof VALUE_TYPES)[number]

interface FieldBase {
  readonly key: string
  readonly label: string
  /** Heading on the card. */
  readonly group: string
  readonly hint?: string
  /** What is said of a block without it, `no lead`; left out for what may stay empty. */
  readonly needed?: string
}

/** One field of a kind of block. */
export type FieldDefinition = FieldBase &
  (
    | { readonly type: 'choice' | 'choices'; readonly options: Vocabulary }
    | { readonly type: 'block' | 'blocks'; readonly kinds: readonly BlockKind[] }
    | {
        readonly type: Exclude<
          TextType | SetType | ValueType,
          'choice' | 'choices' | 'block' | 'blocks'
        >
      }
  )

export type FieldType = FieldDefinition['type']

export function isTextType(type: FieldType): type is TextType {
  return TEXT_TYPES.some((known) => known === type)
}

export function isSetType(type: FieldType): type is SetType {
  return SET_TYPES.some((known) => known === type)
}
