import type { Chairs } from '../../app/domain/answering/answer-for'
import type { PersonRef } from '../../app/domain/metrics/metric'
import type { Ask } from './ask'

interface Row {
  readonly places: readonly string[]
  readonly partnership: PersonRef | null
  readonly seats: readonly { readonly areaId: string; readonly person: PersonRef }[]
}

/**
 * The partnership's chair, its places as the councils' areas, and who sits for each place: all members on that day. A partnership's
 * own places lie in it whole.
 */
export async function readChairs(ask: Ask, partnershipId: string, onDay: string): Promise<Chairs> {
  const [row] = await ask<Row>(
    `WITH member AS (
       SELECT m.person_id, m.role, p.name FROM membership m JOIN person p ON p.id = m.person_id
        WHERE m.partnership_id = $1 AND m.valid_from <= $2::date AND (m.valid_to IS NULL OR m.valid_to >= $2::date))
     SELECT
       (SELECT coalesce(json_agg(id ORDER BY name, id), '[]') FROM area
         WHERE partnership_id = $1 AND level = 'place' AND valid_from <= $2::date
           AND (valid_to IS NULL OR valid_to >= $2::date)) AS places,
       (SELECT json_build_object('id', person_id, 'name', name) FROM member WHERE role = 'chair'
         ORDER BY name, person_id LIMIT 1) AS partnership,
       (SELECT coalesce(json_agg(json_build_object('areaId', s.area_id, 'person',
                 json_build_object('id', member.person_id, 'name', member.name)) ORDER BY member.name DESC), '[]')
          FROM level_seat s JOIN member ON member.person_id = s.person_id
         WHERE s.partnership_id = $1 AND s.level = 'place' AND s.area_id IS NOT NULL) AS seats`,
    [partnershipId, onDay],
  )
  if (!row) throw new Error('A question without FROM has one row.')
  return {
    councils: row.places.map((areaId) => ({ areaId, coverage: 'whole' })),
    partnership: row.partnership,
    // Of several who sit for a place the first by name leads.
    places: new Map(row.seats.map(({ areaId, person }) => [areaId, person])),
  }
}
