import { describe, expect, it } from 'vitest'
import { filterMetrics, parseMetricFilter } from './filter-metrics'

function buildRow(
  code: string,
  parts: { lead?: string; work?: string[]; kind?: string; objectives?: number } = {},
) {
  return {
    metric: {
      code,
      title: `Title of ${code}`,
      plainTitle: `Waits ${code}`,
      lead: parts.lead ? { name: parts.lead } : null,
    },
    work: parts.work ?? [],
    variation: parts.kind ? { kind: parts.kind } : null,
    objectives: parts.objectives ?? 1,
  }
}

const rows = [
  buildRow('A1', { lead: 'Anna Reed' }),
  buildRow('B2', { work: ['no lead'], kind: 'concern' }),
  buildRow('C3', { lead: 'Ben Ode', kind: 'common_cause', objectives: 0 }),
]
const find = (search: string) =>
  filterMetrics(rows, parseMetricFilter(new URLSearchParams(search))).map((row) => row.metric.code)

describe('looking for metrics', () => {
  it('finds every word in title, code or lead', () => {
    expect([
      find(''),
      find('q=waits'),
      find('q=ANNA'),
      find('q=reed+waits'),
      find('q=reed+c3'),
    ]).toEqual([['A1', 'B2', 'C3'], ['A1', 'B2', 'C3'], ['A1'], ['A1'], []])
  })

  it('shows the unowned, the unusual, the unfinished and the unlinked', () => {
    expect([
      find('show=unowned'),
      find('show=unusual'),
      find('show=work'),
      find('show=unlinked'),
    ]).toEqual([['B2'], ['B2'], ['B2'], ['C3']])
  })

  it('takes an unknown view for none', () => {
    expect(find('show=toString')).toHaveLength(3)
  })
})
