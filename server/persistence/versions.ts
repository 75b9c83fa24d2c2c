import type { Pool } from 'pg'
import type {
  AuthorCount,
  HistoryStore,
  NewMark,
  NewVersion,
  SequenceRange,
  StoredText,
  StoredVersion,
} from '../services/history/history-store'
import { appendAudit } from './audit'
import type { Database } from './database'
import { listVersions } from './list-versions'
import { readTraces } from './read-traces'
import { canBeStored } from './text'

/** Through `pg` itself: texts travel as bytes. */
export function createHistoryStore({ pool, prisma }: Database): HistoryStore {
  return {
    listVersions: (documentId, asked) => listVersions(pool, documentId, asked),
    findVersion: (documentId, seq) =>
      findVersion(pool, 'document_id = $1 AND seq = $2', [documentId, String(seq)]),
    findLast: (documentId) =>
      findVersion(pool, 'document_id = $1 ORDER BY seq DESC LIMIT 1', [documentId]),
    insertVersion: (version) => insertVersion(pool, version),
    insertMark: (mark) => insertMark(pool, mark),
    countAuthors: (documentId, range) => countAuthors(pool, documentId, range),
    listDue: (until) => listDue(pool, until),
    alone: (documentId, work) => alone(pool, documentId, work),
    listWriters: (partnershipId, personIds) => listWriters(pool, partnershipId, personIds),
    listFilterOptions: (documentId) => listFilterOptions(pool, documentId),
    findEdition: (strategyId, number) => findEdition(pool, strategyId, number),
    listEditionNumbers: (strategyId) => listEditionNumbers(pool, strategyId),
    readTraces: (documentId) => readTraces(pool, documentId),
    audit: (record) => prisma.$transaction((tx) => appendAudit(tx, record)),
  }
}

interface VersionTextRow {
  readonly seq: string
  readonly at: Date
  readonly content: Buffer
  readonly content_sha256: string
  readonly state: Buffer
}

async function findVersion(
  pool: Pool,
  where: string,
  values: readonly string[],
): Promise<StoredVersion | null> {
  if (!values.every(canBeStored)) return null
  const { rows } = await pool.query<VersionTextRow>(
    `SELECT seq, at, content, content_sha256, state FROM document_version WHERE ${where}`,
    [...values],
  )
  const [row] = rows
  if (!row) return null
  const { seq, at, content, state, content_sha256: sha256 } = row
  return { seq: BigInt(seq), at, content, state, sha256 }
}

/** Two nodes that kept the same text keep it once. */
async function insertVersion(pool: Pool, version: NewVersion): Promise<boolean> {
  const { rowCount } = await pool.query(
    `INSERT INTO document_version
       (document_id, seq, content, content_sha256, state, state_sha256, state_vector, authors, summary, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
    [
      version.documentId,
      String(version.seq),
      version.content,
      version.contentSha256,
      version.state,
      version.stateSha256,
      version.stateVector,
      JSON.stringify(version.authors),
      JSON.stringify(version.summary),
      version.at,
    ],
  )
  return rowCount === 1
}

async function insertMark(pool: Pool, mark: NewMark): Promise<void> {
  const { id, documentId, seq, kind, name, note, reason, personId, at } = mark
  await pool.query(
    `INSERT INTO version_mark (id, document_id, seq, kind, name, note, reason, person_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, documentId, String(seq), kind, name, note, reason, personId, at],
  )
}

/** What was put away says how many each person wrote of a whole range, never of a part of it. */
const COUNT_AUTHORS = `
  SELECT person_id, sum(edits)::int AS edits FROM (
    SELECT person_id, count(*) AS edits FROM document_update
      WHERE document_id = $1 AND seq > $2 AND seq <= $3 GROUP BY person_id
    UNION ALL
    SELECT nullif(p.key, ''), p.value::bigint FROM document_update_trimmed t, jsonb_each_text(t.persons) p
      WHERE t.document_id = $1 AND t.from_seq > $2 AND t.to_seq <= $3
  ) counted GROUP BY person_id ORDER BY edits DESC, person_id`

async function countAuthors(
  pool: Pool,
  documentId: string,
  { after, to }: SequenceRange,
): Promise<AuthorCount[]> {
  const { rows } = await pool.query<{ person_id: string | null; edits: number }>(COUNT_AUTHORS, [
    documentId,
    String(after),
    String(to),
  ])
  return rows.map(({ person_id: personId, edits }) => ({ personId, edits }))
}

/** One query for all documents, by their heads: an idle one costs the look at its row. */
const LIST_DUE = `
  SELECT d.id FROM live_document d
  JOIN strategy s ON s.document_id = d.id
  LEFT JOIN LATERAL (SELECT max(v.seq) AS seq FROM document_version v WHERE v.document_id = d.id) kept ON true
  WHERE d.head > coalesce(kept.seq, 0) AND (kept.seq IS NULL OR coalesce(
    (SELECT u.at FROM document_update u WHERE u.document_id = d.id AND u.seq > kept.seq ORDER BY u.seq LIMIT 1),
    '-infinity') <= $1)
  ORDER BY d.id`

async function listDue(pool: Pool, until: Date): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(LIST_DUE, [until])
  return rows.map(({ id }) => id)
}

/** A lock of the session: it is free again when the work is done, or when this program dies. */
async function alone<T>(pool: Pool, documentId: string, work: () => Promise<T>): Promise<T | null> {
  const client = await pool.connect()
  const key = `northing version ${documentId}`
  try {
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
      [key],
    )
    if (!rows[0]?.taken) return null
    return await work().finally(() =>
      client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key]),
    )
  } finally {
    client.release()
  }
}

async function listWriters(pool: Pool, partnershipId: string, personIds: readonly string[]) {
  const { rows } = await pool.query<{ id: string; name: string; organisation: string | null }>(
    `SELECT p.id, p.name, o.name AS organisation FROM person p
     LEFT JOIN membership m ON m.person_id = p.id AND m.partnership_id = $1
     LEFT JOIN organisation o ON o.id = m.organisation_id
     WHERE p.id = ANY($2) ORDER BY p.id`,
    [partnershipId, personIds],
  )
  return rows.map(({ id, name, organisation }) => ({
    personId: id,
    name,
    organisationName: organisation ?? 'No longer a member',
  }))
}

/** Chapters by the title they were last seen with. */
async function listFilterOptions(pool: Pool, documentId: string) {
  const chapters = await pool.query<{ id: string; title: string }>(
    `SELECT DISTINCT ON (c.id) c.id, c.title FROM document_version v,
       jsonb_to_recordset(v.summary -> 'chapters') AS c(id text, title text)
     WHERE v.document_id = $1 ORDER BY c.id, v.seq DESC`,
    [documentId],
  )
  const people = await pool.query<{ id: string }>(
    `SELECT DISTINCT a."personId" AS id FROM document_version v,
       jsonb_to_recordset(v.authors) AS a("personId" text)
     WHERE v.document_id = $1 AND a."personId" IS NOT NULL`,
    [documentId],
  )
  return { chapters: chapters.rows, personIds: people.rows.map(({ id }) => id) }
}

async function findEdition(
  pool: Pool,
  strategyId: string,
  number: number,
): Promise<(StoredText & { label: string }) | null> {
  const { rows } = await pool.query<{ content: string; hash: string; label: string }>(
    `SELECT (content::json -> 'content')::text AS content, hash, label FROM edition
     WHERE strategy_id = $1 AND number = $2`,
    [strategyId, number],
  )
  const [row] = rows
  return row ? { content: Buffer.from(row.content), sha256: row.hash, label: row.label } : null
}

async function listEditionNumbers(
  pool: Pool,
  strategyId: string,
): Promise<{ number: number; label: string }[]> {
  const { rows } = await pool.query<{ number: number; label: string }>(
    'SELECT number, label FROM edition WHERE strategy_id = $1 ORDER BY number DESC',
    [strategyId],
  )
  return rows
}
