import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type XmrPoint, analyseSeries } from './analyse-series'
import { chooseAssuranceIcon } from './icons'
import { DEFAULT_SPC_SETTINGS, type Direction } from './settings'
import { nameForNhsTools } from './special-cause'

interface OracleSeries {
  name: string
  improvementDirection: Direction
  args: { target?: number; screen_outliers?: boolean; fix_after_n_points?: number }
  input: { date: string; value: number }[]
  expected: {
    date: string
    value: number
    mean: number
    lpl: number | null
    upl: number | null
    rebaseGroup: number
    outsideLimits: boolean | null
    closeToLimits: boolean | null
    relativeToMean: number
    specialCauseType: string
    pointType: string
  }[]
  assurance: string | null
}

const file = new URL('../../../test/data/spc-oracle/expected.json', import.meta.url)
const oracle = JSON.parse(readFileSync(file, 'utf8')) as OracleSeries[]

function analyse(series: OracleSeries): XmrPoint[] {
  const points = series.input.map(({ date, value }) => ({ start: date, value }))
  return analyseSeries(points, {
    ...DEFAULT_SPC_SETTINGS,
    direction: series.improvementDirection,
    screenOutliers: series.args.screen_outliers ?? true,
    fixAfter: series.args.fix_after_n_points ?? null,
  })
}

/** The oracle prints 13 significant digits. */
function isSameNumber(ours: number | null | undefined, theirs: number | null): boolean {
  if (ours === null || ours === undefined || theirs === null) return (ours ?? null) === theirs
  return Math.abs(ours - theirs) <= 1e-11 * Math.max(1, Math.abs(theirs))
}

describe('[SC2] [SC9] [SC10] the NHS package’s own answers', () => {
  it('[SC9] reads 24 series of 557 points in all', () => {
    expect(oracle).toHaveLength(24)
    expect(oracle.reduce((total, series) => total + series.expected.length, 0)).toBe(557)
  })

  it.each(oracle)('[SC9] matches every point of $name', (series) => {
    const points = analyse(series)
    const differing = series.expected.filter((expected, index) => {
      const ours = points[index]
      if (!ours) return true
      const numbers =
        isSameNumber(ours.mean, expected.mean) &&
        isSameNumber(ours.limits?.lower, expected.lpl) &&
        isSameNumber(ours.limits?.upper, expected.upl)
      const flags =
        ours.group === expected.rebaseGroup &&
        ours.isOutside === (expected.outsideLimits ?? false) &&
        ours.isClose === (expected.closeToLimits ?? false) &&
        ours.side === expected.relativeToMean
      const labels =
        nameForNhsTools(ours.cause, { trend: 7, shift: 7 }) === expected.specialCauseType &&
        ours.type === expected.pointType
      return !(numbers && flags && labels && ours.start === expected.date)
    })
    expect(differing).toEqual([])
    expect(points).toHaveLength(series.expected.length)
  })

  it.each(oracle)('[SC14] matches the assurance of $name', (series) => {
    const icon = chooseAssuranceIcon(analyse(series), {
      direction: series.improvementDirection,
      target: series.args.target ?? null,
    })
    expect(icon?.kind ?? null).toBe(series.assurance)
  })
})
