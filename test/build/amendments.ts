import { randomUUID } from 'node:crypto'
import { createDocumentReader } from '../../server/collaboration/document-reader'
import { createAmendmentStore } from '../../server/persistence/amendments'
import type { Database } from '../../server/persistence/database'
import { createRegistersStore } from '../../server/persistence/registers'
import { createSuggestionStore } from '../../server/persistence/suggestions'
import { createUpdateLog } from '../../server/persistence/update-log'
import { createAmendmentsServices } from '../../server/services/amendments/amendments-services'
import type { DocumentWriter } from '../../server/services/documents'

/** The amendments of strategies over a real database and a live server. */
export function openAmendmentsOf(db: Database, writer: DocumentWriter) {
  return createAmendmentsServices({
    amendments: createAmendmentStore(db),
    suggestions: createSuggestionStore(db),
    documents: createDocumentReader(createUpdateLog(db)),
    writer,
    registers: createRegistersStore(db),
    notices: { changed: () => undefined, freeze: () => undefined },
    now: () => new Date(),
    newId: randomUUID,
  })
}
