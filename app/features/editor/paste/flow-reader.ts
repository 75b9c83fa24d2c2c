import type { Inline, ProseNode } from '../../../domain/strategy/strategy'
import type { LeftOut } from './clip'
import type { WordFormat } from './element-look'

export interface FlowPlace {
  readonly format: WordFormat
  /** What a row of words becomes here. */
  readonly wrap: (content: readonly Inline[]) => ProseNode
  readonly depth: number
}

/** What lists and tables need of the reader they stand in. */
export interface FlowReader {
  readonly left: LeftOut
  readFlow(element: Element, place: FlowPlace): ProseNode[]
  /** Whether nothing of the element comes along; counts what stays behind. */
  isLeftOut(element: Element): boolean
}
