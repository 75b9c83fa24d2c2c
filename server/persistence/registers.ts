import type {
  RegisterHwbPriority,
  RegisterNeed,
  RegisterOrganisation,
  RegisterPerson,
  RegisterPlace,
} from '../../app/domain/links/registers'
import type { RegisterReader } from '../services/registers/read-picker-options'
import type { Database } from './database'
import { findPartnershipOf } from './partnership-of'
import { rememberRegisterMetrics } from './register-metrics'
import { listSources } from './sources'

export function createRegistersStore(db: Database): RegisterReader {
  const readMetrics = rememberRegisterMetrics(db)
  return {
    findPartnershipOf: (strategyId) => findPartnershipOf(db, strategyId),
    async readRegisters(partnershipId, onDay) {
      const [lists, metrics, sources] = await Promise.all([
        readLists(db, partnershipId, onDay),
        readMetrics(partnershipId),
        listSources(db.prisma, partnershipId),
      ])
      return { ...lists, metrics, sources }
    },
  }
}

interface Lists {
  readonly people: readonly RegisterPerson[]
  readonly hwbPriorities: readonly RegisterHwbPriority[]
  readonly needs: readonly RegisterNeed[]
  readonly organisations: readonly RegisterOrganisation[]
  readonly places: readonly RegisterPlace[]
}

const LEVEL_ORDER = ['system', 'place', 'neighbourhood']

/** One question: every page with pickers, links or names asks it. People, places: of that day, the largest places first. */
async function readLists({ pool }: Database, partnershipId: string, onDay: string): Promise<Lists> {
  const { rows } = await pool.query<Lists>(
    `SELECT
       (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'jobTitle', m.job_title,
                 'organisationName', o.name) ORDER BY p.name, p.id), '[]')
          FROM membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id
         WHERE m.partnership_id = $1 AND m.valid_from <= $2::date AND (m.valid_to IS NULL OR m.valid_to >= $2::date)
       ) AS people,
       (SELECT coalesce(json_agg(json_build_object('id', h.id, 'number', h.number, 'title', h.title,
                 'hwbStrategyId', s.id, 'hwbStrategyTitle', s.title, 'bodyName', b.name)
                 ORDER BY b.position, s.title, s.id, h.number), '[]')
          FROM hwb_priority h JOIN hwb_strategy s ON s.id = h.hwb_strategy_id JOIN body b ON b.id = s.body_id
         WHERE b.partnership_id = $1
       ) AS "hwbPriorities",
       (SELECT coalesce(json_agg(json_build_object('id', n.id, 'number', n.number, 'title', n.title, 'jsnaId', j.id,
                 'jsnaTitle', j.title) ORDER BY j.received_on, j.id, n.number), '[]')
          FROM need n JOIN jsna j ON j.id = n.jsna_id JOIN body b ON b.id = j.body_id WHERE b.partnership_id = $1
       ) AS needs,
       (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY name, id), '[]')
          FROM organisation WHERE partnership_id = $1
       ) AS organisations,
       (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'level', level, 'parentId', parent_id)
                 ORDER BY array_position($3::text[], level), name, id), '[]')
          FROM area
         WHERE partnership_id = $1 AND valid_from <= $2::date AND (valid_to IS NULL OR valid_to >= $2::date)
       ) AS places`,
    [partnershipId, onDay, LEVEL_ORDER],
  )
  const [lists] = rows
  if (!lists) throw new Error('A question without FROM has one row.')
  return lists
}
