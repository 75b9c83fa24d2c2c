import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import type { Actor } from '../../app/domain/access/actor'
import { chapterTitleOf, orderChapterIds } from '../../app/document/shape'
import { createDocumentReader } from '../../server/collaboration/document-reader'
import type { Database } from '../../server/persistence/database'
import { compareContents } from '../../server/history/compare-texts'
import { createAgreementStore } from '../../server/persistence/editions'
import { createPeopleStore } from '../../server/persistence/people'
import { createThreadStore } from '../../server/persistence/threads'
import { createUpdateLog } from '../../server/persistence/update-log'
import type { AgreementAdapters } from '../../server/services/agreement/agreement-store'
import type { DiscussionAdapters } from '../../server/services/discussion/thread-store'

export const STRATEGY_ID = 'wessex-vale-2026'
export const DOCUMENT_ID = 'doc-wessex-vale-2026'

/** Real stores over one database, with a note of whom was told what. */
export function openReview(db: Database): AgreementAdapters & DiscussionAdapters & { told: string[] } {
  const told: string[] = []
  return {
    told,
    agreement: createAgreementStore(db),
    threads: createThreadStore(db),
    documents: createDocumentReader(createUpdateLog(db)),
    notices: {
      changed: (strategyId, what) => void told.push(`${strategyId} ${what}`),
      freeze: (strategyId) => void told.push(`${strategyId} freeze`),
    },
    compareTexts: async (from, to) => compareContents(from, to),
    now: () => new Date('2026-11-02T10:00:00Z'),
    newId: randomUUID,
  }
}

export async function findActor(db: Database, personId: string): Promise<Actor> {
  const actor = await createPeopleStore(db).readActor(personId, new Date('2026-11-02T10:00:00Z'))
  if (!actor) throw new Error(`There is no member ${personId}.`)
  return actor
}

/** The chair of another partnership, who may do everything there and nothing here. */
export function buildForeignChair(): Actor {
  return {
    personId: 'person-elsewhere',
    name: 'Somebody else',
    email: 'chair@elsewhere.example',
    partnershipId: 'elsewhere',
    partnershipName: 'Elsewhere ICP',
    organisationId: 'org-elsewhere',
    organisationName: 'Elsewhere',
    role: 'chair',
    signatoryOf: ['body-icp', 'body-hwb-ashmere'],
  }
}

/** A writer that types unique words into the first chapter's title and sends each as one update. */
export async function openWriter(db: Database, documentId = DOCUMENT_ID) {
  const log = createUpdateLog(db)
  const { doc } = await createDocumentReader(log).read(documentId)
  const title = chapterTitleOf(doc, orderChapterIds(doc)[0] ?? '')
  if (!title) throw new Error('The document has no chapter.')
  const writer = {
    type: (words: string) => writer.edit(() => title.insert(title.length, words)),
    async edit(change: (doc: Y.Doc) => void) {
      const before = Y.encodeStateVector(doc)
      change(doc)
      const bytes = Y.encodeStateAsUpdate(doc, before)
      const answer = await log.append([{ documentId, updates: [{ bytes, personId: 'person-pen' }] }])
      const appended = answer.get(documentId)
      if (!appended) throw new Error('The log did not answer.')
      return appended
    },
    close: () => doc.destroy(),
  }
  return writer
}
