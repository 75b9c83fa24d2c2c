import { nameBreakdown } from '../../app/domain/imports/name-breakdown'
import type { Breakdown } from '../../app/domain/imports/read-breakdown'
import type { NamedChoice, SetTarget } from '../../app/domain/targets/parse-target'
import type { NewTarget, StoredTarget, TargetStore } from '../services/targets/target-store'
import { appendAudit } from './audit'
import type { Database } from './database'
import type { Prisma } from './generated/client'
import { WITH_RECORDER, toObservation } from './observation-row'
import { content, stored } from './stored-target'
import { canBeStored } from './text'

/** Targets are only ever added: the newest counts. */
export function createTargetStore(db: Database): TargetStore {
  const { prisma, pool } = db
  return {
    listTargets: (metricId) => listTargets(db, metricId),
    addTarget: (added) => addTarget(db, added),
    async listChoices(metricId, areaId) {
      const [areas, groups] = await Promise.all([
        listAreas(db, metricId),
        listGroups(db, metricId, areaId),
      ])
      return {
        areas: areas.filter(({ id }) => id !== areaId),
        groups,
        levels: listLevels(areas),
      }
    },
    async readSeries(key) {
      const rows = await prisma.observation.findMany({
        where: { ...key },
        include: WITH_RECORDER,
        orderBy: [{ periodStart: 'asc' }, { recordedAt: 'asc' }],
      })
      return rows.map(toObservation)
    },
    async readLevelValues(metricId, level, periodStart) {
      const { rows } = await pool.query<{ value: number }>(
        `SELECT o.value FROM observation o JOIN area a ON a.id = o.area_id
          WHERE o.metric_id = $1 AND a.level = $2 AND o.period_start = $3 AND o.breakdown_key = ''
            AND NOT o.withdrawn AND NOT o.suppressed AND o.value IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM observation c WHERE c.supersedes_id = o.id)`,
        [metricId, level, periodStart],
      )
      return rows.map(({ value }) => value)
    },
  }
}

interface TargetRow {
  readonly id: string
  readonly content: unknown
  readonly reason: string
  readonly by: string
  readonly at: Date
}

async function listTargets({ pool }: Database, metricId: string): Promise<StoredTarget[]> {
  if (!canBeStored(metricId)) return []
  const { rows } = await pool.query<TargetRow>(
    `SELECT t.id, t.content, t.reason, t.at, p.name AS by
       FROM metric_target t JOIN person p ON p.id = t.person_id
      WHERE t.metric_id = $1 ORDER BY t.added DESC`,
    [metricId],
  )
  return rows.map(({ content: said, at, ...row }) => ({
    ...row,
    set: stored.parse(said),
    at: at.toISOString(),
  }))
}

async function addTarget({ prisma }: Database, { set, audit, ...row }: NewTarget): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await tx.metricTarget.create({ data: { ...row, content: toJson(set) } })
    await appendAudit(tx, audit)
  })
}

function toJson(set: SetTarget | null): Prisma.InputJsonObject {
  return set ? content.parse(set) : { removed: true }
}

interface AreaChoice extends NamedChoice {
  readonly level: string
}

/** By asking for each area whether there is a value: there are few areas and may be many values. */
async function listAreas({ pool }: Database, metricId: string): Promise<AreaChoice[]> {
  const { rows } = await pool.query<AreaChoice>(
    `SELECT a.id, a.name, a.level FROM area a
      WHERE EXISTS (SELECT 1 FROM observation o
                     WHERE o.metric_id = $1 AND o.area_id = a.id AND o.breakdown_key = '')
      ORDER BY a.name, a.id`,
    [metricId],
  )
  return rows
}

async function listGroups(
  { pool }: Database,
  metricId: string,
  areaId: string,
): Promise<NamedChoice[]> {
  const { rows } = await pool.query<{ id: string; breakdown: Breakdown }>(
    `SELECT DISTINCT ON (breakdown_key) breakdown_key AS id, breakdown FROM observation
      WHERE metric_id = $1 AND area_id = $2 AND breakdown_key <> '' ORDER BY breakdown_key`,
    [metricId, areaId],
  )
  return rows.map(({ id, breakdown }) => ({ id, name: nameBreakdown(breakdown) }))
}

const LEVEL_NAMES: Readonly<Record<string, string>> = {
  place: 'The places',
  icb: 'Integrated care boards of England',
  system: 'Systems',
}

/** With three or fewer areas nobody can be told to be among the best. */
function listLevels(areas: readonly AreaChoice[]): NamedChoice[] {
  const counts = new Map<string, number>()
  for (const { level } of areas) counts.set(level, (counts.get(level) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count > 3)
    .map(([level, count]) => ({ id: level, name: `${LEVEL_NAMES[level] ?? level} (${count})` }))
}
