import type { WaitingThread } from '../services/discussion/thread-store'
import type { Database } from './database'

interface WaitingRow {
  readonly strategy_id: string
  readonly strategy_title: string
  readonly thread_id: string
  readonly block_title: string | null
  readonly author_name: string
  readonly text: string
  readonly created_at: Date
}

/** Open threads whose last word is somebody else's, on a block this person leads or in a thread they began. */
export async function listWaitingThreads(
  db: Database,
  partnershipId: string,
  personId: string,
): Promise<WaitingThread[]> {
  const rows = await db.prisma.$queryRaw<WaitingRow[]>`
    SELECT s.id AS strategy_id, s.title AS strategy_title, t.id AS thread_id, b.title AS block_title,
           p.name AS author_name, last.text, last.created_at
    FROM thread t
    JOIN strategy s ON s.id = t.strategy_id
    LEFT JOIN block b ON b.strategy_id = t.strategy_id AND b.id = t.block_id
    JOIN LATERAL (
      SELECT author_id, text, created_at FROM comment c
      WHERE c.thread_id = t.id ORDER BY created_at DESC, id DESC LIMIT 1
    ) last ON true
    JOIN person p ON p.id = last.author_id
    WHERE s.partnership_id = ${partnershipId} AND t.state = 'open'
      AND last.author_id <> ${personId}
      AND (b.lead_id = ${personId} OR t.created_by_id = ${personId})
    ORDER BY last.created_at DESC
    LIMIT 50`
  return rows.map((row) => ({
    strategyId: row.strategy_id,
    strategyTitle: row.strategy_title,
    threadId: row.thread_id,
    blockTitle: row.block_title ?? '',
    lastAuthorName: row.author_name,
    lastText: row.text,
    lastAt: row.created_at.toISOString(),
  }))
}
