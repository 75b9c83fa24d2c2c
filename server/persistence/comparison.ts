import type { ComparisonStore, PeriodChoice } from '../services/comparison/comparison-store'
import type { Database } from './database'
import { WITH_RECORDER, toObservation } from './observation-row'

export function createComparisonStore({ pool, prisma }: Database): ComparisonStore {
  return {
    async listPeriods(metricId, areaId) {
      const { rows } = await pool.query<PeriodChoice>(
        `SELECT DISTINCT ON (period_start) to_char(period_start, 'YYYY-MM-DD') AS start, period_label AS label
           FROM observation WHERE metric_id = $1 AND area_id = $2 AND breakdown_key = ''
          ORDER BY period_start DESC`,
        [metricId, areaId],
      )
      return rows
    },
    async listLevels(metricId, start) {
      const { rows } = await pool.query<{ level: string }>(
        `SELECT DISTINCT a.level FROM observation o JOIN area a ON a.id = o.area_id
          WHERE o.metric_id = $1 AND o.period_start = $2 AND o.breakdown_key = '' ORDER BY a.level`,
        [metricId, start],
      )
      return rows.map(({ level }) => level)
    },
    async listAreas(partnershipId, level, onDay) {
      const day = new Date(onDay)
      return prisma.area.findMany({
        where: {
          level,
          validFrom: { lte: day },
          AND: [
            { OR: [{ partnershipId }, { partnershipId: null }] },
            { OR: [{ validTo: null }, { validTo: { gte: day } }] },
          ],
        },
        select: { id: true, name: true, level: true },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      })
    },
    async readPeriod(metricId, start) {
      const rows = await prisma.observation.findMany({
        where: { metricId, periodStart: new Date(start), breakdownKey: '' },
        include: WITH_RECORDER,
      })
      return rows.map(toObservation)
    },
  }
}
