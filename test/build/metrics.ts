import { DEFAULT_CHART_CHOICE } from '../../app/domain/metrics/chart-choice'
import type { Metric } from '../../app/domain/metrics/metric'
import type { Observation } from '../../app/domain/metrics/observation'
import type { TypedObservation } from '../../app/domain/metrics/observation-form'
import { type Calendar, periodStarting } from '../../app/domain/metrics/period'

export function buildMetric(parts: Partial<Metric> = {}): Metric {
  return {
    id: 'metric-1',
    partnershipId: 'partnership-1',
    code: 'M1',
    title: 'People waiting more than four weeks',
    plainTitle: 'Long waits',
    definition: 'Share of people who waited more than 28 days.',
    numerator: 'People who waited',
    denominator: 'People seen',
    unit: '%',
    valueType: 'proportion',
    decimals: 1,
    polarity: 'low_good',
    frequency: 'monthly',
    yearType: 'financial',
    source: 'Returns',
    caveats: '',
    area: { id: 'area-1', name: 'Wessex Vale', level: 'system' },
    lead: null,
    deputy: null,
    scope: 'local',
    role: 'watch',
    lagDays: null,
    wantedSince: null,
    sex: '',
    age: '',
    sourceId: '',
    licence: '',
    rationale: '',
    methodology: '',
    disclosure: '',
    chasm: null,
    tags: [],
    retiredOn: null,
    version: 0,
    target: null,
    chart: DEFAULT_CHART_CHOICE,
    ...parts,
  }
}

export function buildObservation(parts: Partial<Observation> & { start?: string } = {}): Observation {
  const { start = '2026-04-01', ...rest } = parts
  const calendar: Calendar = { frequency: 'monthly', yearType: 'financial' }
  return {
    id: `observation-${start}`,
    metricId: 'metric-1',
    areaId: 'area-1',
    period: periodStarting(start, calendar) ?? { start, end: start, label: start },
    value: 12.5,
    suppressed: false,
    lower95: null,
    upper95: null,
    numerator: null,
    denominator: null,
    note: '',
    origin: 'entered',
    recordedBy: null,
    recordedAt: '2026-05-10T09:00:00.000Z',
    supersedesId: null,
    reason: '',
    withdrawn: false,
    imported: null,
    ...rest,
  }
}

/** One observation a month from April 2024, or in the calendar given. */
export function buildObservations(
  values: readonly (number | null)[],
  calendar: Calendar = { frequency: 'monthly', yearType: 'financial' },
): Observation[] {
  const step = { monthly: 1, quarterly: 3, annual: 12, rolling_3y: 12 }[calendar.frequency]
  return values.map((value, index) => {
    const start = new Date(Date.UTC(2024, 3 + index * step, 1)).toISOString().slice(0, 10)
    const period = periodStarting(start, calendar)
    if (!period) throw new Error(`${start} starts no period`)
    return buildObservation({ id: `o${index}`, start, period, value, suppressed: value === null })
  })
}

export function buildTyped(parts: Partial<TypedObservation> = {}): TypedObservation {
  return {
    period: '2026-05-01',
    value: '12.5',
    suppressed: false,
    lower95: '',
    upper95: '',
    numerator: '',
    denominator: '',
    note: '',
    corrects: '',
    reason: '',
    ...parts,
  }
}
