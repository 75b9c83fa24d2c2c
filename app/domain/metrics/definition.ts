import type { Metric, ValueType } from './metric'

/** What a metric is, apart from its values and who answers for it. */
export interface MetricDefinition extends Pick<
  Metric,
  | 'code'
  | 'title'
  | 'plainTitle'
  | 'definition'
  | 'numerator'
  | 'denominator'
  | 'unit'
  | 'valueType'
  | 'decimals'
  | 'polarity'
  | 'frequency'
  | 'yearType'
  | 'source'
  | 'sourceId'
  | 'licence'
  | 'sex'
  | 'age'
  | 'caveats'
  | 'rationale'
  | 'methodology'
  | 'disclosure'
  | 'scope'
  | 'chasm'
  | 'tags'
  | 'lagDays'
  | 'wantedSince'
> {
  readonly areaId: string
}

export type DefinitionField = keyof MetricDefinition

/** As a form and a list of changes name them, in the order they are read. */
export const DEFINITION_LABELS: Record<DefinitionField, string> = {
  code: 'Code',
  plainTitle: 'Plain title',
  title: 'Full title',
  definition: 'Definition',
  numerator: 'Numerator',
  denominator: 'Denominator',
  valueType: 'Kind of value',
  unit: 'Unit',
  decimals: 'Figures after the point',
  polarity: 'What is better',
  frequency: 'How often',
  yearType: 'Calendar',
  areaId: 'Area',
  sex: 'Sex',
  age: 'Age',
  source: 'Source',
  sourceId: 'The source’s number for it',
  licence: 'Licence',
  caveats: 'Caveats',
  rationale: 'Why it is measured',
  methodology: 'How it is worked out',
  disclosure: 'When values are withheld',
  scope: 'Kind of metric',
  chasm: 'Where care comes apart',
  tags: 'Tags',
  lagDays: 'Days until a value is there',
  wantedSince: 'Wanted since',
}

export const VALUE_TYPE_LABELS: Record<ValueType, string> = {
  proportion: 'Percentage of a group',
  count: 'Count',
  crude_rate: 'Rate per so many people',
  directly_standardised_rate: 'Rate, age standardised',
  mean: 'Average',
  ratio: 'Ratio',
  indirectly_standardised_ratio: 'Ratio to what was expected, standardised',
  life_expectancy: 'Years of life',
  slope_index: 'Slope index of inequality',
  score: 'Score',
}

/** What values already there are read by: changed, each of them would mean something else (rule ME45). */
export const FIXED_BY_VALUES = ['valueType', 'unit', 'frequency', 'yearType', 'areaId'] as const

export function definitionOf(metric: Metric): MetricDefinition {
  const {
    id: _id,
    partnershipId: _partnership,
    area,
    lead: _lead,
    deputy: _deputy,
    role: _role,
    retiredOn: _retired,
    version: _version,
    chart: _chart,
    target: _target,
    ...definition
  } = metric
  return { ...definition, areaId: area.id }
}
