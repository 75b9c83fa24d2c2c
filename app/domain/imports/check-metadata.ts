import type { Metric, Polarity, ValueType } from '../metrics/metric'
import { sameUnit } from '../numbers/unit'

/** What a source says of a metric, in its own words; empty where it says nothing. */
export interface SourceMetadata {
  readonly polarity: string
  readonly valueType: string
  readonly unit: string
}

/** As Fingertips writes them, without the prefix of its colours. */
const POLARITIES: Record<string, Polarity> = {
  'high is good': 'high_good',
  'low is good': 'low_good',
  'no judgement': 'neutral',
  'blue orange blue': 'neutral',
  'not applicable': 'neutral',
}

const VALUE_TYPES: Record<string, ValueType> = {
  count: 'count',
  proportion: 'proportion',
  'crude rate': 'crude_rate',
  'directly standardised rate': 'directly_standardised_rate',
  'life expectancy': 'life_expectancy',
  mean: 'mean',
  ratio: 'ratio',
  score: 'score',
  'indirectly standardised ratio': 'indirectly_standardised_ratio',
  'indirectly standardised proportion': 'indirectly_standardised_ratio',
  'slope index of inequality': 'slope_index',
}

/** Null when the words are none that are known, or there are none. */
export function readPolarity(words: string): Polarity | null {
  const said = words
    .toLowerCase()
    .replace(/^(rag|bob) - /, '')
    .trim()
  return POLARITIES[said] ?? null
}

export function readValueType(words: string): ValueType | null {
  return VALUE_TYPES[words.toLowerCase().trim()] ?? null
}

const SIDES: Record<Polarity, string> = {
  high_good: 'a higher value is better',
  low_good: 'a lower value is better',
  neutral: 'neither side is better',
}

/**
 * Where the source and the metric disagree, each in one sentence. None of them stops an import: polarity differs
 * between Fingertips' own profiles (rules IM36–IM38).
 */
export function compareMetadata(
  source: SourceMetadata,
  metric: Pick<Metric, 'polarity' | 'valueType' | 'unit'>,
): string[] {
  const polarity = readPolarity(source.polarity)
  const valueType = readValueType(source.valueType)
  const unit = source.unit.trim()
  return [
    polarity !== null && polarity !== metric.polarity
      ? `The source says that ${SIDES[polarity]}, and this metric that ${SIDES[metric.polarity]}.`
      : '',
    valueType !== null && valueType !== metric.valueType
      ? `The source’s values are of another kind: “${source.valueType.trim()}”.`
      : '',
    unit !== '' && !sameUnit(unit, metric.unit)
      ? `The source measures in “${unit}”, and this metric in “${metric.unit}”.`
      : '',
  ].filter((sentence) => sentence !== '')
}
