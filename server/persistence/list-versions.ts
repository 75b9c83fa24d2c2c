import type { Pool } from 'pg'
import { z } from 'zod'
import { MARK_KINDS, MARK_REASONS } from '../../app/domain/history/version'
import type { VersionRow, VersionsAsked } from '../services/history/history-store'
import { canBeStored } from './text'

const Authors = z.array(z.object({ personId: z.string().nullable(), edits: z.number() }))
const Summary = z.object({
  sentence: z.string(),
  chapters: z.array(z.object({ id: z.string(), title: z.string() })),
})
const Marks = z.array(
  z.object({
    kind: z.enum(MARK_KINDS),
    name: z.string(),
    note: z.string(),
    reason: z.enum(MARK_REASONS),
    personName: z.string().nullable(),
    at: z.string().transform((at) => new Date(at).toISOString()),
  }),
)

interface Row {
  readonly seq: string
  readonly previous: string | null
  readonly at: Date
  readonly authors: unknown
  readonly summary: unknown
  readonly marks: unknown
}

/** Their texts stay where they are. */
const LIST = `
  SELECT v.seq,
    (SELECT max(p.seq) FROM document_version p WHERE p.document_id = v.document_id AND p.seq < v.seq) AS previous, v.at, v.authors, v.summary, coalesce(marks.list, '[]') AS marks
  FROM document_version v LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('kind', m.kind, 'name', m.name, 'note', m.note, 'reason', m.reason,
      'at', m.at, 'personName', p.name) ORDER BY m.at, m.id) AS list
    FROM version_mark m LEFT JOIN person p ON p.id = m.person_id
    WHERE m.document_id = v.document_id AND m.seq = v.seq
  ) marks ON true
  WHERE v.document_id = $1 AND ($2::bigint IS NULL OR v.seq < $2)
    AND ($3::text IS NULL OR v.summary -> 'chapters' @> jsonb_build_array(jsonb_build_object('id', $3::text)))
    AND ($4::text IS NULL OR v.authors @> jsonb_build_array(jsonb_build_object('personId', $4::text)))
    AND (NOT $5 OR marks.list @> '[{"kind": "named"}]')
  ORDER BY v.seq DESC LIMIT $6`

export async function listVersions(
  pool: Pool,
  documentId: string,
  { before, chapterId, personId, onlyNamed, limit }: VersionsAsked,
): Promise<VersionRow[]> {
  if (![chapterId ?? '', personId ?? ''].every(canBeStored)) return []
  const asked = [documentId, before, chapterId, personId, onlyNamed, limit]
  const { rows } = await pool.query<Row>(LIST, asked)
  return rows.map(({ seq, previous, at, authors, summary, marks }) => ({
    seq: BigInt(seq),
    previousSeq: previous === null ? null : BigInt(previous),
    at,
    authors: Authors.parse(authors),
    summary: Summary.parse(summary),
    marks: Marks.parse(marks),
  }))
}
