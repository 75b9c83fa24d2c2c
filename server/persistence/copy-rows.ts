import type { Connection, PoolClient, Submittable } from 'pg'

/** A row as it comes: each column's bytes in PostgreSQL's binary form, null for NULL. */
export type CopiedRow = readonly (Buffer | null)[]

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')
const HEADER_BYTES = SIGNATURE.length + 8

/**
 * Reads a query's rows through `COPY … TO STDOUT`, in binary. `pg` takes every ordinary column for UTF-8 text, so bytes
 * would have to travel in hexadecimal, twice as many, and be decoded. COPY takes no parameters: escape what you insert.
 */
export function copyRows(
  client: PoolClient,
  select: string,
  patienceMs: number,
): Promise<CopiedRow[]> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the database was silent')), patienceMs)
    client.query(
      new CopyOut(`COPY (${select}) TO STDOUT (FORMAT binary)`, (error, rows) => {
        clearTimeout(late)
        if (error) reject(error)
        else resolve(rows)
      }),
    )
  })
}

/** What `pg` asks of a query that reads for itself. A failed one is also told when the connection is ready again. */
class CopyOut implements Submittable {
  private readonly rows: CopiedRow[] = []
  private error: Error | null = null

  constructor(
    private readonly text: string,
    private readonly done: (error: Error | null, rows: CopiedRow[]) => void,
  ) {}

  submit(connection: Connection): void {
    connection.query(this.text)
  }

  /** The protocol sends one row in each message; the file's header comes before the first. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    const hasHeader =
      this.rows.length === 0 && chunk.subarray(0, SIGNATURE.length).equals(SIGNATURE)
    const at = hasHeader ? HEADER_BYTES + chunk.readInt32BE(HEADER_BYTES - 4) : 0
    if (at >= chunk.length || chunk.readInt16BE(at) < 0) return
    // The reader's memory is used again for the next message.
    this.rows.push(readFields(Buffer.from(chunk.subarray(at))))
  }

  handleError(error: Error): void {
    this.error ??= error
    this.done(this.error, this.rows)
  }

  handleReadyForQuery(): void {
    this.done(this.error, this.rows)
  }

  handleCommandComplete(): void {
    // The connection says when it is ready.
  }
}

function readFields(row: Buffer): CopiedRow {
  const fields: (Buffer | null)[] = []
  let at = 2
  for (let left = row.readInt16BE(0); left > 0; left -= 1) {
    const length = row.readInt32BE(at)
    at += 4
    fields.push(length < 0 ? null : row.subarray(at, at + length))
    at += Math.max(0, length)
  }
  return fields
}
