import type { IndexArea } from '../../app/domain/comparison/index-over-time'
import { toDate } from '../../app/domain/dates/parse-date'
import type { Breakdown } from '../../app/domain/imports/read-breakdown'
import type { Observation } from '../../app/domain/metrics/observation'
import type {
  ComparisonStore,
  IndexWanted,
  PeriodChoice,
  StoredIndexRow,
} from '../services/comparison/comparison-store'
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
    async listBreakdowns({ metricId, areaId }) {
      const { rows } = await pool.query<{ breakdown: Breakdown }>(
        `SELECT DISTINCT ON (o.breakdown_key) o.breakdown FROM observation o
          WHERE o.metric_id = $1 AND o.area_id = $2 AND o.breakdown_key <> '' AND NOT o.withdrawn
            AND NOT EXISTS (SELECT 1 FROM observation newer WHERE newer.supersedes_id = o.id)
          ORDER BY o.breakdown_key, o.recorded_at DESC`,
        [metricId, areaId],
      )
      return rows.map(({ breakdown }) => breakdown)
    },
    async readGroups({ metricId, areaId, keys }) {
      const rows = await prisma.observation.findMany({
        where: { metricId, areaId, breakdownKey: { in: [...keys] } },
        include: WITH_RECORDER,
      })
      const byKey = new Map<string, Observation[]>()
      for (const row of rows) {
        const group = byKey.get(row.breakdownKey) ?? []
        group.push(toObservation(row))
        byKey.set(row.breakdownKey, group)
      }
      return byKey
    },
    listDatedAreas: (partnershipId, level) => listDatedAreas(prisma, partnershipId, level),
    readIndexRows: (wanted) => readIndexRows(pool, wanted),
  }
}

async function listDatedAreas(
  prisma: Database['prisma'],
  partnershipId: string,
  level: string,
): Promise<IndexArea[]> {
  const areas = await prisma.area.findMany({
    where: { level, OR: [{ partnershipId }, { partnershipId: null }] },
    select: { id: true, name: true, level: true, validFrom: true, validTo: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return areas.map(({ validFrom, validTo, ...area }) => ({
    ...area,
    from: toDate(validFrom),
    to: validTo && toDate(validTo),
  }))
}

async function readIndexRows(
  pool: Database['pool'],
  { metricIds, areaIds, since }: IndexWanted,
): Promise<StoredIndexRow[]> {
  const { rows } = await pool.query<StoredIndexRow>(
    `SELECT id, metric_id AS "metricId", area_id AS "areaId", value, suppressed, lower95, upper95,
            numerator, denominator, withdrawn, supersedes_id AS "supersedesId", origin,
            json_build_object('start', to_char(period_start, 'YYYY-MM-DD'),
              'end', to_char(period_end, 'YYYY-MM-DD'), 'label', period_label) AS period
       FROM observation
      WHERE metric_id = ANY($1) AND area_id = ANY($2) AND breakdown_key = '' AND period_end >= $3
      ORDER BY period_start, id`,
    [metricIds, areaIds, since],
  )
  return rows
}
