import { $getState, type LexicalNode } from 'lexical'
import { REF_BLOCK_ID, REF_KIND } from '../../../document/shape'
import { $isBlockRefNode, blockIdState, kindState } from '../nodes/block-ref-node'

/** A decorator's state as the attributes the binding writes for it. */
export function readStateAttributes(node: LexicalNode): Record<string, string> {
  if (!$isBlockRefNode(node)) return {}
  return { [REF_BLOCK_ID]: $getState(node, blockIdState), [REF_KIND]: $getState(node, kindState) }
}
