import { setMetricLink } from '../../document/edit'
import { FORM_ORIGIN } from '../../document/origins'
import { formatDate } from '../../domain/dates/format-date'
import { parseTypedDate } from '../../domain/dates/parse-date'
import { type ResolvedMetricLink, describeLatest } from '../../domain/links/resolve-links'
import { formatForField } from '../../domain/numbers/format-number'
import { parseValue } from '../../domain/numbers/parse-number'
import type { MetricLink } from '../../domain/strategy/strategy'
import { Icon } from '../../ui/icon'
import { useBlocks } from './blocks-context'
import { DraftInput } from './draft-input'

interface MetricLinkItemProps {
  readonly blockId: string
  readonly name: string
  readonly resolved: ResolvedMetricLink
  readonly position: number
  readonly onRemove: () => void
}

/** One metric of an objective: where it started, where it stands, where it is to go. */
export function MetricLinkItem({
  blockId,
  name,
  resolved,
  position,
  onRemove,
}: MetricLinkItemProps) {
  const { doc } = useBlocks()
  const { link, metric, title } = resolved
  const whose = `${title}, ${name}`

  function set(values: Partial<Omit<MetricLink, 'id' | 'metricId'>>) {
    setMetricLink(doc, { blockId, linkId: link.id, values }, FORM_ORIGIN)
  }

  function parse(text: string) {
    return parseValue(text, metric?.unit ?? null)
  }

  const figure = { parse, numeric: true, suffix: metric?.unit ?? 'no unit known' }
  const decimals = metric?.decimals ?? 0
  return (
    <li className="block-metric" data-link={link.id}>
      <div className="block-metric-head">
        <p className="block-metric-title">
          <span className={metric ? undefined : 'block-gone'}>{title}</span>
          {metric ? (
            <span className="block-detail">{`Latest ${describeLatest(metric.latest, metric)}`}</span>
          ) : null}
        </p>
        <button
          type="button"
          className="block-chip-remove"
          data-remove={position}
          aria-label={`Remove the metric “${title}” from ${name}`}
          onClick={onRemove}
        >
          <Icon name="close" size={16} />
        </button>
      </div>
      <div className="block-figures">
        <div className="block-figure">
          <span className="block-figure-term">Baseline</span>
          <span className="block-figure-value">
            <DraftInput
              {...figure}
              label={`Baseline of ${whose}`}
              shown={formatForField(link.baseline, decimals)}
              placeholder="None"
              onStore={(baseline) => set({ baseline })}
            />
            <span className="block-figure-word">at</span>
            <DraftInput
              label={`Date of the baseline of ${whose}`}
              shown={showDate(link.baselineDate)}
              placeholder="date"
              parse={parseTypedDate}
              onStore={(baselineDate) => set({ baselineDate })}
            />
          </span>
        </div>
        <div className="block-figure">
          <span className="block-figure-term">Target</span>
          <span className="block-figure-value">
            <DraftInput
              {...figure}
              label={`Target for ${whose}`}
              shown={formatForField(link.target, decimals)}
              placeholder="None"
              onStore={(target) => set({ target })}
            />
            <span className="block-figure-word">by</span>
            <DraftInput
              label={`Date of the target for ${whose}`}
              shown={showDate(link.targetDate)}
              placeholder="date"
              parse={parseTypedDate}
              onStore={(targetDate) => set({ targetDate })}
            />
          </span>
        </div>
      </div>
    </li>
  )
}

function showDate(date: string | null): string {
  return date === null ? '' : formatDate(date)
}
