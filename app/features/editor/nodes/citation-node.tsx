import {
  $create,
  $getState,
  $setState,
  DecoratorNode,
  type LexicalNode,
  createState,
} from 'lexical'
import type { ReactElement } from 'react'
import { CITATION } from '../../../document/node-names'
import { AtomSlot } from '../atoms/atom-slot'
import { createMarkElement } from './mark-element'
import { parseText } from './parse-text'

export const sourceIdState = createState('sourceId', { parse: parseText })
export const locatorState = createState('locator', { parse: parseText })

export interface CitationFields {
  readonly sourceId: string
  /** Where in the source: `page 12`; often empty. */
  readonly locator: string
}

/** Where a source of the partnership's library is cited. */
export class CitationNode extends DecoratorNode<ReactElement> {
  override $config() {
    return this.config(CITATION, {
      extends: DecoratorNode,
      stateConfigs: [sourceIdState, locatorState].map((stateConfig) => ({
        flat: true,
        stateConfig,
      })),
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
    element.dataset.sourceId = $getCitation(this).sourceId
    return { element }
  }

  override decorate(): ReactElement {
    return <AtomSlot atom={{ kind: 'citation', ...$getCitation(this) }} nodeKey={this.getKey()} />
  }
}

export function $createCitationNode({ sourceId, locator }: CitationFields): CitationNode {
  const node = $create(CitationNode)
  $setState(node, sourceIdState, sourceId)
  $setState(node, locatorState, locator)
  return node
}

export function $isCitationNode(node: LexicalNode | null | undefined): node is CitationNode {
  return node instanceof CitationNode
}

export function $getCitation(node: CitationNode): CitationFields {
  return { sourceId: $getState(node, sourceIdState), locator: $getState(node, locatorState) }
}
