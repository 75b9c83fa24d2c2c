/** One document of one person, as this browser keeps it. SPEC: features/editor/live/SPEC.md, LV10–LV16. */
export interface KeptCopy {
  readonly name: string
  readonly personId: string
  readonly strategyId: string | null
  /** When something was last changed here that is not known to be on the server; null: all of it is there. */
  readonly unsentSince: number | null
}

const PREFIX = 'northing:'
const LIST_KEY = 'northing-kept'
const FACTS = 'custom'
export const STRATEGY_FACT = 'strategyId'
export const UNSENT_FACT = 'unsent:'

export function nameCopy(personId: string, documentId: string): string {
  return `${PREFIX}${personId}:${documentId}`
}

/** Browsers without a list of databases need one of ours. Written before the database is. */
export function noteCopy(name: string): void {
  const names = new Set([...readList(), name])
  localStorage.setItem(LIST_KEY, JSON.stringify([...names]))
}

export function isNoted(name: string): boolean {
  try {
    return readList().includes(name)
  } catch {
    // Storage is blocked: there is nothing.
    return false
  }
}

export async function listCopies(): Promise<readonly KeptCopy[]> {
  const copies = await Promise.all([...(await listNames())].map(readCopy))
  return copies.filter((copy) => copy !== null)
}

export async function deleteCopies(copies: readonly Pick<KeptCopy, 'name'>[]): Promise<void> {
  await Promise.all(copies.map(({ name }) => deleteDatabase(name)))
  const gone = new Set(copies.map(({ name }) => name))
  localStorage.setItem(LIST_KEY, JSON.stringify(readList().filter((name) => !gone.has(name))))
}

async function listNames(): Promise<Set<string>> {
  const existing = await indexedDB.databases?.().catch(() => [])
  const names = existing?.map(({ name = '' }) => name) ?? readList()
  return new Set(names.filter((name) => name.startsWith(PREFIX) && name.split(':').length === 3))
}

function readList(): string[] {
  const list: unknown = JSON.parse(localStorage.getItem(LIST_KEY) ?? '[]')
  return Array.isArray(list) ? list.map(String) : []
}

async function readCopy(name: string): Promise<KeptCopy | null> {
  const [, personId = ''] = name.split(':')
  const facts = await readFacts(name)
  if (!facts) return null
  const unsent = [...facts]
    .filter(([key]) => key.startsWith(UNSENT_FACT))
    .map(([, at]) => Number(at))
  const strategyId = facts.get(STRATEGY_FACT)
  return {
    name,
    personId,
    strategyId: typeof strategyId === 'string' ? strategyId : null,
    unsentSince: unsent.length > 0 ? Math.max(...unsent) : null,
  }
}

/** Who has noted changes here that may not have reached the server: one note for each page. */
export async function readUnsentFacts(name: string): Promise<readonly string[]> {
  const facts = await readFacts(name)
  return [...(facts?.keys() ?? [])].filter((key) => key.startsWith(UNSENT_FACT))
}

/** Null where there is no such database, or nothing in it. */
function readFacts(name: string): Promise<Map<string, unknown> | null> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name)
    // It did not exist: do not make it.
    request.addEventListener('upgradeneeded', () => request.transaction?.abort())
    request.addEventListener('error', () => resolve(null))
    request.addEventListener('success', () => {
      const db = request.result
      const facts = new Map<string, unknown>()
      const finish = () => {
        db.close()
        resolve(facts)
      }
      if (!db.objectStoreNames.contains(FACTS)) return finish()
      const reading = db.transaction([FACTS], 'readonly')
      const cursor = reading.objectStore(FACTS).openCursor()
      cursor.addEventListener('success', () => {
        if (!cursor.result) return
        const { key, value } = cursor.result
        if (typeof key === 'string') facts.set(key, value)
        cursor.result.continue()
      })
      reading.addEventListener('complete', finish)
      reading.addEventListener('abort', finish)
      return undefined
    })
  })
}

/** An open page lets go of its database by itself when somebody deletes it. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    for (const end of ['success', 'error', 'blocked'])
      request.addEventListener(end, () => resolve())
  })
}
