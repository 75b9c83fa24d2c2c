import { describe, expect, it } from 'vitest'
import { buildMetric } from '../../../test/build/metrics'
import {
  fitsQuickly,
  fitsStanding,
  fitsWords,
  needsStanding,
  parseMetricFilter,
} from './filter-metrics'
import type { Metric } from './metric'

const anna = { id: 'anna', name: 'Anna Reed' }
const metrics = [
  buildMetric({ code: 'A1', lead: anna, tags: ['children'], scope: 'national' }),
  buildMetric({ code: 'B2', definition: 'Teeth taken out', sourceId: '92501', role: 'driver' }),
  buildMetric({ code: 'C3', source: 'CVDPREVENT', retiredOn: '2026-01-01' }),
]
const parse = (search: string) => parseMetricFilter(new URLSearchParams(search))
const find = (search: string) =>
  metrics.filter((metric: Metric) => fitsWords(metric, parse(search))).map(({ code }) => code)

describe('looking for metrics', () => {
  it('[ME39] finds every word in title, definition, code, source, tag or lead', () => {
    const searches = [
      '',
      'q=waits',
      'q=ANNA',
      'q=reed+waits',
      'q=teeth',
      'q=92501',
      'q=children',
      'q=reed+b2',
    ]
    expect(searches.map(find)).toEqual([
      ['A1', 'B2'],
      ['A1', 'B2'],
      ['A1'],
      ['A1'],
      ['B2'],
      ['B2'],
      ['A1'],
      [],
    ])
  })

  it('[ME39] narrows by scope, role and tag, and takes what it does not know for none', () => {
    expect(['scope=national', 'role=driver', 'tag=children', 'scope=galaxy'].map(find)).toEqual([
      ['A1'],
      ['B2'],
      ['A1'],
      ['A1', 'B2'],
    ])
    expect(parse('show=toString&page=-3')).toMatchObject({ view: null, page: 1 })
    expect(parse('page=4').page).toBe(4)
  })

  it('[ME40] shows what was given up only when asked', () => {
    expect(find('show=retired')).toEqual(['C3'])
  })

  it('[ME41] shows the unowned and the unlinked, the unfinished and the unusual', () => {
    expect([
      fitsQuickly(buildMetric(), 1, 'unowned'),
      fitsQuickly(metrics[0]!, 1, 'unowned'),
    ]).toEqual([true, false])
    expect([
      fitsQuickly(buildMetric(), 0, 'unlinked'),
      fitsQuickly(buildMetric(), 1, 'unlinked'),
    ]).toEqual([true, false])
    expect([
      needsStanding('work'),
      needsStanding('unusual'),
      needsStanding('unowned'),
      needsStanding(null),
    ]).toEqual([true, true, false, false])
    const calm = { work: [], variation: { kind: 'common_cause' } }
    const odd = { work: ['no lead'], variation: { kind: 'concern' } }
    expect([fitsStanding(odd, 'work'), fitsStanding(calm, 'work')]).toEqual([true, false])
    expect([fitsStanding(odd, 'unusual'), fitsStanding(calm, 'unusual')]).toEqual([true, false])
    expect(fitsStanding({ work: [], variation: null }, 'unusual')).toBe(false)
  })
})
