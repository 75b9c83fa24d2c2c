import type { SeriesPoint } from '../../app/domain/spc/analyse-series'

/** A monthly series starting in January 2024. */
export function buildSeries(values: readonly number[]): SeriesPoint[] {
  return values.map((value, index) => {
    const month = String((index % 12) + 1).padStart(2, '0')
    return { start: `${2024 + Math.floor(index / 12)}-${month}-01`, value }
  })
}
