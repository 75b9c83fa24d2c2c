import {
  $getSelection,
  $isNodeSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { $isCitationNode } from '../nodes/citation-node'
import { $isFootnoteNode } from '../nodes/footnote-node'
import { $isImageNode } from '../nodes/image-node'
import type { DialogRequest, OpenDialog } from './dialog-request'

/** Enter on a footnote, a citation or a picture that the arrow keys have selected opens it. */
export function registerOpenByKey(editor: LexicalEditor, openDialog: OpenDialog): () => void {
  return editor.registerCommand(
    KEY_ENTER_COMMAND,
    (event) => {
      const request = $findRequest()
      if (!request) return false
      event?.preventDefault()
      openDialog(request)
      return true
    },
    COMMAND_PRIORITY_HIGH,
  )
}

function $findRequest(): DialogRequest | null {
  const selection = $getSelection()
  if (!$isNodeSelection(selection)) return null
  const [node, ...others] = selection.getNodes()
  if (!node || others.length > 0) return null
  const nodeKey = node.getKey()
  if ($isFootnoteNode(node)) return { type: 'footnote', nodeKey }
  if ($isCitationNode(node)) return { type: 'citation', nodeKey }
  return $isImageNode(node) ? { type: 'image', nodeKey } : null
}
