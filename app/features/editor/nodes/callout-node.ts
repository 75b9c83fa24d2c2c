import {
  $create,
  $createParagraphNode,
  $getState,
  $setState,
  ElementNode,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
  createState,
} from 'lexical'
import { CALLOUT } from '../../../document/node-names'
import { CALLOUT_TONES, type CalloutTone } from '../../../domain/strategy/strategy'
import { CALLOUT_LABELS } from '../../../domain/vocabularies/callout-tones'

export const toneState = createState('tone', { parse: parseTone })

/** A paragraph set apart from the rest; its tone is a word, never a colour alone. */
export class CalloutNode extends ElementNode {
  override $config() {
    return this.config(CALLOUT, {
      extends: ElementNode,
      stateConfigs: [{ flat: true, stateConfig: toneState }],
    })
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div')
    this.show(element)
    return element
  }

  override updateDOM(_previous: this, element: HTMLElement): false {
    this.show(element)
    return false
  }

  override exportDOM() {
    const element = document.createElement('aside')
    element.dataset.tone = $getTone(this)
    return { element }
  }

  override insertNewAfter(_: RangeSelection, restoreSelection?: boolean): ParagraphNode {
    const paragraph = $createParagraphNode()
    this.insertAfter(paragraph, restoreSelection)
    return paragraph
  }

  override collapseAtStart(): true {
    const paragraph = $createParagraphNode().append(...this.getChildren())
    this.replace(paragraph)
    return true
  }

  override canIndent(): false {
    return false
  }

  private show(element: HTMLElement): void {
    const tone = $getTone(this)
    element.className = 'prose-callout'
    element.setAttribute('role', 'note')
    element.setAttribute('aria-label', CALLOUT_LABELS[tone])
    element.dataset.tone = tone
    element.dataset.label = CALLOUT_LABELS[tone]
  }
}

export function $createCalloutNode(tone: CalloutTone): CalloutNode {
  return $setState($create(CalloutNode), toneState, tone)
}

export function $isCalloutNode(node: LexicalNode | null | undefined): node is CalloutNode {
  return node instanceof CalloutNode
}

export function $getTone(node: CalloutNode): CalloutTone {
  return $getState(node, toneState)
}

export function $setTone(node: CalloutNode, tone: CalloutTone): void {
  $setState(node, toneState, tone)
}

function parseTone(value: unknown): CalloutTone {
  return CALLOUT_TONES.find((tone) => tone === value) ?? 'note'
}
