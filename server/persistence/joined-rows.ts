import { type JoinedSeries, type Succession, joinSeries } from '../../app/domain/areas/join-series'
import type { Metric } from '../../app/domain/metrics/metric'
import type { Observation } from '../../app/domain/metrics/observation'
import type { Ask } from './ask'
import { readOwnRows } from './observation-rows'

type Asked = Pick<Metric, 'id' | 'area' | 'valueType' | 'unit'>

/**
 * Earlier values of metrics whose areas came of others, by metric; those of areas without predecessors are not in it. One
 * question where there is nothing to join, two where there is.
 */
export async function readJoined(
  ask: Ask,
  metrics: readonly Asked[],
): Promise<ReadonlyMap<string, JoinedSeries>> {
  const areaIds = [...new Set(metrics.map(({ area }) => area.id))]
  const successions = await readSuccessions(ask, areaIds)
  if (successions.length === 0) return new Map()
  const joined = metrics.filter(({ area }) => successions.some(({ toId }) => toId === area.id))
  const rows = await readOwnRows(
    ask,
    joined.flatMap(({ id, area }) =>
      [area.id, ...listAncestors(area.id, successions)].map((areaId) => ({
        id,
        area: { ...area, id: areaId },
      })),
    ),
  )
  return new Map(
    joined.map((metric) => {
      const own = rows.filter(({ metricId }) => metricId === metric.id)
      const series = { areaId: metric.area.id, metric, successions, rows: groupByArea(own) }
      return [metric.id, joinSeries(series)]
    }),
  )
}

/** All that lead to these areas, and where else those went. */
function readSuccessions(ask: Ask, areaIds: readonly string[]): Promise<Succession[]> {
  return ask<Succession>(
    `WITH RECURSIVE before AS (
       SELECT from_id FROM area_succession WHERE to_id = ANY($1)
       UNION SELECT s.from_id FROM area_succession s JOIN before ON s.to_id = before.from_id)
     SELECT s.from_id AS "fromId", a.name AS "fromName", s.to_id AS "toId", to_char(s.on_day, 'YYYY-MM-DD') AS "on",
            to_char(t.valid_from, 'YYYY-MM-DD') AS "toSince"
       FROM area_succession s JOIN area a ON a.id = s.from_id JOIN area t ON t.id = s.to_id
      WHERE s.from_id IN (SELECT from_id FROM before) ORDER BY s.on_day, s.id`,
    [areaIds],
  )
}

/** Everything that leads to the area; each once, so that a circle comes to an end. */
function listAncestors(areaId: string, successions: readonly Succession[]): string[] {
  const found = new Set<string>()
  const open = [areaId]
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const { fromId, toId } of successions)
      if (toId === at && fromId !== areaId && !found.has(fromId)) {
        found.add(fromId)
        open.push(fromId)
      }
  return [...found]
}

function groupByArea(rows: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> {
  const groups = new Map<string, Observation[]>()
  for (const row of rows) {
    const group = groups.get(row.areaId)
    if (group) group.push(row)
    else groups.set(row.areaId, [row])
  }
  return groups
}
