import { useState } from 'react'
import { countOf } from '../../domain/numbers/format-number'
import { FieldNotes, fieldId } from '../../ui/field'

export interface ChoosableMetric {
  readonly id: string
  readonly code: string
  readonly plainTitle: string
  readonly tags: readonly string[]
}

interface MetricChoiceProps {
  readonly metrics: readonly ChoosableMetric[]
  readonly chosen: readonly string[]
  readonly error: string | undefined
}

/** Every metric with a box to tick; the search hides those it does not find, and unticks none. */
export function MetricChoice({ metrics, chosen, error }: MetricChoiceProps) {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set(chosen))
  const [search, setSearch] = useState('')
  const id = fieldId('metrics')

  function tick(metricId: string, isOn: boolean) {
    const next = new Set(ids)
    if (isOn) next.add(metricId)
    else next.delete(metricId)
    setIds(next)
  }

  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={error ? 'field field-wrong set-choice' : 'field set-choice'}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="field-label">Metrics</legend>
      <FieldNotes id={id} error={error} />
      <label className="set-choice-search">
        Find some
        <input
          type="search"
          className="field-control"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          // Enter looks, and does not send the form.
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault()
          }}
        />
      </label>
      <output className="set-detail">{countOf(ids.size, 'metric')} chosen</output>
      <ul>
        {metrics.map((metric) => (
          <li key={metric.id} hidden={!isFound(metric, search)}>
            <label className="set-choice-option">
              <input
                type="checkbox"
                name="metric"
                value={metric.id}
                checked={ids.has(metric.id)}
                onChange={(event) => tick(metric.id, event.target.checked)}
              />
              <span>
                {metric.plainTitle} <span className="set-detail">{metric.code}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function isFound({ code, plainTitle, tags }: ChoosableMetric, search: string): boolean {
  const text = [code, plainTitle, ...tags].join(' ').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
