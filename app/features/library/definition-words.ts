import { type DefinitionField, VALUE_TYPE_LABELS } from '../../domain/metrics/definition'
import {
  FREQUENCY_LABELS,
  METRIC_SCOPE_LABELS,
  POLARITY_LABELS,
  YEAR_TYPE_LABELS,
} from '../../domain/metrics/metric'
import { CHASMS } from '../../domain/vocabularies/true-north'

interface Option {
  readonly value: string
  readonly label: string
}

function toOptions(labels: Readonly<Record<string, string>>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}

/** What can be chosen, by field. */
export const CHOICES: Partial<Record<DefinitionField, readonly Option[]>> = {
  valueType: toOptions(VALUE_TYPE_LABELS),
  polarity: toOptions(POLARITY_LABELS),
  frequency: toOptions(FREQUENCY_LABELS),
  yearType: toOptions(YEAR_TYPE_LABELS),
  scope: toOptions(METRIC_SCOPE_LABELS),
  chasm: CHASMS.map(({ id, label }) => ({ value: id, label })),
}

/** Help where the question arises. */
export const HINTS: Partial<Record<DefinitionField, string>> = {
  plainTitle: 'As you would say it to somebody from outside: “Smoking in pregnancy”.',
  title: 'As its source calls it.',
  code: 'Short, and its own in this partnership: WV17.',
  definition: 'What is counted or measured, of whom, in which time.',
  unit: '% for a percentage; per 1,000 or per 100,000 for a rate; years for years of life; what is counted for a count, such as people.',
  yearType: 'Which month its years and quarters begin in.',
  source: 'The collection, survey or return its values come from.',
  sourceId: 'Such as Fingertips’ indicator number: imports find it by this.',
  numerator: 'What stands above the line.',
  denominator: 'What stands below the line.',
  decimals: '0 to 4; 1 if you leave it empty.',
  age: 'Such as 18 and over.',
  caveats: 'What a reader has to know before trusting a change.',
  disclosure: 'Such as: counts below 5 are withheld.',
  chasm: 'A metric of the integration index belongs to one of the three.',
  tags: 'With commas between them. People can look for them.',
  lagDays: 'From the end of a period until its value is published. Reminders go by it.',
  wantedSince: 'The first day of the first period that is wanted.',
}
