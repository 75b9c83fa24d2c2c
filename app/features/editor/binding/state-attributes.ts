import { $getState, type LexicalNode } from 'lexical'
import {
  IMAGE_ALT,
  IMAGE_CAPTION,
  IMAGE_FILE_ID,
  REF_BLOCK_ID,
  REF_KIND,
} from '../../../document/node-names'
import { $isBlockRefNode, blockIdState, kindState } from '../nodes/block-ref-node'
import { $getImage, $isImageNode } from '../nodes/image-node'

/** The state of a decorator that stands on a line of its own, as the attributes the binding writes for it. */
export function readStateAttributes(node: LexicalNode): Record<string, string> {
  if ($isBlockRefNode(node))
    return { [REF_BLOCK_ID]: $getState(node, blockIdState), [REF_KIND]: $getState(node, kindState) }
  if (!$isImageNode(node)) return {}
  const { fileId, alt, caption } = $getImage(node)
  return { [IMAGE_FILE_ID]: fileId, [IMAGE_ALT]: alt, [IMAGE_CAPTION]: caption }
}
