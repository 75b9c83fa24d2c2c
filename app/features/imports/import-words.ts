import type { ImportField } from '../../domain/imports/map-columns'
import type { PlannedKind } from '../../domain/imports/plan-import'
import { AT_WORK, type ImportState } from '../../domain/imports/import-state'

/** Something is being done in the background. */
export function isAtWork(state: ImportState): boolean {
  return AT_WORK.includes(state)
}

/** Nothing has been recorded, and the columns can still be chosen. */
export function isOpen(state: ImportState): boolean {
  return state === 'uploaded' || state === 'looked' || state === 'failed'
}

/** What becomes of rows, before they are recorded and after. */
export const KIND_WORDS: Record<PlannedKind, { readonly before: string; readonly after: string }> =
  {
    new: { before: 'New values', after: 'Values added' },
    supersedes: { before: 'Values that replace another', after: 'Values replaced' },
    same: { before: 'Known already', after: 'Known already' },
    repeated: { before: 'Said before in this file', after: 'Said before in this file' },
    no_value: { before: 'Without a value', after: 'Without a value' },
    passed_over: { before: 'Of other areas or metrics', after: 'Of other areas or metrics' },
    error: { before: 'With a problem', after: 'With a problem, left out' },
  }

export const FIELD_WORDS: Record<ImportField, string> = {
  metric: 'Metric’s code',
  metricName: 'Metric’s name',
  areaCode: 'Area’s code',
  areaName: 'Area’s name',
  period: 'Period',
  value: 'Value',
  lower95: 'Lower end of the 95% interval',
  upper95: 'Upper end of the 95% interval',
  numerator: 'Numerator',
  denominator: 'Denominator',
  note: 'Note',
  unit: 'Unit',
  sex: 'Sex',
  age: 'Age',
  categoryType: 'Kind of group',
  category: 'Group',
}

/** Without these nothing can be read: an area by its code or its name, a period, a value. */
export const FIRST_FIELDS: readonly ImportField[] = [
  'metric',
  'metricName',
  'areaCode',
  'areaName',
  'period',
  'value',
]
export const OTHER_FIELDS: readonly ImportField[] = [
  'numerator',
  'denominator',
  'lower95',
  'upper95',
  'unit',
  'note',
  'sex',
  'age',
  'categoryType',
  'category',
]
