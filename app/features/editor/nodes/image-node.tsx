import {
  $create,
  $getState,
  $setState,
  DecoratorNode,
  type LexicalNode,
  createState,
} from 'lexical'
import type { ReactElement } from 'react'
import { IMAGE } from '../../../document/node-names'
import { AtomSlot } from '../atoms/atom-slot'
import { parseText } from './parse-text'

export const fileIdState = createState('fileId', { parse: parseText })
export const altState = createState('alt', { parse: parseText })
export const captionState = createState('caption', { parse: parseText })

export interface ImageFields {
  readonly fileId: string
  readonly alt: string
  readonly caption: string
}

/** A picture of the partnership's, on a line of its own. The file is fetched by its id; no address is in the text. */
export class ImageNode extends DecoratorNode<ReactElement> {
  override $config() {
    return this.config(IMAGE, {
      extends: DecoratorNode,
      stateConfigs: [fileIdState, altState, captionState].map((stateConfig) => ({
        flat: true,
        stateConfig,
      })),
    })
  }

  override isInline(): false {
    return false
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div')
    element.className = 'editor-image'
    return element
  }

  override updateDOM(): false {
    return false
  }

  override exportDOM() {
    const element = document.createElement('figure')
    element.dataset.fileId = $getImage(this).fileId
    element.textContent = $getImage(this).alt
    return { element }
  }

  override decorate(): ReactElement {
    return <AtomSlot atom={{ kind: 'image', ...$getImage(this) }} nodeKey={this.getKey()} />
  }
}

export function $createImageNode(fields: ImageFields): ImageNode {
  const node = $create(ImageNode)
  $setState(node, fileIdState, fields.fileId)
  $setImageWords(node, fields)
  return node
}

export function $isImageNode(node: LexicalNode | null | undefined): node is ImageNode {
  return node instanceof ImageNode
}

export function $getImage(node: ImageNode): ImageFields {
  return {
    fileId: $getState(node, fileIdState),
    alt: $getState(node, altState),
    caption: $getState(node, captionState),
  }
}

export function $setImageWords(
  node: ImageNode,
  { alt, caption }: Pick<ImageFields, 'alt' | 'caption'>,
): void {
  $setState(node, altState, alt)
  $setState(node, captionState, caption)
}
