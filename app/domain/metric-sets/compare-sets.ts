import { formatDate } from '../dates/format-date'
import { DEFINITION_LABELS, type DefinitionField, VALUE_TYPE_LABELS } from '../metrics/definition'
import {
  FREQUENCY_LABELS,
  METRIC_ROLE_SHORT,
  METRIC_SCOPE_LABELS,
  POLARITY_LABELS,
  YEAR_TYPE_LABELS,
} from '../metrics/metric'
import { countOf } from '../numbers/format-number'
import { CHASMS } from '../vocabularies/true-north'
import type { AgreedMetric, SetContent } from './metric-set'

export interface WordedField {
  readonly label: string
  /** Empty where nothing was said. */
  readonly value: string
}

export interface FieldChange {
  readonly label: string
  readonly before: string
  readonly after: string
}

type NamedMetric = Pick<AgreedMetric, 'id' | 'code' | 'plainTitle'>

export interface MetricChange {
  readonly metric: NamedMetric
  readonly fields: readonly FieldChange[]
}

export interface SetChanges {
  readonly came: readonly NamedMetric[]
  readonly went: readonly NamedMetric[]
  readonly changed: readonly MetricChange[]
}

/** Everything a version says of a metric, in words. */
export function wordMetric(metric: AgreedMetric): WordedField[] {
  const fields = Object.keys(DEFINITION_LABELS) as DefinitionField[]
  return [
    ...fields.map((field) => ({
      label: DEFINITION_LABELS[field],
      value: wordField(metric, field),
    })),
    { label: 'Role', value: METRIC_ROLE_SHORT[metric.role] },
  ]
}

/** Those whose stored word is not the one people read. */
const WORDS: Partial<Record<DefinitionField, (metric: AgreedMetric) => string>> = {
  areaId: ({ areaName }) => areaName,
  valueType: ({ valueType }) => VALUE_TYPE_LABELS[valueType],
  polarity: ({ polarity }) => POLARITY_LABELS[polarity],
  frequency: ({ frequency }) => FREQUENCY_LABELS[frequency],
  yearType: ({ yearType }) => YEAR_TYPE_LABELS[yearType],
  scope: ({ scope }) => METRIC_SCOPE_LABELS[scope],
  chasm: ({ chasm }) => CHASMS.find(({ id }) => id === chasm)?.label ?? '',
  tags: ({ tags }) => tags.join(', '),
  wantedSince: ({ wantedSince }) => (wantedSince === null ? '' : formatDate(wantedSince)),
}

function wordField(metric: AgreedMetric, field: DefinitionField): string {
  return WORDS[field]?.(metric) ?? String(metric[field] ?? '')
}

/** What the second text says otherwise than the first (rule MS5). */
export function compareSets(before: SetContent, after: SetContent): SetChanges {
  const old = new Map(before.metrics.map((metric) => [metric.id, metric]))
  const now = new Set(after.metrics.map(({ id }) => id))
  return {
    came: after.metrics.filter(({ id }) => !old.has(id)).map(nameMetric),
    went: before.metrics.filter(({ id }) => !now.has(id)).map(nameMetric),
    changed: after.metrics.flatMap((metric) => {
      const was = old.get(metric.id)
      const fields = was ? compareMetrics(was, metric) : []
      return fields.length > 0 ? [{ metric: nameMetric(metric), fields }] : []
    }),
  }
}

/** `2 metrics came, 1 metric is worded otherwise.` */
export function describeChanges({ came, went, changed }: SetChanges): string {
  const parts = [
    came.length > 0 ? `${countOf(came.length, 'metric')} came` : '',
    went.length > 0 ? `${countOf(went.length, 'metric')} went` : '',
    changed.length > 0
      ? `${countOf(changed.length, 'metric')} ${changed.length === 1 ? 'is' : 'are'} worded otherwise`
      : '',
  ].filter(Boolean)
  return parts.length === 0 ? 'They say the same.' : `${parts.join(', ')}.`
}

function compareMetrics(before: AgreedMetric, after: AgreedMetric): FieldChange[] {
  const now = wordMetric(after)
  return wordMetric(before).flatMap(({ label, value }, at) => {
    const next = now[at]?.value ?? ''
    return next === value ? [] : [{ label, before: value, after: next }]
  })
}

function nameMetric({ id, code, plainTitle }: AgreedMetric): NamedMetric {
  return { id, code, plainTitle }
}
