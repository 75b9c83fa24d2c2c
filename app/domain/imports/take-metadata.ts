import { type Metric, POLARITY_LABELS, type ValueType, YEAR_TYPE_LABELS } from '../metrics/metric'
import { sameUnit } from '../numbers/unit'
import { type Outcome, done, refuse } from '../outcome/outcome'
import {
  METADATA_FIELDS,
  type MetadataField,
  type MetadataWords,
  type SourceIndicator,
} from './read-metadata'

/** One field in which the source says something else than is known here. */
export interface MetadataDifference {
  readonly field: MetadataField
  readonly label: string
  /** As stored, to be sure of what was replaced. */
  readonly from: string
  readonly to: string
  /** As shown. */
  readonly fromWords: string
  readonly toWords: string
  /** Chosen beforehand, for a person to choose, or kept because values depend on it. */
  readonly offer: 'chosen' | 'open' | 'kept'
}

export type DescribedMetric = Pick<Metric, MetadataField>

const LABELS: Record<MetadataField, string> = {
  definition: 'Definition',
  rationale: 'Why it matters',
  numerator: 'Numerator',
  denominator: 'Denominator',
  unit: 'Unit',
  valueType: 'Kind of value',
  polarity: 'Which side is better',
  yearType: 'Kind of year',
  source: 'Source',
  methodology: 'Methodology',
  disclosure: 'Disclosure control',
  caveats: 'Caveats',
  licence: 'Licence',
}

const VALUE_TYPE_WORDS: Record<ValueType, string> = {
  count: 'Count',
  proportion: 'Proportion',
  crude_rate: 'Crude rate',
  directly_standardised_rate: 'Directly standardised rate',
  life_expectancy: 'Life expectancy',
  mean: 'Mean',
  ratio: 'Ratio',
  score: 'Score',
  indirectly_standardised_ratio: 'Indirectly standardised ratio',
  slope_index: 'Slope index of inequality',
}

/** What a value is measured in. Whoever changed it would change what the values say. */
const MEASURED_SO: readonly MetadataField[] = ['unit', 'valueType', 'yearType']

/** Only what differs; what the source leaves out it does not deny (rules IM42, IM44, IM45). */
export function compareFields(
  source: Pick<SourceIndicator, 'said'>,
  metric: DescribedMetric,
  hasValues: boolean,
): MetadataDifference[] {
  return METADATA_FIELDS.flatMap((field) => {
    const to = source.said[field]
    const from = metric[field]
    if (to === undefined || isSame(field, from, to)) return []
    const isKept = hasValues && MEASURED_SO.includes(field)
    return [
      {
        field,
        label: LABELS[field],
        from,
        to,
        fromWords: inWords(field, from),
        toWords: inWords(field, to),
        offer: isKept ? 'kept' : from.trim() === '' ? 'chosen' : 'open',
      } as const,
    ]
  })
}

function isSame(field: MetadataField, from: string, to: string): boolean {
  return field === 'unit' ? sameUnit(from, to) : from.trim() === to
}

function inWords(field: MetadataField, stored: string): string {
  const words: Record<string, string> =
    field === 'polarity'
      ? POLARITY_LABELS
      : field === 'yearType'
        ? YEAR_TYPE_LABELS
        : field === 'valueType'
          ? VALUE_TYPE_WORDS
          : {}
  return words[stored] ?? stored
}

/** A field a person chose, from what the page said was its old and its new words. */
export interface ChosenField extends Pick<MetadataDifference, 'from' | 'to'> {
  readonly field: string
}

/** What is to be written: the chosen fields, if each is still as it was shown (rule IM46). */
export function takeFields(
  differences: readonly MetadataDifference[],
  chosen: readonly ChosenField[],
): Outcome<MetadataWords> {
  const taken = new Map<MetadataField, string>()
  for (const { field, from, to } of chosen) {
    const now = differences.find((one) => one.field === field)
    if (!now || now.from !== from || now.to !== to)
      return refuse(
        'conflict',
        'A field has been changed since this page was opened. Nothing was taken over: look at it again.',
      )
    if (now.offer === 'kept')
      return refuse('invalid', `${now.label} stays: this metric has values that were measured so.`)
    taken.set(now.field, to)
  }
  return done(Object.fromEntries(taken))
}
