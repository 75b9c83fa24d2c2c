import {
  $create,
  $getState,
  $setState,
  DecoratorNode,
  type LexicalNode,
  createState,
} from 'lexical'
import type { ReactElement } from 'react'
import { METRIC_CHIP } from '../../../document/node-names'
import { AtomSlot } from '../atoms/atom-slot'
import { createMarkElement } from './mark-element'
import { parseText } from './parse-text'

export const metricIdState = createState('metricId', { parse: parseText })

/** A metric named in a line; its value is shown as it is now, never stored here. */
export class MetricChipNode extends DecoratorNode<ReactElement> {
  override $config() {
    return this.config(METRIC_CHIP, {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: metricIdState }],
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
    element.dataset.metricId = $getMetricId(this)
    return { element }
  }

  override decorate(): ReactElement {
    return (
      <AtomSlot atom={{ kind: 'metric', metricId: $getMetricId(this) }} nodeKey={this.getKey()} />
    )
  }
}

export function $createMetricChipNode(metricId: string): MetricChipNode {
  return $setState($create(MetricChipNode), metricIdState, metricId)
}

export function $isMetricChipNode(node: LexicalNode | null | undefined): node is MetricChipNode {
  return node instanceof MetricChipNode
}

export function $getMetricId(node: MetricChipNode): string {
  return $getState(node, metricIdState)
}
