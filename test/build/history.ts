import { randomUUID } from 'node:crypto'
import type { Actor } from '../../app/domain/access/actor'
import type { Outcome } from '../../app/domain/outcome/outcome'
import { createDocumentReader } from '../../server/collaboration/document-reader'
import { answerHistory } from '../../server/history/answer-history'
import type { HistoryQuestion, HistoryThread } from '../../server/history/history-thread'
import { Recent } from '../../server/history/recent'
import { createVersionKeeper } from '../../server/history/version-keeper'
import type { Database } from '../../server/persistence/database'
import { createPeopleStore } from '../../server/persistence/people'
import { createRegistersStore } from '../../server/persistence/registers'
import { createStrategyStore } from '../../server/persistence/strategies'
import { createUpdateLog } from '../../server/persistence/update-log'
import { createHistoryStore } from '../../server/persistence/versions'
import type { DocumentWriter } from '../../server/services/documents'
import { createHistoryServices } from '../../server/services/history/history-services'

/** The work of the thread, done here: the same answers without starting one. */
export function answerHere(): HistoryThread {
  const ask = async <T>(question: HistoryQuestion) => answerHistory(question) as T
  return {
    keep: (sources) => ask({ act: 'keep', sources }),
    compare: (from, to) => ask({ act: 'compare', from, to }),
    restore: (sources) => ask({ act: 'restore', sources }),
    attribute: (sources) => ask({ act: 'attribute', sources }),
    close: async () => undefined,
  }
}

/** The history of strategies over a real database, with a clock that tests move. */
export function openHistoryOf(db: Database, writer: DocumentWriter) {
  const clock = { now: new Date() }
  const complaints: string[] = []
  const told: string[] = []
  const updates = createDocumentReader(createUpdateLog(db))
  const history = createHistoryStore(db)
  const historyThread = answerHere()
  const versions = createVersionKeeper({
    store: history,
    documents: updates,
    thread: historyThread,
    now: () => clock.now,
    logger: { error: (_fields, message) => void complaints.push(message) },
  })
  const services = createHistoryServices({
    strategies: createStrategyStore(db),
    registers: createRegistersStore(db),
    history,
    versions,
    historyThread,
    updates,
    writer,
    notices: { changed: (id, what) => void told.push(`${id} ${what}`), freeze: () => undefined },
    memory: new Recent({ most: 10, ms: 60_000 }, () => clock.now.getTime()),
    now: () => clock.now,
    newId: randomUUID,
  })
  return { services, history, versions, clock, complaints, told }
}

export async function actorOf(db: Database, personId: string): Promise<Actor> {
  const actor = await createPeopleStore(db).readActor(personId, new Date())
  if (!actor) throw new Error(`There is no member ${personId}.`)
  return actor
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

export const EVERYTHING = { before: null, chapterId: null, personId: null, onlyNamed: false }
