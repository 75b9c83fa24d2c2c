import { useRef, useState } from 'react'
import { addMetricLink, removeMetricLink } from '../../document/edit'
import { FORM_ORIGIN } from '../../document/origins'
import type { ResolvedMetricLink } from '../../domain/links/resolve-links'
import type { MetricLink } from '../../domain/strategy/strategy'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { announce } from '../../ui/live-region'
import { SearchPicker } from '../../ui/search-picker'
import { useBlocks } from './blocks-context'
import { MetricLinkItem } from './metric-link-item'
import { nextFocus } from './next-focus'
import { OpenedPicker } from './opened-picker'
import { offerMetrics } from './pick-items'
import { useFocusAfter } from './use-focus-after'

interface MetricLinksProps {
  readonly blockId: string
  readonly name: string
  readonly links: readonly ResolvedMetricLink[]
  readonly onRemoved: (words: string, restore: () => void) => void
}

/** The metrics an objective is measured by, each with its baseline and target. */
export function MetricLinks({ blockId, name, links, onRemoved }: MetricLinksProps) {
  const { doc, registers, index, undo, newId } = useBlocks()
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const focusAfter = useFocusAfter(root)

  function put(link: MetricLink) {
    undo?.stopCapturing()
    addMetricLink(doc, { blockId, link }, FORM_ORIGIN)
    undo?.stopCapturing()
  }

  function add(metricId: string) {
    const id = newId()
    put({ id, metricId, baseline: null, baselineDate: null, target: null, targetDate: null })
    announce(
      `${name} is measured by ${index.metrics.get(metricId)?.plainTitle ?? 'the metric'}. Add its baseline and target.`,
    )
    setOpen(false)
    focusAfter(`[data-link="${id}"] input`)
  }

  function remove({ link, title }: ResolvedMetricLink, position: number) {
    const next = nextFocus(position, links.length)
    undo?.stopCapturing()
    removeMetricLink(doc, { blockId, linkId: link.id }, FORM_ORIGIN)
    undo?.stopCapturing()
    onRemoved(`Metric “${title}” removed, with its baseline and target.`, () => put(link))
    focusAfter(next === null ? '[data-add]' : `[data-remove="${next}"]`)
  }

  function close() {
    setOpen(false)
    focusAfter('[data-add]')
  }

  return (
    <div className="block-links" ref={root}>
      <h4 className="block-links-title">Metrics</h4>
      {links.length > 0 ? (
        <ul className="block-metrics">
          {links.map((link, position) => (
            <MetricLinkItem
              key={link.link.id}
              blockId={blockId}
              name={name}
              resolved={link}
              position={position}
              onRemove={() => remove(link, position)}
            />
          ))}
        </ul>
      ) : null}
      {isOpen ? (
        <OpenedPicker onClose={close}>
          <SearchPicker
            label={`Measure ${name} by a metric`}
            items={offerMetrics(registers.metrics)}
            selectedIds={links.map(({ link }) => link.metricId)}
            onPick={add}
          />
          <div className="block-actions">
            <Button type="button" small onClick={close}>
              Cancel
            </Button>
          </div>
        </OpenedPicker>
      ) : (
        <button type="button" className="block-add" data-add onClick={() => setOpen(true)}>
          <Icon name="plus" size={16} />
          {links.length === 0 ? 'No metric yet: choose one' : 'Add a metric'}
          <span className="visually-hidden"> for {name}</span>
        </button>
      )}
    </div>
  )
}
