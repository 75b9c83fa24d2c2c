import {
  $create,
  $getState,
  $setState,
  DecoratorNode,
  type LexicalNode,
  createState,
} from 'lexical'
import type { ReactElement } from 'react'
import { FOOTNOTE } from '../../../document/node-names'
import { AtomSlot } from '../atoms/atom-slot'
import { createMarkElement } from './mark-element'
import { parseText } from './parse-text'

export const noteIdState = createState('noteId', { parse: parseText })

/** Where a footnote stands. What it says is in the document's `notes`, never here. */
export class FootnoteNode extends DecoratorNode<ReactElement> {
  override $config() {
    return this.config(FOOTNOTE, {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: noteIdState }],
    })
  }

  override createDOM(): HTMLElement {
    return createMarkElement()
  }

  override updateDOM(): false {
    return false
  }

  override exportDOM() {
    const element = createMarkElement()
    element.dataset.noteId = $getNoteId(this)
    return { element }
  }

  override decorate(): ReactElement {
    return (
      <AtomSlot atom={{ kind: 'footnote', noteId: $getNoteId(this) }} nodeKey={this.getKey()} />
    )
  }
}

export function $createFootnoteNode(noteId: string): FootnoteNode {
  return $setState($create(FootnoteNode), noteIdState, noteId)
}

export function $isFootnoteNode(node: LexicalNode | null | undefined): node is FootnoteNode {
  return node instanceof FootnoteNode
}

export function $getNoteId(node: FootnoteNode): string {
  return $getState(node, noteIdState)
}
