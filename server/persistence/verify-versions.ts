import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type { Database } from './database'

interface Checked {
  readonly checked: number
  readonly problems: string[]
}

interface Row {
  readonly content: Buffer
  readonly content_sha256: string
  readonly state: Buffer
  readonly state_sha256: string
}

/** Every version unpacks to what was kept. One at a time: a text is as long as a strategy. */
export async function verifyVersions({ pool }: Pick<Database, 'pool'>): Promise<Checked> {
  const { rows: versions } = await pool.query<{ document_id: string; seq: string }>(
    'SELECT document_id, seq FROM document_version ORDER BY document_id, seq',
  )
  const problems: string[] = []
  for (const { document_id: documentId, seq } of versions) {
    const { rows } = await pool.query<Row>(
      'SELECT content, content_sha256, state, state_sha256 FROM document_version WHERE document_id = $1 AND seq = $2',
      [documentId, seq],
    )
    const [row] = rows
    if (!row) continue
    const name = `the version at update ${seq} of document ${documentId}`
    if (hash(row.content) !== row.content_sha256)
      problems.push(`${name}: the text is not what was kept`)
    if (hash(row.state) !== row.state_sha256)
      problems.push(`${name}: the document is not what was kept`)
  }
  return { checked: versions.length, problems }
}

function hash(packed: Buffer): string | null {
  try {
    return createHash('sha256').update(gunzipSync(packed)).digest('hex')
  } catch {
    return null // no longer what gzip wrote, so certainly not what was kept
  }
}
