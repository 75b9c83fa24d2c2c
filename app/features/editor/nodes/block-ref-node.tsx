import {
  $create,
  $getState,
  $setState,
  DecoratorNode,
  type LexicalNode,
  type SerializedLexicalNode,
  createState,
} from 'lexical'
import type { ReactElement } from 'react'
import { BLOCK_KINDS, type BlockKind } from '../../../domain/strategy/strategy'
import { BLOCK_REF } from '../../../document/node-names'
import { BlockSlot } from './block-slot'

export const blockIdState = createState('blockId', {
  parse: (value) => (typeof value === 'string' ? value : ''),
})
export const kindState = createState('kind', { parse: parseKind })

/** Where a block stands in the prose. Everything the block says is in the document's `blocks`, never here. */
export class BlockRefNode extends DecoratorNode<ReactElement> {
  override $config() {
    return this.config(BLOCK_REF, {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: blockIdState },
        { flat: true, stateConfig: kindState },
      ],
    })
  }

  override isInline(): false {
    return false
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div')
    element.className = 'editor-block'
    return element
  }

  override updateDOM(): false {
    return false
  }

  override exportDOM() {
    const element = document.createElement('section')
    element.dataset.blockId = $getState(this, blockIdState)
    return { element }
  }

  override exportJSON(): SerializedLexicalNode {
    return super.exportJSON()
  }

  override decorate(): ReactElement {
    return <BlockSlot blockId={$getState(this, blockIdState)} nodeKey={this.getKey()} />
  }
}

export function $createBlockRefNode(blockId: string, kind: BlockKind): BlockRefNode {
  const node = $create(BlockRefNode)
  $setState(node, blockIdState, blockId)
  $setState(node, kindState, kind)
  return node
}

export function $isBlockRefNode(node: LexicalNode | null | undefined): node is BlockRefNode {
  return node instanceof BlockRefNode
}

export function $getBlockId(node: BlockRefNode): string {
  return $getState(node, blockIdState)
}

function parseKind(value: unknown): BlockKind {
  return BLOCK_KINDS.find((kind) => kind === value) ?? 'objective'
}
