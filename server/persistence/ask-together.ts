import DataLoader from 'dataloader'

/**
 * Answers one question at a time by asking the database for many at once: those of one turn of the event loop go together.
 * Nothing is remembered. After a restart hundreds of people come back within a second, and each asks who they are.
 */
export function askTogether<Key, Answer>(
  findMany: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>,
): (key: Key) => Promise<Answer | null> {
  const loader = new DataLoader<Key, Answer | null>(
    async (keys) => {
      const found = await findMany([...new Set(keys)])
      return keys.map((key) => found.get(key) ?? null)
    },
    { cache: false, maxBatchSize: 500, batchScheduleFn: (send) => void setImmediate(send) },
  )
  return (key) => loader.load(key)
}
