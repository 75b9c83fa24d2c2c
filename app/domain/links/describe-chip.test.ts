import { describe, expect, it } from 'vitest'
import { describeChip } from './describe-chip'
import type { RegisterMetric } from './registers'

const METRIC: RegisterMetric = {
  id: 'm',
  code: 'M01',
  title: 'Smoking prevalence in adults',
  plainTitle: 'Adults who smoke',
  unit: '%',
  decimals: 1,
  areaName: 'Wessex Vale',
  latest: { value: 12.44, suppressed: false, periodLabel: '2025/26' },
}

describe('a metric in a line', () => {
  it('[LK14] says its plain name, its latest value and the period', () => {
    expect(describeChip(METRIC)).toBe('Adults who smoke: 12.4% (2025/26)')
    expect(describeChip({ ...METRIC, plainTitle: '' })).toMatch(/^Smoking prevalence in adults: /)
  })

  it('[LK14] says what is not known, and never a suppressed value', () => {
    const latest = { value: null, suppressed: true, periodLabel: '2025/26' }
    expect(describeChip({ ...METRIC, latest })).toBe('Adults who smoke: c (2025/26)')
    expect(describeChip({ ...METRIC, latest: null })).toBe('Adults who smoke: no value yet')
    expect(describeChip(undefined)).toBe('A metric that is no longer in the register')
  })
})
